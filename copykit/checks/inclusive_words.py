"""Words that leave people out or hurt them, by area, with what to write instead and why. Our own list.

A line is `words, words = alternative; alternative ~ phrase in which it is fine, phrase`. With `=>` the
  first
alternative is sure to fit. A line that begins with `?` gives the reason for the lines below it, and one
that begins with `!` a reason for words that are meant in this very form.
"""

from __future__ import annotations

__all__ = ["INCLUSIVE"]

_GENDER = """
? It names one gender, and the work has none.
chairman => chair ~ chairman mao
salesman => salesperson
businessman => business person
policeman => police officer
fireman => firefighter ~ fireman's lift, fireman's pole, fireman sam
mailman, postman => mail carrier ~ postman pat
milkman => milk deliverer
spokesman => spokesperson
congressman => member of Congress
councilman => council member
alderman => council member
assemblyman => assembly member
committeeman => committee member
cameraman => camera operator
anchorman => anchor
newsman => reporter
weatherman => forecaster
stuntman => stunt performer
deliveryman => courier
repairman => repairer
handyman => maintenance worker
foreman => supervisor ~ george foreman
garbageman => refuse collector
tradesman => tradesperson
craftsman => artisan
workman => worker
fisherman => fisher ~ fisherman's friend, fisherman's wharf
patrolman => patrol officer
serviceman => service member
seaman => sailor
sportsman => athlete
draftsman, draughtsman => drafter
watchman => guard
doorman => door attendant
barman => bartender
clergyman => member of the clergy
middleman => go-between
layman => lay person ~ layman's terms
freshman => first-year student
stewardess, air hostess => flight attendant
waitress => server
actress => actor
hostess => host
seamstress => sewer
authoress => author
poetess => poet
cleaning lady => cleaner
lunch lady => cafeteria worker
housewife => homemaker
repairmen => repairers
yes-man => flatterer
! It names one gender where all are meant.
mankind => humankind
manpower => workforce
man-hour, man hour => person-hour
man-hours, man hours => person-hours
man-day, man day => person-day
man-days, man days => person-days
man-month => person-month ~ mythical man-month
man-months => person-months ~ mythical man-month
man-made, manmade => artificial
unmanned => uncrewed
manned => staffed
man the phones => answer the phones
man the booth => staff the booth
man the desk => staff the desk
manning the phones => answering the phones
manning the booth => staffing the booth
manning the desk => staffing the desk
manhole => maintenance hole
manholes => maintenance holes
forefathers => ancestors
founding father = founder
founding fathers = founders
mom-and-pop, mom and pop => family-run
mum-and-dad = family
layman's terms => plain terms
gentleman's agreement, gentlemen's agreement => handshake deal
no man's land, no-man's-land = limbo; unclaimed ground
one-man show, one-man band => solo act
two-man, three-man, four-man = two-person (and so on)
right-hand man => deputy
man in the street, man on the street => ordinary person
common man => ordinary person
best man for the job => best person for the job
may the best man win => may the best one win
man of the hour => star of the hour
every man for himself = each on their own
sportsmanship, sportsmanlike = fair play
showmanship = flair
brotherhood of man = humanity
old boys' network, old boys' club, old boy network, old boys network = closed circle
mother nature = nature
mother tongue => first language
maiden name => birth name
master bedroom => main bedroom
poster boy, poster girl, poster child = best example
! It leaves out whoever is neither, and is heavy to read.
he or she, she or he, he/she, she/he, s/he, (s)he = they
him or her, her or him, him/her, her/him = them
his or her, her or his, his/her, her/his = their
his or hers, his/hers = theirs
himself or herself, himself/herself, herself or himself = themselves
ladies and gentlemen = everyone
boys and girls = children; everyone
men and women = people ~ men and women in uniform
brothers and sisters = siblings
mothers and fathers = parents
husbands and wives = spouses; partners
guys and gals = everyone
dear sir, dear sirs, dear sir or madam, dear sir/madam = Hello
both genders, both sexes = all genders
opposite sex, opposite gender = another gender
! It takes for granted that the reader is a man.
you guys, hey guys, hi guys, these guys, those guys, the guys at, the guys in, the guys from = you all;
  everyone; the team
bring your wife, bring your wives, your wife will, ask your wife, wife-approved = your partner
! It makes gender the point where it is none, or a weakness.
female engineer, woman engineer, lady engineer, female doctor, woman doctor, lady doctor, female lawyer =
  the job alone
male nurse, male secretary, female boss, female ceo, woman driver, women drivers, female driver = the job
  alone
female programmer, female developer, female scientist, female pilot, female judge = the job alone
girl boss, girlboss, lady boss, she-eo, sheeo = boss; founder
mumpreneur, mompreneur = founder; entrepreneur
career woman = professional
working mother, working mom, working mum = parent who works
man up = be brave; step up
grow a pair = be brave
like a girl = (leave out)
throw like a girl, run like a girl, cry like a girl = (leave out)
sissy, sissies, girly, girlie = (say what you mean)
pansy, nancy boy, pussy = (leave out)
wear the pants, wears the pants, wear the trousers = decide
old wives' tale, old wives tale, old wives' tales => myth
spinster, old maid = single woman
bossy = direct; commanding
hysterical, hysterics = very funny; upset
catfight, cat fight = quarrel
drama queen = (say what happened)
bitchy, bitch, bitching = (say what you mean)
nanny state = (say which rule)
mansplain, mansplaining = talk down
! It is out of use, or hurts the people whom it means.
transgendered => transgender
transgenders = transgender people
a transgender = a transgender person
transsexual = transgender
tranny, shemale, she-male = transgender person
hermaphrodite = intersex person
sex change, sex-change operation = transition
sexual preference => sexual orientation
preferred pronoun => pronoun
preferred pronouns => pronouns
homosexual, homosexuals = gay; gay people
that's so gay, so gay = (say what you mean)
gay lifestyle, homosexual lifestyle = (leave out)
biologically male, biologically female, born a man, born a woman = assigned at birth
"""

_ABILITY = """
! It uses an illness as a figure of speech.
crazy busy, crazy-busy = very busy; swamped
crazy, crazier, craziest, crazily = surprising; wild ~ crazy horse, crazy golf, crazy paving, patsy cline
insane, insanely = astonishing; far too
insanity = folly
sanity check, sanity test => quick check
sanity-check = check
sanity checks = quick checks
sanity-checked, sanity checked = quickly checked
madness, madhouse = chaos ~ march madness
nuthouse, loony bin, funny farm, insane asylum = (leave out)
lunatic, lunacy, loony = (say what is wrong)
psycho, psychos, psychopath = (say what is wrong)
nutjob, nut job, nutcase, whack job, wacko, basket case = (say what is wrong)
schizophrenic, schizo = contradictory ~ schizophrenic patient, diagnosed, disorder
bipolar = fickle; split ~ bipolar disorder, bipolar transistor, bipolar junction, diagnosed
so ocd, a little ocd, a bit ocd, totally ocd, my ocd, being ocd = careful; tidy
so add, so adhd, a bit adhd = distracted
ptsd from = bad memories of
manic = frantic ~ manic episode, manic depression, manic monday
psychotic = (say what is wrong) ~ psychotic episode, psychotic disorder
autistic = (only for people who are) ~ autistic people, autistic person, autistic child, autistic
  children, autistic adult, autistic adults, autistic community, autistic self
hyperactive = eager; restless ~ hyperactive disorder, attention
spaz, spazz, spastic = clumsy
stark raving mad, raving mad, mad as a hatter = furious; wild
drive me crazy, drives me crazy, drive you crazy, drives you crazy, driving you crazy = wear you out; annoy
have a stroke, heart attack when = be shocked
cancer on, a cancer in, like a cancer = (say what harm)
addicted to = fond of; hooked on ~ addicted to opioids, addicted to drugs, addicted to alcohol, addicted
  to heroin
addictive, crack cocaine of = hard to put down ~ addictive drug, addictive drugs, addictive substance,
  addictive substances
! It uses a disability as a word for a fault.
blind spot = gap; what we miss ~ blind spot monitor, blind spot mirror, blind spot warning, blind spot
  detection
blind spots = gaps; what we miss ~ blind spot monitor
blindly => without checking
blindsided, blindside = caught unawares ~ blindside run
turn a blind eye, turned a blind eye, turning a blind eye, turns a blind eye = ignore
blind leading the blind = (say what is wrong)
blind faith = unquestioning trust
blind to = unaware of
colour-blind hiring, color-blind hiring = anonymous hiring
deaf to = ignoring
tone-deaf, tone deaf = careless; out of touch
fall on deaf ears, fell on deaf ears, falls on deaf ears, falling on deaf ears = go unheard
dialogue of the deaf, dialog of the deaf = talking past each other
lame = poor; weak ~ lame duck, lame horse, lame mare, lame pony, go lame, goes lame, went lame, lame dog,
  lame dogs, is lame in
lame excuse => poor excuse
crippled, crippling, cripples = broken; severe
cripple = break; severe
crippleware = limited version
hobbled = slowed; limited
paralyzed by, paralysed by = stuck because of
analysis paralysis = overthinking
dumb, dumber, dumbest = silly; plain ~ dumb waiter, struck dumb, dumb luck, dumb terminal
dumb down, dumbed down, dumbing down, dumbs down = simplify
dummy value => placeholder value
dummy values => placeholder values
dummy data => placeholder data
dummy text => placeholder text
dummy account => test account
for dummies = for beginners
idiot-proof, idiot proof, foolproof for idiots = easy; hard to get wrong
idiot, idiots, idiotic = (say what is wrong)
moron, morons, moronic, imbecile, imbeciles, cretin = (say what is wrong)
stupid, stupidly, stupidity = (say what is wrong) ~ keep it simple
retarded, retard, retards = (leave out)
village idiot, slow learner = (leave out)
no-brainer, no brainer = easy choice
brain-dead, brain dead, braindead = thoughtless ~ declared brain dead
half-wit, halfwit, dimwit, dimwitted, feeble-minded, simpleton = (leave out)
midget, midgets = person of short stature
mongoloid, mongol child = person with Down's syndrome
freak, freaks, freakish = (say what is odd) ~ freak accident, freak storm, freak wave, freak weather,
  freak out, freaked out, control freak
deformed, deformity = disfigured; with a difference
stand on your own two feet = manage alone
! It tells of people by what they lack, or as victims.
wheelchair-bound, wheelchair bound => who uses a wheelchair
confined to a wheelchair => who uses a wheelchair
confined to wheelchairs => who use wheelchairs
bound to a wheelchair => who uses a wheelchair
bedridden, bed-ridden = who stays in bed
handicapped = disabled
the handicapped => disabled people
handicap = disability ~ golf handicap, handicap race, handicap of, playing handicap
handicap parking, handicapped parking, handicap spot => accessible parking
handicap access, handicap accessible, handicapped accessible => accessible
the disabled => disabled people ~ the disabled button, the disabled state, the disabled attribute, the
  disabled account, the disabled people, the disabled person, the disabled community, the disabled
  student, the disabled students, the disabled veteran, the disabled veterans, the disabled list, the
  disabled worker, the disabled workers, the disabled field, the disabled fields, the disabled passenger
the deaf => Deaf people ~ the deaf community, the deaf people, the deaf person, the deaf culture, the deaf
  student, the deaf students
the blind => blind people ~ the blind person, the blind people, the blind community, the blind student,
  the blind students, the blind test, the blind hem, the blind side, the blind spot, the blind taste, the
  blind user, the blind users, the blind date, the blind auction, the blind review, the blind trust, the
  blind corner, the blind stitch, the blind tasting
the mentally ill => people with a mental illness
the visually impaired => people with low vision ~ the visually impaired community, the visually impaired
  user, the visually impaired users
the hearing impaired => people with hearing loss
hearing-impaired, hearing impaired = deaf or hard of hearing
deaf and dumb, deaf-mute, deaf mute, mute people = deaf
mentally retarded, mental retardation = intellectual disability
mentally handicapped, mentally challenged = with an intellectual disability
physically challenged, physically handicapped = disabled
differently abled, differently-abled, handicapable, special abilities = disabled
special needs, special-needs = disabled; access needs
able-bodied, able bodied = non-disabled
birth defect => condition from birth
birth defects => conditions from birth
mental patient, mental patients = person with a mental illness
afflicted with, stricken with, victim of autism, victim of polio, victims of polio = who has
stroke victim, aids victim, cancer victim, burn victim, polio victim = person who had …
suffers from autism, suffer from autism, suffering from autism = is autistic
suffers from dyslexia, suffering from dyslexia, suffer from dyslexia = has dyslexia
suffers from depression, suffers from epilepsy, suffers from diabetes, suffers from a disability = has …
commit suicide, commits suicide, committing suicide = die by suicide
committed suicide => died by suicide
career suicide, political suicide, commercial suicide = the end of …
clean and sober = in recovery
junkie, junkies, crackhead, crackheads, druggie = person who uses drugs ~ news junkie, data junkie,
  adrenaline junkie
drug addict, drug addicts, substance abuser, substance abusers = person with a drug addiction
normal people, normal person = most people
normal child, normal children = other children
"""

_AGE = """
! It makes a fixed group of people by their age.
the elderly => older people ~ the elderly people, the elderly man, the elderly woman, the elderly couple,
  the elderly person
elderly people => older people
elderly person => older person
elderly = older
the aged = older people
senior citizen => older person
senior citizens => older people
old people => older people
old folks, oldies, old-timer, old-timers, old timer, old timers = older people; veterans ~ golden oldies
pensioners = older people; retired people
old people's home, old folks' home = care home; retirement home
old man, old lady, little old lady, little old ladies = older man; older woman ~ old man of, the old man
  and the sea
golden years, golden agers, silver surfers, silver surfer = later life; older people
of a certain age = (say the age, if it matters)
grey tsunami, gray tsunami, silver tsunami = ageing population
! It makes fun of age.
over the hill, long in the tooth, past it = (leave out) ~ over the hills
old fogey, old fogeys, fuddy-duddy, fuddy-duddies, geezer, geezers, codger, old coot, old biddy = (leave
  out)
senile, senility, doddering, decrepit = (leave out) ~ senile dementia
geriatric = old ~ geriatric care, geriatric medicine, geriatric ward, geriatric patient, geriatric
  patients, geriatric dog, geriatric dogs, geriatric cat, geriatric cats, geriatric nurse, geriatric
  health
senior moment, senior moments = slip
spry, sprightly, feisty old = active
young at heart = (leave out)
ok boomer, boomers = older people
kids these days, kids today, snowflake generation, generation snowflake = (say whom and what)
even your grandma, even your grandmother, even your granny, even my grandma, even my grandmother, even
  your gran = anyone
your grandma could, your grandmother could, my grandma could, your mum could, your mom could = anyone could
so easy your grandma, so easy your grandmother, so easy even your, so simple your grandma, so simple your
  grandmother, simple enough for your grandma, easy enough for your grandma, easy enough for grandma = anyone
grandma-friendly, grandma-proof, granny-proof, grandmother-proof = easy
so simple a child, a child could, child's play = easy
anti-ageing, anti-aging, age-defying, turn back the clock = (say what it does for the skin)
mutton dressed as lamb = (leave out)
act your age, for your age, for her age, for his age = (leave out)
! It tells some applicants or customers that they are too old or too young.
young and dynamic, young dynamic, dynamic young, young and energetic, young and hungry = (say the skill)
young blood, fresh blood, new blood = new people; new ideas
youthful team, young team, youthful energy, young professionals only = (say how the team works)
digital native, digital natives = skilled with …
recent graduates only, recent grads only, new grads only = starting out
mature workers, mature worker = experienced workers
overqualified = (say what the job needs)
whippersnapper, whippersnappers = newcomer
the youth of today, today's youth = young people
adolescent behaviour, adolescent behavior = (say what is wrong)
"""

_CULTURE = """
! It makes black the bad and white the good colour.
blacklist => blocklist
blacklists => blocklists
blacklisted => blocked
blacklisting => blocking
whitelist => allowlist
whitelists => allowlists
whitelisted => allowed
whitelisting => allowing
greylist, graylist, greylisting = deferlist
black hat, black-hat => malicious ~ black hat conference, a black hat and
white hat, white-hat => ethical ~ a white hat and
blackball, blackballed = shut out
black sheep = odd one out ~ baa baa
black mark = stain
! It speaks of slavery or segregation as if they were nothing.
master/slave, master-slave, master and slave = primary/replica; main/secondary
slave server, slave servers, slave database, slave node = replica
master server, master database, master node = primary
master branch => main branch
slave to, slaving over, slave away, slaving away = tied to; work hard
slave driver, slave drivers, slave labor, slave labour = hard taskmaster
grandfathered in => kept under the old rules
grandfathered => exempt
grandfather clause => legacy clause
grandfathering = keeping on the old terms
sold down the river, sell down the river, sell us down the river = betrayed
cakewalk = easy win
uppity = (leave out)
peanut gallery = hecklers
whip into shape, whipped into shape, crack the whip, cracking the whip = get into shape; push hard
jim crow, lynching = (only for the history itself) ~ jim crow laws, jim crow era, jim crow south
! It borrows from a people or a faith as decoration.
tribal knowledge => unwritten knowledge
our tribe, your tribe, find your tribe, join the tribe, join our tribe = our people; your group
powwow, pow-wow, pow wow = meeting ~ annual powwow, tribal powwow
spirit animal, spirit animals = favourite; role model
low man on the totem pole, bottom of the totem pole, totem pole = lowest in rank ~ carved totem pole,
  totem poles
off the reservation = off on their own
circle the wagons, circling the wagons, circled the wagons = close ranks
too many chiefs = too many in charge
indian giver, indian giving, indian style, indian summer = (say it without the people)
on the warpath = angry
hold down the fort, hold the fort = keep watch
ninja, ninjas, coding ninja, marketing ninja = expert ~ ninja warrior, ninja turtles
guru, gurus = expert ~ guru granth, guru nanak
sherpa, sherpas = guide ~ sherpa fleece, sherpa-lined, sherpa lined
shaman, voodoo, witch doctor, witch doctors, mumbo jumbo, mumbo-jumbo = (say what is meant)
a mecca for, the mecca of, the mecca for, mecca of = centre
crusade against, our crusade, on a crusade = campaign
jihad against, fatwa = campaign; ban
open the kimono, opening the kimono, open kimono = be frank
exotic = unusual; from … ~ exotic animal, exotic animals, exotic pet, exotic pets, exotic species, exotic
  plant, exotic plants, exotic bird, exotic birds, exotic vet
oriental = Asian ~ oriental rug, oriental rugs, oriental shorthair, oriental medicine, leyton orient
savage, savages, uncivilized, uncivilised = brutal; harsh ~ doc savage, savage river
! It is a slur, or came from one.
gypsy, gypsies = Roma; Traveller ~ gypsy moth, gypsy jazz
gyp, gypped, jipped, gyps = cheat
eskimo, eskimos = Inuit
redskin, redskins = (leave out)
spade a spade, call a spade a spade, calling a spade a spade = speak plainly
welsh on, welshed on, welch on = go back on
dutch courage, go dutch, going dutch, went dutch, dutch treat, double dutch = (say it without the people)
irish goodbye, french leave, paddy wagon, luck of the irish = (say it without the people)
chinese whispers => telephone game
chinese wall, chinese walls = firewall; screen
chinese fire drill, mexican standoff, russian roulette = (say it without the people)
jew down, jewed, jewing = (leave out)
coolie, chinaman, oriental woman, jap, japs = (leave out)
long time no see, no can do, chop chop, chop-chop = (say it in plain English)
redneck, rednecks, hillbilly, hillbillies, white trash, trailer trash, chav, chavs, pikey, pikeys = (leave
  out)
ghetto, so ghetto = (say what is wrong) ~ warsaw ghetto, jewish ghetto, ghettos
inner-city youth, inner city youth, inner-city kids = young people in …
! It makes people into a group below others.
third world, third-world, third world country, third world countries = low-income ~ third world war
first world problem, first world problems, first-world problem, first-world problems = small trouble
developing nations of the third world = low-income countries
illegal alien, illegal aliens, illegal immigrant, illegal immigrants, illegals = undocumented people
colored people, coloured people, coloreds, coloureds = people of color
non-white, nonwhite, non-whites = people of colour; name the group
minorities = name the groups ~ ethnic minorities, minorities in, racial minorities
a minority student, minority hire, diversity hire, token hire = (leave out)
the homeless => homeless people ~ the homeless people, the homeless person, the homeless man, the homeless
  woman, the homeless shelter, the homeless population, the homeless community, the homeless charity, the
  homeless families
the poor => people in poverty ~ the poor quality, the poor performance, the poor man, the poor woman, the
  poor dog, the poor cat, the poor thing, the poor design, the poor state, the poor soul, the poor soil,
  the poor reader, the poor rating, the poor ratings, the poor user, the poor results, the poor condition,
  the poor experience
the underprivileged, the disadvantaged, the less fortunate = people without …
welfare queen, welfare mother, welfare mothers, bum, bums, hobo, hobos = (leave out)
ex-con, ex-cons, ex-convict, ex-convicts, ex-offender, ex-offenders = formerly imprisoned person
low-class, lower class, lower-class = low-income
christian name, christian names = first name
foreigner, foreigners = people from abroad
"""

_VIOLENCE = """
! It makes work into war.
war room, war rooms = situation room
war chest, war stories, war story = reserves; stories
battle-tested, battle tested => proven
battle-hardened, battle hardened => seasoned
battle-ready = ready
battle cry = motto
battle plan = plan
battle scars, battle-scarred = hard lessons
pick your battles, choose your battles = choose what matters
uphill battle = hard task
in the trenches = doing the work
boots on the ground = people on site
rally the troops, rallying the troops, marshal the troops = bring everyone together
call to arms = appeal
take no prisoners, takes no prisoners = give no quarter; be firm
scorched earth, scorched-earth = ruinous
plan of attack, attack plan, line of attack = plan; approach
under siege, under fire = criticised; under strain
last-ditch = final
minefield, landmine, land mine, minefields = tricky ground ~ mine clearance, laid minefields, landmine
  victims, landmine survivors
cannon fodder, collateral damage = (say who is hurt)
carpet-bomb, carpet bomb, carpet-bombing, carpet bombing = flood
nuclear option, nuke it, go nuclear, went nuclear = last resort
blitzkrieg, marketing blitz, media blitz, email blitz, ad blitz = push; campaign
email blast, e-mail blast, email blasts = mailing; email to the list
shock and awe = surprise
weaponize, weaponise, weaponized, weaponised, weaponizing = turn against
wage war on, wage war against, waging war on, declare war on, war on waste = campaign against
in the crosshairs, in our crosshairs, in their crosshairs = in focus
frontal assault, all-out assault, all-out war = push
! It speaks of guns.
bite the bullet, bites the bullet, bit the bullet, biting the bullet = get it over with
silver bullet, magic bullet, silver bullets, magic bullets = cure-all
dodge a bullet, dodged a bullet, dodged the bullet, dodge the bullet = have a lucky escape
sweat bullets, sweating bullets = worry
bulletproof, bullet-proof = solid ~ bulletproof vest, bulletproof glass, bulletproof coffee
pull the trigger, pulls the trigger, pulled the trigger, pulling the trigger = go ahead; decide
trigger-happy, trigger happy = hasty
jump the gun, jumps the gun, jumped the gun, jumping the gun = start too soon
stick to your guns, stick to our guns, stuck to our guns, sticking to their guns = hold firm
under the gun = short of time
gun-shy, gun shy = wary
hired gun, hired guns, young guns, big guns = specialist; experts
guns blazing, all guns blazing = at full tilt
smoking gun = proof
loose cannon = unpredictable person
shoot from the hip, shooting from the hip = act in haste
shoot the messenger, shooting the messenger = blame the messenger
shoot yourself in the foot, shoot ourselves in the foot, shot themselves in the foot = hurt your own cause
shoot me an email, shoot us an email, shoot me a message, shoot us a message, shoot an email, shoot me a
  note, shoot over = send
shot in the dark, shot across the bows, long shot = guess; try
shotgun approach, scattergun approach, shotgun wedding = try everything
shot down = rejected ~ shot down over, was shot down in
parting shot, cheap shot = last word
! It speaks of killing.
kill two birds with one stone, kills two birds with one stone, killing two birds with one stone, killed
  two birds with one stone = do two things at once
we're killing it, you're killing it, they're killing it, are killing it, been killing it, totally killed
  it = doing well; shine
crushing it, crush it, crushed it, slaying it, slay it = doing well; shine
killer app, killer feature, killer features, killer content, killer deal, killer headline, killer
  headlines, killer subject line, killer subject lines, killer copy, killer idea, killer offer, killer pitch,
  killer landing page = best; strong
make a killing, made a killing, making a killing = earn a lot
dressed to kill, drop-dead gorgeous, drop dead gorgeous = (say how it looks)
go for the kill, move in for the kill, go for the jugular = close; press the point
get away with murder, gets away with murder, bloody murder = go unpunished
dead in the water = stuck
beat a dead horse, beating a dead horse, flog a dead horse, flogging a dead horse = go over it again
beat to death, beaten to death, done to death = worn out
over my dead body = never
knock 'em dead, knock them dead = impress them
crush the competition, destroy the competition, kill the competition, annihilate the competition, crush
  your competition = win; lead
slaughter the competition, crush your competitors, destroy your competitors, destroy your competition =
  win; lead
dominate your market, dominate the market, total domination, world domination = lead
bloodbath, bloodletting, blood in the water, out for blood = heavy losses
blood· sweat and tears, blood· sweat· and tears = hard work
cut-throat, cutthroat = fierce
backstabbing, backstab, backstabber, stab in the back, stabbed in the back = betrayal
take a stab, took a stab, taking a stab, have a stab = try
twist the knife, knife fight, knife in the back, death by a thousand cuts = (say what hurts)
skin a cat, skin the cat, curiosity killed the cat = (say it without the cat)
heads will roll, heads rolled, head on a platter, on the chopping block = people will lose their jobs
thrown under the bus, throw under the bus, threw under the bus, under the bus = blamed; blame
suicide mission, suicide run = hopeless task
fall on your sword, fall on their sword, fell on his sword = take the blame
put a gun to, gun to your head, gun to my head = force
lynch mob, witch hunt, witch-hunt, burned at the stake, burnt at the stake = pile-on
crucify, crucified, crucifying = attack; blame ~ christ crucified, jesus
rape and pillage, raped, rape of = (only for the crime itself) ~ rape of a, were raped, was raped, been
  raped, rape of women
strong-arm, strong-armed, arm-twisting, twist your arm, twist their arm, twist my arm = press; persuade
punch in the gut, gut punch, knockout punch, kick in the teeth, slap in the face = blow
hit list, hit squad = list
fight tooth and nail, fought tooth and nail = work hard
burn the boats, burn it down, burn it to the ground = start over
hang him out to dry, hung out to dry, hang out to dry = leave alone ~ clothes hang, laundry
"""

INCLUSIVE = {
    "gender": _GENDER,
    "ability": _ABILITY,
    "age": _AGE,
    "culture": _CULTURE,
    "violence": _VIOLENCE,
}

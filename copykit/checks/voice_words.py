"""Worn, machine-sounding, hedging, strengthening and slangy words, and words that say nothing. Our own lists.

The lists of phrases are written as in `wordy_words`: `words = what to do ~ phrase in which it is fine`.
"""

from __future__ import annotations

from copykit.text.wordset import word_set

__all__ = [
    "ABSTRACT", "CLICHES", "FUNCTION", "HEDGES", "HEDGING", "INTENSIFIERS", "JOKING", "MACHINE", "PRAISE",
    "SLANG",
]  # fmt: skip

CLICHES = """
? Everybody says it, so it says nothing about you.
game-changer, game changer, gamechanger = say what changes
game-changing = say what changes
next-level, next level = say what gets better ~ next level of, next level up
take it to the next level, take your business to the next level, take things to the next level = say what
  gets better
cutting-edge, cutting edge, bleeding edge, bleeding-edge, leading-edge, leading edge = name what is new ~
  leading edge of the wing, cutting edge of the blade
state-of-the-art, state of the art = name what is new
best-in-class, best in class, best of breed, best-of-breed, world-class, world class = prove it or leave
  it out
industry-leading, market-leading, award-winning team = prove it or leave it out
second to none, bar none, unrivaled, unrivalled, unparalleled, unmatched, peerless = prove it or leave it
  out
one-stop shop, one stop shop, one-stop-shop, one-stop solution = list what there is
turnkey, turn-key, plug-and-play solution = say what works from the start
end-to-end solution, full-service solution, all-in-one solution, 360-degree, 360 degree solution = list
  what there is
tailor-made solution, tailored solutions, bespoke solution, bespoke solutions, customized solutions = say
  what you change for whom
innovative solution, innovative solutions, cutting-edge solutions, smart solutions, scalable solutions =
  name the thing
mission-critical, business-critical = say what stops without it
value-add, value-added, added value, add value, adds value = say what the reader gets ~ value-added tax,
  value added tax
value proposition, unique selling point = say what the reader gets
win-win, win win = say who gets what
synergy, synergies, synergistic, synergize = say who works with whom
paradigm shift, shift the paradigm, new paradigm = say what changes
low-hanging fruit, low hanging fruit = say what is easy
move the needle, moves the needle, moving the needle = give the number ~ compass
think outside the box, outside the box, out-of-the-box thinking = give the idea
push the envelope, pushing the envelope = say what is new
raise the bar, raising the bar, sets the bar, set the bar high = say what is better
deep dive, deep-dive = close look ~ deep dive into the pool
circle back, touch base, loop in, ping me, take this offline = say what you want
boil the ocean, open a can of worms, herding cats, drink the kool-aid, eat our own dog food = say it plainly
eat your own dog food, dogfooding = say that you use it yourselves
rubber meets the road, where the rubber meets the road, nuts and bolts of = say it plainly
drill down into, double down on, lean into, leaned into, leaning into = say what you do ~ leaning into the
  wind
step up your game, up your game, change the game, bring your a-game, ahead of the game = say what gets
  better
ahead of the curve, stay ahead of the curve, stay ahead of the competition = say what comes sooner
level the playing field, level playing field = say who can now do what
hit the ground running, hits the ground running = say what works from the first day
tip of the iceberg, perfect storm, elephant in the room = say it plainly
bring to the table, brings to the table, seat at the table = say what somebody adds
at the forefront of, on the forefront of, at the cutting edge of, at the heart of everything = say what
  you do
heart and soul, labor of love, labour of love, blood and sweat = say what it took
passionate about, our passion, our passion is, driven by passion = show it by what you do
thought leader, thought leaders, thought leadership = say what somebody knows
move fast and break things, fail fast, disrupt the industry, disrupting the industry = say it plainly
disruptive, disruptor, disruptors = say what changes ~ disruptive behavior, disruptive behaviour,
  disruptive pattern, disruptive noise
revolutionize, revolutionise, revolutionary = say what changes ~ revolutionary war, american revolutionary
groundbreaking, ground-breaking, trailblazing, pathbreaking = say what is new ~ groundbreaking ceremony
customer-centric, customer-obsessed, customer obsession, client-centric, people-first company = show it by
  what you do
go the extra mile, going the extra mile, goes the extra mile, above and beyond = say what you do
exceed expectations, exceeding expectations, exceed your expectations, surpass expectations = say what you
  do
delight customers, customer delight, surprise and delight, delight your customers = say what they get
commitment to excellence, committed to excellence, culture of excellence, dedicated to excellence = show
  it by what you do
quality you can trust, quality you can count on, service you can trust, name you can trust = prove it
peace of mind = say what cannot go wrong
hassle-free, hassle free, stress-free, headache-free, worry-free, pain-free process = say what the reader
  need not do ~ pain-free period
best kept secret, best-kept secret, secret sauce, secret weapon, silver lining = say it plainly
holy grail = say what everybody wants ~ monty python
tried and true, tried-and-true, time-tested, tried and tested = say since when ~ tried and tested by
crème de la crème, cream of the crop, gold standard = prove it or leave it out ~ gold standard of the
needle in a haystack, light at the end of the tunnel, bump in the road, bumps in the road = say it plainly
easier said than done, when all is said and done, in a nutshell, long story short = leave it out
make or break, do or die, sink or swim = say what is at stake
food for thought, icing on the cake, cherry on top, cherry on the cake, piece of cake = leave it out
only time will tell, the rest is history, the sky is the limit, the sky's the limit = leave it out
off the charts, through the roof, over the moon, blown away, mind-blowing, mind blowing, jaw-dropping =
  give the number
must-have, must have item, can't-miss, do not miss out, don't miss out = say why ~ must have been,
  must-have been
once in a lifetime, once-in-a-lifetime = say how rare
dream come true, makes dreams come true = say what happens
a whole new world of, whole new level, a whole new level, whole nother level = say what is new
best practices in class, bang for your buck, bang for the buck, biggest bang for = say what it costs and
  does
more bang, get your money's worth, won't break the bank, break the bank, doesn't break the bank = give the
  price
at your fingertips, at the touch of a button, at the click of a button = say how many steps it takes
with just a few clicks, in just a few clicks, with a few clicks, with just one click = say how many steps
  it takes
in the blink of an eye, in no time, in no time at all, lightning-fast, lightning fast, blazing fast,
  blazingly fast = say how long it takes
easy as pie, easy as 1-2-3, easy as abc, it's that simple, it's that easy, it's as simple as that, it's as
  easy as that = leave it out
rest assured, you can rest assured = leave it out
we've got you covered, we have you covered, we've got your back, got your back = say what you do
your trusted partner, trusted partner, partner of choice, partner in success, partners in success = say
  what you do
your success is our success, we succeed when you succeed = leave it out
join the revolution, be part of something bigger, be part of the revolution = say what joining brings
one size fits all, one-size-fits-all = say for whom
future-proof, future proof, futureproof = say what will still work when
move mountains, reach for the stars, shoot for the stars, aim for the stars = say what you do
when it matters most, what matters most, focus on what matters, focus on what matters most = name it
like never before, as never before, like no other, unlike any other = say how
results-driven, data-driven results, results-oriented, solutions-oriented, solution-oriented,
  forward-thinking = show it by what you do
fast-growing team, dynamic team, dynamic environment, work hard play hard = say how you work
"""

MACHINE = """
? It sounds as if a machine had written it.
delve, delves into, delving = look at; say what you found ~ delved mine
elevate your, elevates your, elevating your = say what gets better ~ elevate your leg, elevate your foot,
  elevate your legs, elevate your feet, elevate your arm
unlock the power, unlock the potential, unlock your potential, unlock your full potential, unlock the full
  potential = say what the reader can now do
unlock the secrets, unlock new opportunities, unlock growth, unlock value, unlock success, unlock insights
  = say what the reader can now do
unleash the power, unleash your, unleash the potential, unleash creativity = say what the reader can now
  do ~ unleash your dog
harness the power, harness the potential, harnessing the power, leverage the power, tap into the power =
  say what is used for what
supercharge, supercharged, turbocharge, turbo-charge = say what gets faster ~ turbocharged engine,
  supercharged engine, turbocharged
embark on a journey, embark on your journey, embark on this journey, your journey to success = say what
  begins
embark on an adventure, join us on this journey, join us on our journey = say what begins
look no further, search no further, look no farther = say what you have
say goodbye to, say good-bye to, bid farewell to, wave goodbye to = say what ends ~ say goodbye to you,
  say goodbye to them, say goodbye to a friend, say goodbye to our
say hello to = say what is new ~ come say hello, say hello to us, say hello to the team
gone are the days, long gone are the days, the days of = say what has changed ~ the days of the week, the
  days of our lives
imagine a world where, imagine a world in which, picture a world, in a world where = begin with the thing
  itself
picture this:, imagine this:, sound familiar?, sounds familiar? = begin with the thing itself
let's face it, let's be honest, let's be real, here's the thing, here's the kicker, here's the deal =
  leave it out
but here's the twist, plot twist:, spoiler alert: = leave it out
without further ado, buckle up, let's dive in, let's dive right in, let's dive into, dive right in = begin
dive deep into, dive deeper into, diving deep into, take a deep dive = look at
in this article we will, in this article we'll, in this post we will explore, in this guide we'll explore
  = begin
it's no secret that, it is no secret that, it's safe to say = leave it out
it's important to note, it is important to note = leave it out
now more than ever, more than ever before, in an era where, in an age where, in an era of = say what has
  changed
ever-evolving, ever evolving, ever-changing world, ever-changing landscape, ever-changing market = say
  what has changed
rapidly evolving, rapidly changing landscape, fast-paced world, fast-paced environment, fast-paced digital
  = say what has changed
the modern landscape, digital landscape, competitive landscape, business landscape, evolving landscape =
  say who does what now
navigate the complexities, navigating the complexities, navigate the complex, navigate the world of,
  navigate the landscape = say what is hard
a testament to, is a testament, stands as a testament, serves as a testament = say what it shows
rich tapestry, tapestry of, a symphony of, a treasure trove, treasure trove of, kaleidoscope of, mosaic of
  = list what there is ~ bayeux tapestry
beacon of, a beacon for, shining beacon = say what it does
plays a pivotal role, play a pivotal role, plays a crucial role, play a crucial role, plays a vital role,
  play a vital role = say what it does
pivotal role in, pivotal moment, pivotal in shaping = say what it changed
underscores the importance, underscore the importance, highlights the importance of, underscoring the
  importance = say why
foster a culture, fosters a culture, fostering a culture, foster a sense of, fosters a sense of, fostering
  innovation = say what people do
cultivate a culture, a culture of innovation, culture of collaboration, drive innovation, driving
  innovation = say what people do
drive growth, drive results, drive success, drives results, drive engagement, drive efficiency, drive
  value = give the number
streamline your, streamlines your, streamline your workflow, optimize your workflow, transform your
  workflow = say which step goes away
transform the way, transforms the way, transforming the way, change the way you, revolutionize the way =
  say what changes
reimagine, reimagined, reimagining, redefine, redefines, redefining what = say what is new
meticulously crafted, carefully crafted, thoughtfully crafted, thoughtfully designed, expertly crafted,
  crafted with care = say how it is made
designed with you in mind, built with you in mind, crafted to perfection, engineered to perfection = say
  what it does for whom
seamless, seamlessly = say what happens without a break ~ seamless garment, seamless knit, seamless
  knitted, seamless tube, seamless pipe, seamless steel, seamless toe, seamless sock, seamless socks
effortless, effortlessly = say how many steps it takes
nestled in, nestled between, nestled among = say where
bustling city, bustling streets, bustling world, vibrant community, vibrant culture, vibrant city = say
  what is there
more than just a, so much more than a, much more than just a, it's more than a, more than just an = say
  what it is
stand out from the crowd, stands out from the crowd, cut through the noise, cuts through the noise, rise
  above the noise = say how
the possibilities are endless, endless possibilities, limitless possibilities, infinite possibilities,
  world of possibilities = name one
a world of opportunities, sky is the limit, new heights, soar to new heights, reach new heights, to new
  heights = give the number
empower you to, empowers you to, empowering you to, empower your team, empowers your team, empowering
  businesses = say what they can now do
empower teams, empowers teams, empowering teams, empowers businesses, empower businesses, empower your
  business = say what they can now do
turn your dreams, make your dreams, dreams into reality, bring your vision to life, vision to life, ideas
  to life = say what you make
discover the magic, experience the magic, experience the difference, discover the difference, feel the
  difference = say the difference
experience the power, discover the power = say what it does
welcome to the future of, the future of work is here, the future is here, the future is now, future of
  marketing = say what is new
where innovation meets, where style meets, where tradition meets, where quality meets, where comfort meets
  = say what it is
a game of, a breath of fresh air, a cut above, a step above = say how
your ultimate guide, the ultimate guide, ultimate solution, the ultimate solution, ultimate destination =
  say what is in it
comprehensive suite, comprehensive range, comprehensive solution, robust solution, robust suite, powerful
  suite = list what there is
wide array of, vast array of, plethora of, myriad of, a multitude of options = name some
in conclusion, in summary, to sum it up, to wrap it up, all in all = leave it out ~ in conclusion of
hope this email finds you well, hope this message finds you well, hope this finds you well, hope you are
  doing well, hope you're doing well = begin with the reader's matter
trust this email finds you well, i hope all is well, hope all is well = begin with the reader's matter
"""

INTENSIFIERS = """
? It makes the word beside it weaker, since it asks for belief.
very = ~ the very, very same, very first, very last, very next, very best, very own, very beginning, very
  end, the very idea, very much, not very, very few, very little, very well, very different, thank you
  very
really great, really good, really easy, really simple, really important, really nice, really cool, really
  useful, really helpful, really hard, really big, really fast, really excited, really amazing, really
  fascinating, really powerful, really interesting, really happy, really proud, really beautiful, really
  strong, really really, really quick, really quickly, really special, really exciting, really fun, really
  awesome, really unique, really valuable =
extremely =
incredibly =
insanely =
unbelievably =
exceptionally =
extraordinarily =
remarkably =
amazingly =
astonishingly =
tremendously =
immensely =
enormously =
hugely =
vastly =
massively =
super easy, super simple, super fast, super cool, super important, super excited, super helpful, super
  useful =
truly = ~ yours truly, truly need, truly needs, truly is, truly are, well and truly
absolutely = ~ absolutely not, absolutely no, absolutely none
totally = ~ totally different
utterly =
literally = ~ literally translated, translates literally, not literally
seriously good, seriously easy, seriously fast =
genuinely =
undoubtedly, without question, unquestionably, undeniably, indisputably =
obviously, clearly the best =
extremely excited, so excited, beyond excited, thrilled to announce, excited to announce, proud to
  announce = say the news
we are thrilled, we're thrilled, we are excited, we're excited, we are delighted, we're delighted, we are
  proud, we're proud = say the news
i am thrilled, i'm thrilled, i am so excited, i'm so excited =
"""

HEDGES = """
? It takes back what the sentence says.
perhaps, maybe, possibly, probably, presumably, supposedly, seemingly, apparently, arguably =
somewhat, sort of, kind of, more or less, to some degree, in some ways, in a sense, in a way = ~ the kind
  of, this kind of, that kind of, what kind of, a kind of, any kind of, some kind of, one kind of, same
  kind of, every kind of, each kind of, another kind of, first kind of, new kind of, right kind of, the
  sort of, this sort of, that sort of, what sort of, some sort of, any sort of, in a way that, different
  kind of, particular kind of, certain kind of, no kind of, kind of thing, other kind of, my kind of, our
  kind of, your kind of
we believe, we feel, we think, i believe, i feel, i think, we feel that, in our view, it seems, it
  appears, it would seem = ~ we feel like
we hope to, we aim to, we strive to, we try to, we would like to, i would like to, i just wanted to, just
  wanted to, we endeavor to =
might be able to, may be able to, could be able to, tends to, tend to, seems to, appear to, appears to =
should be able to, more than likely, for what it's worth, if you will, so to speak, as it were, if at all
  possible =
relatively, fairly, rather, pretty much, reasonably, comparatively, practically, virtually = ~ rather
  than, would rather, fairly and, treated fairly, treat fairly, fairly priced, reasonably priced, or
  rather
hopefully, potentially, conceivably, ostensibly, in theory, roughly speaking, not necessarily, not
  entirely =
"""

# Two hedges on one statement.
HEDGING = """
! One doubt is enough for one statement.
might possibly, may possibly, could possibly, can possibly, would possibly = might ~ could possibly be more
might perhaps, may perhaps, could perhaps, would perhaps, perhaps might, perhaps may, perhaps could = might
might potentially, may potentially, could potentially, can potentially, potentially could, potentially
  might = might
might maybe, may maybe, maybe could, maybe might, maybe we could, perhaps we could = might
probably might, might probably, could probably be, may probably, probably could = might
seems to suggest, seem to suggest, appears to suggest, appear to suggest, seems to indicate, seem to
  indicate = suggests
appears to be somewhat, seems to be somewhat, seems somewhat, seem somewhat, appears somewhat = is
tends to suggest, tend to suggest, tends to be somewhat, tend to be somewhat = suggests
we believe that it may, we think it might, we think that it might, we believe it might, we believe it may
  = it may
i think maybe, i think perhaps, i think it might, i think that maybe, i guess maybe, i feel like maybe =
  maybe
we feel that perhaps, we believe that perhaps, we think that perhaps, we think perhaps, we think maybe =
  perhaps
it is possible that it may, it is possible that it might, it's possible that it may, it is possible that
  we might = it may
somewhat of a, sort of a, kind of a, sort of like, kind of like = a ~ i kind of like, i sort of like,
  you kind of like, we kind of like, we sort of like, they kind of like, people kind of like,
  what kind of a, some kind of a, some sort of a, the kind of a
generally tends to, generally tend to, usually tends to, usually tend to, typically tends to, often tends
  to = tends to
relatively somewhat, fairly relatively, rather somewhat, somewhat relatively = somewhat
should hopefully, will hopefully, would hopefully, hopefully should, hopefully will be able = should
in some cases might, in some cases may, sometimes might, sometimes may, may sometimes = may
"""

SLANG = """
! The guide asks for a formal voice.
gonna, wanna, gotta, kinda, sorta, dunno, lemme, gimme, ain't, y'all, innit, cuz, 'cause = write it out
lol, lmao, rofl, omg, tbh, imo, imho, fyi, btw, asap, tl;dr, tldr, smh, fomo, yolo, ftw = write it out
awesome, epic, rad, dope, lit, sick deal, amazeballs, totes, legit, badass, kick-ass, kickass, bomb
  diggity, groovy, nifty = find a word of record
cool stuff, super cool, pretty cool, way cool, so cool = find a word of record
stuff, bunch of, tons of, loads of, a ton of, heaps of, oodles of, lots and lots, a whole bunch = say how
  many or what ~ bunch of grapes, bunch of flowers, bunch of bananas
hey there, hey guys, hi there, hey y'all, yo, howdy, what's up, sup = greet plainly
yep, yup, nope, nah, yeah, okey-dokey, no worries, no biggie, my bad, oops, whoops, yikes, yay, woohoo,
  woo-hoo = leave it out
freaking, frickin, friggin, darn, damn, damned, heck, crap, crappy, sucks, sucked, screw up, screwed up,
  suck at = leave it out
mess up, messed up, goof, goofed, goofy, wonky, janky, sketchy, iffy, dicey, cheesy, cringe = find a word
  of record
folks, dude, dudes, buddy, bro, bros, peeps, fam, kiddo, besties = people
grab a, snag a, snag your, score a deal, score big, check it out, check this out = say the verb ~ grab a
  rail
chill, chill out, hang out, hanging out, nerd out, geek out, freak out, rock it, rocks = say it plainly ~
  wind chill, chill in the, fall rocks
bucks, grand, quid, fiver, tenner = write the sum ~ bucks county, grand opening, grand prize, grand
  canyon, grand piano
no-go, a no-go, go-to, ballpark, ballpark figure, back of the envelope, spot on, bang on, dead easy, dead
  simple = say it plainly ~ ballpark frank
"""

# Where nobody is in the mood for it.
JOKING = """
! Nobody is in the mood for it.
oops, oopsie, oopsies, whoops, whoopsie, uh-oh, uh oh, yikes, d'oh, facepalm, our bad, my bad, egg on our
  face =
hiccup, hiccups, snafu, gremlins, gremlin, glitch in the matrix, boo-boo, blooper, little blip, wee blip,
  snag in our =
lol, haha, ha ha, hehe, just kidding, all jokes aside, joking aside, funny story, believe it or not =
murphy's law, stuff happens, it happens, these things happen, nobody's perfect, nobody is perfect, to err
  is human =
bad hair day, case of the mondays, mercury in retrograde, the dog ate our, spilled our coffee, spilt our
  tea =
silver lining, good news is, the bright side, look on the bright side, exciting times, never a dull moment =
fun fact, pun intended, no pun intended, wink wink, fingers crossed, keep calm and, hold my beer =
"""

FUNCTION = word_set(
    "a about above across after again against all almost also although always am among an and another any"
    " anyone anything are around as at away back be because been before being below between both but by"
    " can cannot could did do does doing done down during each either else enough even ever every everyone"
    " everything everywhere few for from further get gets getting give gives go goes going got had has"
    " have having he help helps helping her here hers herself him himself his how i if in into is it its"
    " itself just keep keeps let lets like lot made make makes making many may me might mine more most"
    " much must my myself need needs neither never no nobody none nor not nothing now of off often on once"
    " one only onto or other others our ours ourselves out over own per put rather really same shall she"
    " should since so some someone something such take takes than that the their theirs them themselves"
    " then there these they this those through thus to today together tomorrow too toward towards under"
    " until up upon us use used uses using very via want was way we well were what whatever when where"
    " whether which while who whoever whole whom whose why will with within without would yes yet you your"
    " yours yourself yourselves it's we're you're they're that's we've you've don't doesn't isn't aren't"
    " can't won't we'll you'll i'm let's what's here's there's"
)

# Adjectives, adverbs and verbs that praise without saying how.
PRAISE = word_set(
    "advanced agile amazing awesome beautiful best better bold brilliant caring committed compelling"
    " comprehensive convenient creative cutting-edge dedicated delightful dependable dynamic easy easily"
    " effective effectively efficient efficiently effortless effortlessly elegant empower enhance enhanced"
    " exceed excellent exceptional exciting experienced expert extraordinary fantastic fast first-class"
    " flexible forward-thinking fresh friendly game-changing genuine great groundbreaking highest"
    " high-quality hassle-free holistic ideal impactful impressive improve incredible innovative inspire"
    " inspiring insightful intelligent intuitive leading legendary lasting love loved magical meaningful"
    " memorable modern next-generation optimal optimize optimise outstanding passionate perfect powerful"
    " premier premium professional proactive proud quality quick quickly reliable remarkable revolutionary"
    " revolutionize robust scalable seamless seamlessly secure simple simplify simply smart smarter smooth"
    " stellar state-of-the-art strategic streamline strong stunning successful superb superior supercharge"
    " sustainable tailored thrive timeless top top-notch top-quality transform transformative trusted"
    " trustworthy unforgettable unique unlock unleash unmatched unparalleled unrivaled unrivalled"
    " user-friendly valuable versatile vibrant visionary wonderful world-class bespoke boost deliver"
    " elevate accelerate maximize maximise delight amaze succeed win achieve flourish redefine reimagine"
    " leverage drive foster cultivate enable exceed surpass"
)

# Nouns and verbs so wide that a rival's sentence would have them too.
ABSTRACT = word_set(
    "ability achievement advantage answer approach aspect aspiration attention audience balance benefit"
    " best-practice brand breakthrough business capability care challenge champion change choice client"
    " collaboration comfort commitment community company competition complexity concept confidence"
    " connection content convenience conversion creativity culture customer day dedication design"
    " destination detail difference digital direction dream edge efficiency effort engagement enterprise"
    " environment era everyday excellence excitement expectation experience expertise field focus future"
    " gap goal growth hand happiness heart idea impact industry information innovation insight inspiration"
    " integrity intelligence issue joy journey knowledge landscape leader leadership level life lifestyle"
    " living location love magic market matter method mind mission moment momentum need objective offering"
    " opportunity option organization organisation outcome part partner partnership passion path peace"
    " people performance person perspective platform position possibility potential power practice"
    " presence pride priority problem process product productivity professional progress promise purpose"
    " quality range reach reality reason relationship reputation requirement resource result return"
    " revolution satisfaction scale sense service set simplicity solution space spirit stakeholder"
    " standard step story strategy strength style success suite support synergy talent team technology"
    " thing thought tier time tool touch tradition transformation trend trust type user value variety"
    " vision voice wellness work workflow workforce workplace world bring build create design develop"
    " discover enjoy ensure explore feel find focus grow guarantee know lead look manage meet offer"
    " provide reach serve share solve start stay strive support trust understand strive believe aim care"
    " dream live matter become begin connect imagine include learn realize realise continue remain new"
    " ready right full true real global local whole entire everyday digital online custom complete total"
    " different daily modern next possible available endless limitless infinite countless simple big small"
    " key core important essential crucial vital critical overall ultimate current long short high low"
    " good rich diverse wide broad deep key"
)

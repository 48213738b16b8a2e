"""What a model says of its own accord: promises that want a fact, and capitals that name nobody."""

from __future__ import annotations

import re

__all__ = ["CAPITALS", "IDIOMS", "PROMISES", "SMALL_NUMBERS", "TITLES"]

SMALL_NUMBERS = 12  # up to a dozen people count in words ("three things", "two minutes of your day")

_DAY = (
    r"(?:today|tonight|tomorrow|midnight|noon|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:this"
    r"|next) (?:week|month"
    r"|year|weekend)|the end of (?:the|this) (?:week|month|year)|christmas|easter|new year|spring"
    r"|summer|autumn|fall"
    r"|winter|january|february|march|april|june|july|august|september|october|november|december)"
)
_PEOPLE = r"(?:customers?|users?|buyers?|subscribers?|members)"

_PATTERNS = (
    # Deadlines and scarcity.
    rf"\b(?:ends?|ending|expires?|closes?|runs out|is over) (?:on |at |by |this |next )*{_DAY}",
    rf"\b(?:order|sign up|book|buy|register|reply|act|join|switch|subscribe|apply|start) (?:now|by"
    rf"|before|until"
    rf"|no later than) (?:on )?{_DAY}",
    r"\buntil the end of (?:the|this) (?:week|month|year)\b|\b(?:today|this week"
    r"|this month) only\b|\bonly today\b",
    r"\blast chance\b|\blimited (?:time|offer|edition|places|spots|availability)\b"
    r"|\bwhile (?:stocks?|supplies) last\b",
    r"(?<!a )(?<!no )\bhurry(?=[!,.]| up| while| before)|\b(?:places?|spots?|seats?|slots?|units?|copies"
    r"|pieces) (?:are |is )?(?:left|remaining)\b"
    r"|\bselling (?:out|fast)\b|\bdon['’]t miss out\b|\bdeadline is\b",
    # Multiples, fractions and vague numbers.
    r"(?<![\w-])(?:doubles?|doubled|doubling|triples?|tripled|quadruples?|quadrupled|halves|halved|halving)"
    r"(?![\w-])(?! (?:check|booked|book|up|room|bed|doors?|cream))",
    r"\b(?:twice|thrice|(?:\w+ )?times) (?:as|more|faster|better|the)\b"
    r"|\b\w+fold\b(?<!manifold)(?<!fold)|\b(?:two|three"
    r"|four|five|ten|hundred)[- ]?fold\b",
    r"\b(?:a|one) (?:quarter|third|fifth|tenth) of\b(?! (?:an hour|a mile|an inch|a cup|a pint))"
    r"|\bby (?:a|one) (?:quarter|third|half|fifth|tenth)\b|\btwo[- ]thirds\b|\bthree[- ]quarters\b",
    r"\b(?:hundreds|thousands|millions|billions|dozens|scores) of\b|\ba million\b",
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|most) (?:in|of|out of) (?:the "
    r"|every )?(?:two|three"
    r"|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|hundred)\b",
    r"\bhundred\b|\b(?:decades?|generations?|centur(?:y|ies))\b|[½¼¾⅓⅔]|\bevery (?:second|third"
    r"|fourth|fifth|tenth)\b"
    r"|\bin every (?:two|three|four|five|six|ten)\b|\b(?:to|down to) (?:nil|zero|nothing)\b"
    r"|\bzero (?:mistakes|errors|waste|complaints|downtime|effort|hassle|fees?|costs?)\b",
    r"\bhalf[- ](?:the )?price\b|\bhalf off\b|\b(?:prices?|fees"
    r"|rates) (?:will )?(?:go|goes|rise|rises"
    r"|increase|change)s?\b|\bno (?:setup|hidden|joining|delivery|shipping|cancellation"
    r"|extra) (?:fees?|costs?"
    r"|charges?)\b|\bpay once\b|\bonly \w+ (?:\w+ )?left\b",
    # Guarantees, for ever, without fail.
    r"\bguaranteed\b|\bwarrant(?:y|ies)\b|\bno[- ]questions[- ]asked\b",
    r"\b(?:it|this|that|which|we|\w+s?) never (?:fails?|breaks?|stops?|sleeps?)\b|\bwe never\b"
    r"|\bfool-?proof\b"
    r"|\bfail-?safe\b|\bbullet-?proof\b|\b(?:can['’]?t|cannot|can not) (?:lose|fail|go wrong)\b",
    r"\b(?:no|zero|without|all the|take (?:all )?the|free of) risk\b|\bforever\b|\bfor (?:ever"
    r"|life)\b|\blifetime\b",
    r"\b(?:completely|totally|perfectly|absolutely|100 ?%) (?:safe|secure|reliable|accurate)\b",
    r"\bdeliver(?:y|ed|ies|s)? (?:is |are )?(?:today|tomorrow|overnight|next[- ]day|same[- ]day)\b"
    r"|\b(?:same|next)[- ]day delivery\b",
    r"\bday (?:and|or) night\b|\baround the clock\b|\b24/7\b",
    # Ranks.
    r"\bmarket leaders?\b|\bleaders? (?:in|of) (?:the|our)\b|\b(?:leading|top) (?:brand|provider"
    r"|maker|choice|name)\b"
    r"|\bmost (?:popular|loved|trusted|advanced|reliable)\b|\bnumber one\b|(?<!\w)#\s?1\b",
    r"\bthe (?:best|fastest|cheapest|easiest|simplest|safest|smartest|finest|quickest|healthiest|tastiest)"
    r"(?= ?(?:[.!?,;:]|there is|in the|on the market|of its kind|choice|way to|money"
    r"|you can (?:buy|get)|$))",
    r"\b(?:still|simply|and) the (?:best|finest|greatest)\b(?! (?:way|time|place|part|thing)s?\b)"
    r"|\b(?:world|industry|country|nation|market|uk|us|america|europe|britain)['’]?s? (?:first|best"
    r"|largest|biggest"
    r"|favou?rite)\b|\bwe beat\b|\bsince (?:launch|day one|the beginning)\b",
    r"\b(?:of its|of their) kind\b|\blike no other\b|\bnobody else\b|\bno one else\b"
    r"|\bthe only \w+ (?:that|to|in|with)\b",
    # What others say, test or give.
    r"\b(?:as )?(?:featured|seen|heard|reviewed) (?:in|on|by)\b|\b(?:product|brand|app|company"
    r"|team) of the year\b"
    r"|\b(?:winners?|finalists?|runners?-up|shortlisted) (?:of|for|in|at) the\b"
    r"|\baward(?:s|ed)?\b|\baward[- ]winning\b|\bprize[- ]winning\b",
    r"\b(?:doctors?|experts?|scientists?|researchers?|nutritionists?|dentists?|specialists?"
    r"|professionals|critics"
    r"|reviewers?|analysts?) (?:agree|recommend|say|found|find|love|trust|prefer|choose|swear)\w*\b",
    r"\b(?:stud(?:y|ies)|research|surveys?|science|tests?|data|polls?|reports?) (?:shows?|proves?"
    r"|says?|finds?|found"
    r"|suggests?|confirms?)\b|\bin a (?:recent )?(?:survey|study|poll|test)\b|\b(?:clinically"
    r"|scientifically) \w+\b",
    r"\b(?:recommended|approved|endorsed|certified|trusted|loved|used|backed|tested|vetted|praised) by\b",
    rf"\b(?:our|most|many|all|happy|other|one|another|a|every) {_PEOPLE} (?:of ours )?(?:have |has "
    rf"|already )?(?:loves?"
    r"|renews?|stays?|swears?|switch\w*|rel(?:y|ies)|trusts?|prefers?|saves?|saved|reports?"
    r"|reported|says?|said|tells?"
    r"|told|agrees?|rave\w*|rates?|rated|gets?|got|earn\w*|cut|grew|went|sees?|saw|notice\w*|report\w*)\b",
    rf"\b(?:our {_PEOPLE}|our clients) \w+|\b{_PEOPLE} (?:such as|like|including)\b"
    rf"|\bjoin (?:the )?(?:thousands|others"
    r"|hundreds|many)\b",
    r"\byour (?:competitors?|rivals?|neighbou?rs?) (?:already |have |all )*(?:us(?:e|es|ing)|know"
    r"|chose|switch\w*|does?)\b",
    r"\b(?:a|one) (?:client|clinic|shop|customer|company|business|team|owner) (?:in|from) [A-Z]\w+",
    r"\b(?:it |this |that )?(?:pays?|paid) for itself\b|\bcosts? (?:less|no more) than\b|\bcheaper than\b"
    r"|\b(?:any|every|other|all) (?:rivals?|competitors?)\b",
    r"\b(?:grew|grow|grows|increase[sd]?|boost(?:s|ed)?|raise[sd]?|lift(?:s|ed)?) (?:your |their "
    r"|its )?(?:revenues?|sales"
    r"|profits?|bookings|income|turnover|conversions?)\b",
    r"\b(?:carbon|climate)[- ](?:neutral|positive|negative)\b|\bnet[- ]zero\b|\bplants? (?:a|one) trees?\b"
    r"|\beco[- ]friendly\b",
    r"\bmoney[- ]back\b|\bfull refund\b|\bon us\b(?=[.!,;]|$)|\bon the house\b"
    r"|\bat no (?:extra )?(?:cost|charge)\b",
)
PROMISES = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PATTERNS)

# Turns of phrase with a number, a rank or a "best" that count and promise nothing.
IDIOMS = re.compile(
    r"\bforty winks\b|\bsix of one\b[^.?!\n]{0,30}|\btwo peas in a pod\b|\bnine lives\b|\bcloud nine\b"
    r"|\bseventh heaven\b"
    r"|\bthird time(?:['’]s| is)? (?:the charm|lucky)\b|\bsecond (?:nature|thoughts?|look|glance"
    r"|helpings?|opinion|wind"
    r"|fiddle|guess|chance|cup|nap)\b|\bsecond-(?:best|guess|hand)\b|\btwo birds\b|\btwo sides of\b"
    r"|\bsaves nine\b"
    r"|\btwo['’]s company\b|\bthree['’]s a crowd\b|\ball fours\b|\bto the nines\b|\bnine yards\b"
    r"|\bsquare one\b"
    r"|\ba million miles\b|\bin a million years\b|\bten a penny\b|\btwo left feet\b|\b(?:third|fifth) wheel\b"
    r"|\b(?:four|three|every) corners?\b|\bseven seas\b|\beleventh hour\b|\ba thousand words\b"
    r"|\bin two minds\b"
    r"|\btwo and two\b|\btwo can play\b|\btwo heads\b|\b(?:two|three|four) (?:hands|eyes|ears) (?:are"
    r"|is) better\b"
    r"|\bfirst (?:come|things? first|and foremost|light|thing|aid|gear)\b|\bin the first place\b"
    r"|\bat (?:first|best|last)\b"
    r"|\blast (?:but not least|straw|word|legs)\b|\bfirst sight\b|\bonce (?:bitten|in a while"
    r"|in a blue moon|upon a)\b"
    r"|\b(?:think|measure|look|check|knock|ring|ask|read|say (?:it|that)) twice\b|\btwice shy\b"
    r"|\bbetter half\b"
    r"|\bhalf[- ](?:asleep|awake|heart\w*|open|empty|full|eaten|done|finished|dressed|way|moon|past"
    r"|a mind|the time|hour|term)\b"
    r"|\bhalf a (?:dozen|minute|second|chance|smile|thought)\b|\bthe other half\b|\bhalfway\b"
    r"|\btwo-way street\b"
    r"|\bin one ear\b|\bone (?:foot|eye|hand|step|thing|day|morning|more|by one|at a time|of those"
    r"|way or another)\b"
    r"|\bsixth sense\b|\bhundred and one\b|\bin two places at once\b|\btwo places\b"
    r"|\bbest (?:of both worlds|foot|guess"
    r"|friends?|bet|laid|wishes|behaviour|behavior|suit|shoes)\b|\bfor the best\b|\ball the best\b"
    r"|\bmake the best\b"
    r"|\bbest (?:served|eaten|enjoyed|left|kept|seen|not)\b|\bbetter (?:late|safe|luck|than nothing)\b"
    r"|\bnobody['’]s perfect\b"
    r"|\b(?:in|at) (?:a|one) (?:second|moment|go|sitting|breath|glance|time)\b|\bzero hour\b"
    r"|\bthree cheers\b|\bten to one\b"
    r"|\bsleep (?:like|on)\b|\bnever (?:rains|say never|boils|mind|mind the|too late|again)\b"
    r"|\bhigh five\b|\btake five\b",
    re.IGNORECASE,
)

TITLES = frozenset("Dr Prof Professor Mr Mrs Ms Sir Lady Dame".split())

# Words whose capital names no person or firm that a copy could lean on.
CAPITALS = frozenset(
    "I Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays"
    " Saturdays Sundays January February March April May June July August September October November December"
    " Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Christmas Easter Thanksgiving"
    " Halloween Hanukkah Ramadan"
    " Diwali Lent Valentine New Year Eve Advent Bank Holiday Labor Memorial Independence Veterans Boxing"
    " English British American French German Spanish Italian Dutch Welsh Scottish Irish European"
    " Chinese Japanese"
    " Greek Turkish Indian Mexican Canadian Australian Swiss Latin Roman"
    " Google Excel Word Outlook Gmail PowerPoint WhatsApp Zoom Teams Slack PDF Wi-Fi Bluetooth iPhone Android"
    " Internet TV CV OK DIY FAQ HR IT CEO CFO COO CTO PR QR SMS USB VAT AM PM US UK EU USA AI"
    # Breeds and kinds of food; a firm that is called like one says no more by it.
    " Great Dane Danes Labrador Labradors Beagle Dachshund Chihuahua Siamese Persian Maine Coon Shepherd"
    " Golden Retriever Border Collie Jack Russell Terrier Yorkie Rottweiler Corgi Poodle Bernard Shih Tzu"
    " Husky Siberian Dalmatian Pomeranian Spaniel Alsatian Earl Grey Darjeeling Cheddar Stilton Lancashire"
    " Hi Hello Dear Thanks Best Regards Cheers Yours Re Fw PS".split()
)

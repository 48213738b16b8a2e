"""Kinds of statements that only a guide can know to be true: what we do, own, use, hold, give and are"
" praised for.

Our own patterns, by kind. Where a pattern has a group `said`, that part is what the guide must hold; else all
of the match is. They are tried on single sentences in a model's copy, and only there.
"""

from __future__ import annotations

import re

__all__ = [
    "FREE_NOUNS",
    "FREE_VERBS",
    "KINDS",
    "ONLY_OF_PEOPLE",
    "OURS_WITH",
    "PAST",
    "SPECIAL",
    "WE_DO",
    "WORD_FOR_WORD",
]

_CALENDAR = (
    r"(?:noon|midnight|tea ?time|lunch(?:time)?|dawn|supper|dinner|breakfast|close of business"
    r"|\d{1,2}(?::\d\d)?"
    r" ?[ap]\.?m\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july"
    r"|august"
    r"|september|october|november|december|christmas|easter|halloween|thanksgiving|labor day|memorial day"
    r"|independence day|new year|bank holiday|black friday|spring|summer|autumn|winter|the fall|the frost"
    r"|the (?:end|start|beginning|first|last|clocks?|holidays?)|(?:this|next|the) (?:week|month|year"
    r"|weekend|season))"
)
_SELL = (
    r"(?:sign(?:s|ing)? up|orders?|ordering|subscribe|join|book|buy|switch|register|enrol|start|reply|act"
    r"|apply"
    r"|upgrade|renew|claim|reserve|get yours)"
)
_NUMBER = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|(?:a )?hundred|dozens?)"
)
_THINGS = (
    r"(?:systems?|brands?|software|tools?|vendors?|makers?|compan(?:y|ies)|products?|apps?|chains?|firms?"
    r"|suppliers?|services?|providers?|platforms?|competitors?|rivals?|pots?|oats|porridges?|packs?|boxes"
    r"|names"
    r"|manufacturers?|agencies|retailers?|options|alternatives|packages|programs?)"
)
_IT = r"(?:it|us|them|ours|this|our \w+|what we (?:do|make|sell)|the (?:product|app|software|box|pot)s?)"
_PRAISE = (
    r"(?:swears? by|trusts?|rates?|recommends?|loves?|adores?|raves? about|chooses?|picks?|prefers?"
    r"|rel(?:y|ies) on"
    r"|counts? on|vouch(?:es)? for|endorses?|praises?|can['’]t get enough of|(?:is|are|have) switch(?:ing"
    r"|ed) to"
    r"|turns? to|flock(?:s|ing)? to|begs? for|asks? for|craves?|applauds?|backs?|suggests?|advises?|favou?rs?"
    r"|(?:start|begin)s? (?:their|the|each|every) (?:day|morning|shift|week)s? with|(?:talk|rav)ing about)"
)

KINDS: dict[str, tuple[str, ...]] = {
    "deadline": (
        rf"\b{_SELL}\b[^.?!;:\n]{{0,40}}\b(?:before|by|until|till|no later than) (?:the |this |next "
        rf"|\w+ on )?{_CALENDAR}",
        rf"\b(?:orders?|boxes|parcels?|deliver(?:y|ies)|shipments?|requests?)\b[^.?!;:\n]{{0,40}}\b(?:by"
        rf"|before"
        rf"|within|until) (?:the |this |next )?{_CALENDAR}",
        rf"\b(?:open(?:s|ed)?|clos(?:e[sd]?|ing)|launch(?:es|ed)?|go(?:es)? (?:on sale|live|up)|on sale"
        rf"|rises?|is out|are out|back in stock|available|new from)\b[^.?!;:\n]{{0,30}}\b(?:from|in|on"
        rf"|at|when|by|until"
        rf"|this|next) (?:the )?(?:\w+ )?(?:week (?:of|in) )?{_CALENDAR}",
        r"\bwithin the first (?:\w+ ){1,3}|\binside (?:a|one) (?:day|week|month|year)\b"
        r"|\bby the end of (?:the|your) (?:first )?(?:quarter|season|year|first \w+)\b",
        r"\block in\b|\bbefore (?:the )?prices? (?:goes?|rises?)\b|\bwaits? until (?:the )?(?:spring"
        r"|summer|winter)\b",
    ),
    "scarcity": (
        r"\b(?:go(?:es)?|now|back) on sale\b|\bstocks? (?:is|are) (?:running|getting) (?:low|out)\b"
        r"|\brunning out fast\b",
        r"\bonly (?:a )?(?:handful|few|couple|hundred|dozen)\b[^.?!\n]{0,30}\b(?:left|remain(?:s|ing)?"
        r"|available)\b",
        r"\b(?:nearly|almost|all but) (?:gone|sold out|full|booked)\b|\bgoing fast\b|\bselling out\b"
        r"|\bsold out by\b",
    ),
    "figure": (
        r"\b(?:a|the) (?:tiny |small |mere )?fraction of\b|\bto (?:almost|nearly|next to) (?:nothing|none"
        r"|zero)\b",
        r"\bby (?:a|one) (?:good|full|whole|solid|clear|clean|further|mere|massive|huge) \w+\b",
        r"\b(?:the |a )?(?:vast|great|overwhelming|large|clear) majority\b|\bthe bulk of (?:our|them"
        r"|customers)\b",
        r"\b(?:nearly|almost|virtually) (?:all|every(?:one|body)?|half|none) (?:of )?(?:our|of the)\b",
        r"\b(?:single|double|triple)[- ]digits?\b|\bseveral (?:hundred|thousand|dozen)\b|\bcountless\b",
        r"\b(?:fortnight|month|week|year)s? of (?:breakfasts|bowls|porridge|meals|supplies|supply|use"
        r"|support)\b",
    ),
    "count": (
        r"\b(?:a )?(?:couple(?: of)?|few|good) (?:hundred|thousand|dozen|score)\b|\bthe better part of\b"
        r"|\b\w+-odd\b"
        r"|\b(?:hundred|thousand|million|billion)ths?\b|\bclose to (?:a|one|two|three|half)\b|\bscores of\b",
        rf"\b{_NUMBER} (?:\w+ ){{0,2}}(?:out of|in(?: every)?) (?:every )?{_NUMBER}\b(?! minutes?"
        rf"| seconds?| hours?| the morning)",
        rf"\b(?:team|staff|crew|family|house|shed|flock) of {_NUMBER}\b(?! (?:us|you|them))",
        rf"\b{_NUMBER} (?:generous |full |big |small )?(?:grams?|grammes?|calories|kilos?|ounces"
        rf"|helpings?|servings?|portions?"
        r"|locations?|sites?|branches|offices|countries|states|languages|recipes|stockists|staff"
        r"|engineers)\b"
        r"(?! (?:at|in) (?:the|your) (?:desk|door|counter|table|line|queue))",
    ),
    "price": (
        r"\b(?:less|cheaper|no more|little more) than (?:the (?:price|cost) of )?(?:a|your|one"
        r"|two)\b[^.?!\n]{0,16}"
        r"\b(?:latte|coffees?|cappuccino|tea|pizza|sandwich|pint|lunch|meal|takeaway|magazine"
        r"|subscription|receptionist)\b",
        r"\b(?:quid|fivers?|tenners?|bucks|pennies|dimes?|nickels?|peanuts a)\b|\bat cost(?! of)\b"
        r"|\bcost price\b",
        r"\b(?:a|one|two|three|five|ten|twenty|fifty|hundred) (?:dollars?|pounds|cents|pence|euros?)\b"
        r"(?! (?:of (?!\w+ (?:a|per))|heavier|lighter))",
        r"\bprices? (?:(?:have|has) stayed|(?:stays?|remains?|is|are) (?:the same|fixed|frozen|locked))\b",
        r"\bcosts? you (?:only )?(?:nothing|half|less|a)\b|\bhalf as much\b|\bpay for (?:only )?(?:one"
        r"|two|half)\b"
        r"|\bbuy \w+ (?:\w+ )?(?:and|,) (?:get|pay)\b|\bby the year\b|\bdiscounts?\b|\bvouchers?\b"
        r"|\bcoupons?\b",
        r"\bno (?:\w+ )?fees?\b|\bwithout (?:any )?(?:\w+ )?fees?\b|\bflat (?:rate|fee|price)\b"
        r"|\ba flat [$£€\w]+",
    ),
    "promise": (
        r"\byou(?:['’]ll| will)? (?:don['’]t|won['’]t|do not|never|will not"
        r"|only) (?:have to )?pay\b(?! attention)",
        r"\byou(?:['’]ll| will) (?:never|always)\b(?! (?:guess|know|believe|forget|hear (?:me|us)|live))",
        r"\bno strings(?: attached)?\b|\bfor nothing\b|\bno catch\b|\bno obligation\b|\bwithout obligation\b",
        r"\b(?:is|are|comes?|all) included\b|\bincluded (?:in|with|at|for)\b|\bthrown? in\b|\bas (?:a"
        r"|our) gift\b",
        r"\bcomes? with (?:a|an|its|their|two|free|your)\b[^.?!;\n]{0,40}",
        r"\b(?:your|the|our|each|every) (?:box|boxes|order|orders|parcels?|deliver\w+|data|records?|staff"
        r"|team|children"
        r"|kids|customers|clients|phones?|slots?) (?:will|won['’]t|is|are|stays?) (?:always|never|all"
        r"|safe|be safe)\b",
        r"\b(?:safe|secure) (?:with us|in our hands)\b|\bwhatever happens\b|\bon time, every time\b"
        r"|\balways on time\b"
        r"|\bwithout fail\b|\bnever (?:runs?|ran) out\b|\bwe never\b|\bevery single time\b",
        r"\bwe(?:['’]ll| will)? (?:promise|guarantee|pledge|vow|swear)\b|\bor we(?:['’]ll)? (?:eat|pay"
        r"|refund|send|give)\b",
        r"\b(?:refund|credit|reimburse|compensat)\w*\b[^.?!;\n]{0,30}|\bpa(?:y|id) (?:you )?back\b"
        r"|\bback in full\b",
        r"\bdedicated \w+ (?:manager|person|team|contact|expert|line)\b|\b(?:success|account) managers?\b",
    ),
    "praise": (
        rf"\b\w+s (?:everywhere |alike |all over \w+ |across \w+ (?:\w+ )?|up and down \w+ \w+ "
        rf"|coast to coast )?"
        rf"(?:all |already |really |often |also |simply )?{_PRAISE} {_IT}\b",
        rf"\b(?:every(?:one|body)|people|folks?|they all|we all|\w+ (?:in the (?:field|trade"
        rf"|business))) (?:\w+ )?(?:is |are )?"
        rf"{_PRAISE} {_IT}\b",
        r"\b(?:boards?|association|inspectors?|regulators?|auditors?|authorit(?:y|ies)|council|government"
        r"|universit(?:y|ies)"
        r"|(?:teaching )?hospitals?|colleges?|schools?|doctors?|dietitians?|nutritionists?|dentists?"
        r"|athletes?|experts?"
        r"|veterinarians|chefs?|lawyers?|attorneys?|consultants?|critics?|reviewers?|bakers?|judges?|nurses?"
        r"|nurseries) (?!runs?\b|days?\b|gates?\b|mornings?\b)(?:\w+ ){0,2}?"
        r"(?:accepts?|recogni[sz]es?|approves?|recommends?|trusts?|likes?"
        r"|loves?|rates?|rated"
        r"|suggests?|starts? (?:with|each|every|the|their|on)|uses?|serves?|scored|calls?|chooses?|picks?"
        r"|agrees?|backs?|praises?|prefers?"
        r"|swears?|advises?)\b",
        r"\bwhat (?:\w+ ){1,3}(?:choose|use|buy|trust|prefer|recommend|order|pick|reach for"
        r"|swear by)\b(?! you)(?! to )",
        r"\bfavou?rites? (?:with|of|among|for|in)\b|\b(?:nation|country|world|industry|region"
        r"|trade)['’]s favou?rite\b"
        r"|\b(?:best|most|much|well|widely)[- ](?:loved|rated|liked|reviewed|trusted|recommended|known"
        r"|used)\b|\bloved (?:by|across|in"
        r"|from|coast)\b|\b(?:five|5|four|4) stars?\b|\btop[- ]rated\b|\bhighly rated\b",
        r"\bfast[- ]growing\b|\b(?:happy|growing|big|global|worldwide) (?:family|community|number|list"
        r"|crowd|circle) of\b"
        r"|\bfamily of (?:happy|\w+ clinics)\b|\bword (?:has|is) (?:spread|spreading|getting)\b"
        r"|\bmaking the (?:switch|move)\b",
        r"\bleave (?:the )?(?:\w+ ){1,2}for us\b|\b(?:switch|move|come) to us\b(?! (?:with|when|if))"
        r"|\bhas become (?:the|a)\b",
        r"\bcustomers? (?:gives?|rates?|returns?|comes? back|tells?|writes?|says?)\b"
        r"|\b\w+ tell us that (?:they|their|mornings)\b",
        r"\bone (?:\w+ ){0,2}(?:manager|owner|mum|mom|dad|parent|clinic|customer|technician|tech|vet"
        r"|shop(?:keeper)?|client"
        r"|doctor|nurse|teacher|baker|school|practice)\b(?:[^.?!\n]{0,24}\b(?:wrote|told|said|says|writes"
        r"|tells|swears|paid"
        r"|saved|found|cut|sold|calls|called)\b)",
        r"\ba (?:clinic|shop|school|nurse|teacher|practice|bakery|caf[eé]|family|reader|customer|mum|dad"
        r"|vet) (?:in|from|near|down)"
        r" (?:the |a )?\w+",
    ),
    "press": (
        r"\b(?:trade|sunday|national|local|daily|weekend) (?:press|papers?|news(?:papers?)?|magazines?)\b"
        r"|\bon (?:the )?(?:telly|tv|television|radio|news)\b|\bin the (?:press|papers|news|media"
        r"|headlines)\b",
        r"\b(?:read|heard|seen?) (?:about |of )?us (?:in|on|at|before|last)\b|\bmight have seen us\b"
        r"|\bas seen\b",
        r"\bscored (?:it|us|them|our|above|higher|highest|top)\b|\bpanel of\b|\brunners?-up\b"
        r"|\bfinalists?\b|\bshort-?listed\b"
        r"|\bwon (?:gold|silver|bronze|the|a|an|first|best|top)\b|\b(?:gold|silver|bronze) (?:medals?"
        r"|awards?|stars?)\b"
        r"|\b(?:innovation|taste|design) (?:prizes?|awards?|stars?)\b|\bbest in (?:show|class)\b"
        r"|\b\w+ prizes?\b|\bvoted\b"
        r"|\b(?:food )?(?:writers|reviewers|critics|journalists|bloggers|editors) \w+",
        r"\b(?:named|ranked|rated|picked|crowned|chosen) (?:us|it|as|our|a |the |among|by )\b",
    ),
    "law": (
        r"\b(?:fully )?\w* ?complian(?:t|ce)\b|\b(?:passes|passed|pass) (?:every |each |any "
        r"|all )?(?:inspections?|audits?)\b"
        r"|\binspections?,? every\b|\b\w+-(?:proof|certified|approved|compliant|tested"
        r"|grade)\b(?<!water-proof)",
        r"\b(?:certified|accredited|licensed|patented|trademarked|registered|insured|audited|verified"
        r"|reviewed and approved)\b",
        r"\b(?:hygiene|safety|food|energy) (?:ratings?|scores?|certificates?|standards?|awards?)\b"
        r"|\btop (?:\w+ )?rating\b",
        r"\bsafe for (?:\w+ ){0,4}\w+|\bsuitable for (?:\w+ ){0,3}(?:allerg\w+|coeliacs?|diabetics?"
        r"|vegans?|vegetarians?|babies)\b",
        r"\bmeets? (?:every|all|each|the) (?:\w+ )?(?:rules?|standards?|requirements?|regulations?|laws?)\b",
        r"\b(?:strictest|highest) (?:\w+ )?standards?\b|\bb corps?\b|\bencrypt\w*|\bbank[- ](?:level"
        r"|grade)\b",
    ),
    "comparison": (
        rf"\b(?:other|most|ordinary|normal|regular|rival|competing|supermarket|shop-bought|big(?: name)?"
        rf"|generic|so-called"
        rf"|cheaper|leading|conventional|traditional|mainstream) (?:\w+ )?{_THINGS}\b(?! (?:that|you|we"
        rf"|in your) (?:you|have|use))",
        r",? (?:and|but|while) (?:ours (?:doesn['’]t|don['’]t|isn['’]t|is not|do not|aren['’]t|are not"
        r"|won['’]t|stays?"
        r"|does|do)\b|we (?:doesn['’]t|don['’]t|do not|won['’]t|aren['’]t|are not|do)(?=[.!?;]|$))",
        r"\bbeats? (?:what|the|any|every|all|most)\b(?! (?:traffic|queue|clock|rush|odds|heat|crowds?"
        r"|hurry))",
        r"\bunlike (?:any|other|the|most|our|ordinary|those)\b|\bcompared (?:with|to)\b"
        r"|\brather than (?:others|the rest)\b",
        r"\b(?:healthier|greener|cleaner|safer|tastier|creamier|fresher|smarter|easier|cheaper|faster"
        r"|quicker|better|kinder)"
        r" than (?:any|other|your|the|cereal|toast|most|anything|a )",
        r"\bthe (?:old|usual|manual) way \w+s\b[^.?!\n]{0,40}\b(?:we|our|catch\w*|doesn['’]t|don['’]t)\b",
        r"\bthe (?:competition|big (?:names|players|brands|vendors|chains))\b|\bmore than the market\b",
        r"\bmore (?:\w+ ){0,2}than (?:the one|those|any|other|most)\b|\ba (?:third|quarter|half"
        r"|fifth) (?:more|less|fewer)\b",
    ),
    "superlative": (
        r"\bthere (?:isn['’]t|is no|aren['’]t|are no) (?:another|others?|better|faster|easier|quicker"
        r"|smarter|simpler)\b",
        r"\b(?:you(?:['’]ll| will) (?:not|never)|you won['’]t) (?:find|taste|see|meet|get|need)\b",
        r"\bnothing (?:else )?(?:on the market|comes close|beats|fills?|works?)\b|\bsecond to none\b"
        r"|\bunrivall?ed\b|\bunmatched\b"
        r"|\bunbeatable\b|\bworld[- ]class\b|\bone of a kind\b|\bbest-?selling\b"
        r"|\bstate[- ]of[- ]the[- ]art\b",
        r"\bno (?:other|rival|competing) \w+|\bno \w+ is (?:quicker|faster|better|easier|simpler|creamier)\b",
        r"\bthe (?:smartest|easiest|calmest|greenest|creamiest|finest|purest|richest|friendliest|fairest"
        r"|simplest|safest"
        r"|quickest|freshest|tastiest) \w+ (?:in|on|around|you|your|for|that|of|ever|we|anywhere)\b",
        r"\bthe (?:original|first|only|pioneering) \w+ (?:to|that|in|on|of its)\b|\b(?:first"
        r"|one of the first) to\b(?! (?:know"
        r"|arrive|leave|go|bed|notice|hear|see|admit|say|come|finish))|\bindustry standard\b"
        r"|\bthe standard for\b",
    ),
    "history": (
        r"\b(?:co-?)?founders?\b|\binvestors?\b|\b(?:our )?funding\b|\bheadquarters?\b|\bhead office\b"
        r"|\b(?:second|new|third) (?:office"
        r"|factory|mill|shop|site|warehouse|kitchen)\b|\bemployee-?owned\b|\bshares? of the (?:business"
        r"|company)\b"
        r"|\bfamily (?:business|firm|recipe|secret|farm)\b|\bfamily-(?:run|owned)\b|\bfirst version\b"
        r"|\bcharit(?:y|ies)\b"
        r"|\bdonat\w+|\b(?:percent|per cent|share) of (?:our )?(?:sales|profits?)\b|\bshelters\b"
        r"|\bgrandmother\b|\bgrandfather\b",
        r"\bfrom (?:her|his|their) (?:father|mother|parents|uncle|aunt|family)\b|\bsince (?:the (?:spring"
        r"|summer|autumn"
        r"|fall|winter|year) (?:of|that|we)|\d{4}|day one|we (?:were|began|started|opened))\b"
        r"|\bfor (?:over |more than |nearly )?(?:years|decades|generations)\b|\bgenerations?\b",
        r"\bbuilt by \w+ \w+|\b(?:designed|made|written|run|owned|tested) by (?:vets?|techs?|nurses?"
        r"|parents|farmers|chefs?"
        r"|people who)\b",
    ),
    "making": (
        r"\bmade (?:from|with|using|in|by hand)\b(?! (?:a |the )?(?:mind|mistake|hurry))[^.?!,;\n]{0,40}",
        r"\b(?:grown(?!-)|sourced|picked|harvested|roasted|baked|smoked|dried|ground|brewed|pressed"
        r"|stone-?ground|hand-?made"
        r"|home-?made|hand-?picked)\b[^.?!,;\n]{0,30}",
        r"\b(?:bowl|cup|pot|sachet|box|pouch|crate|serving|portion|helping|account|plan|order"
        r"|spoonful)s? (?:carr(?:y|ies)|contains?"
        r"|holds?|includes?|packs?|gives? you|delivers?|provides?|saves?|stacks?|ha(?:s"
        r"|ve))\b[^.?!;\n]{0,40}",
        r"\b(?:sweetened|flavou?red|fortified|enriched) with\b[^.?!,;\n]{0,30}|\bwe sweeten\b",
        r"\bnow (?:with|in|available|on|even|featuring)\b[^.?!\n]{0,30}|^new:? \w+|\bintroducing\b"
        r"|\bcoming soon\b",
    ),
}  # fmt: skip

# Kinds whose words the guide must hold in a row; of the others, one of its sentences must hold most of them.
WORD_FOR_WORD = frozenset(["scarcity", "figure", "praise", "press", "comparison", "superlative"])

# Words that name a quality, a nutrient, a technique or a service that a product has or has not. Each may
# stand where the guide or the brief has it.
SPECIAL = re.compile(
    r"\b(?:vitamins?|minerals?|proteins?|antioxidants?|probiotics?|calories|cholesterol|immun\w+|gluten"
    r"|vegan|organic"
    r"|dairy[- ]free|nut[- ]free|sugar[- ]free|fat[- ]free|halal|kosher|keto|non-gmo|superfoods?"
    r"|healthy heart|heart[- ]healthy"
    r"|compost\w*|biodegrad\w*|recycl\w*|plastic[- ]free|sustainab\w*|renewables?|solar|carbon"
    r"|fair ?trade|free[- ]range"
    r"|single[- ]origin|small[- ]batch|artisan\w*|cargo bikes?|electric van"
    r"|back(?:ed)? up|backups?|two[- ]factor|single sign-on|sso|gdpr|offline mode|works offline"
    r"|without a signal|real[- ]time"
    r"|artificial intelligence|ai|machine learning|dictation|chatbots?|bots?|bluetooth|gps|api|plug-?ins?"
    r"|webhooks?"
    r"|multi-?lingual|video calls?|dark mode|widgets?|kiosks?|loyalty|reward points?|collect points"
    r"|success manager"
    r"|integrat\w+|syncs?|synced|syncing|plugs? (?:straight |right )?into|scanners?|label printers?)\b",
    re.IGNORECASE,
)  # fmt: skip

# "We" with a verb, and what follows it up to the end of its clause.
WE_DO = re.compile(
    r"\b(?P<we>we)(?P<aux>['’]ll|['’]ve| will| can| have| also| even| always| still| now| now also)?"
    r"(?: (?:\w+ly|also|even|always|still|now|all|both|each))? (?P<verb>[a-z]+)\b(?!['’])"
    r"(?P<rest>[^.?!;:,\n]{0,80})",
    re.IGNORECASE,
)
# What belongs to us: "our packers", "our new lid".
OURS_WITH = re.compile(
    r"\bour (?:own |new |old |latest |whole |very own |small |little |entire |local |electric "
    r"|in-house )*(?P<noun>[a-z][\w-]+)",
    re.IGNORECASE,
)
# Things that one company has and another has not; what ends in -s or names a trade counts, too.
ONLY_OF_PEOPLE = re.compile(
    r"(?:\w{3,}(?:[^sui\W]s|ers?|ists?|ors?|ians?)|app|staff|crew|chef|factory|lab|bakery|warehouse|fleet"
    r"|podcast|newsletter"
    r"|blog|community|forum|academy|foundation|charity|fund|patent|robot|algorithm|hotline|helpline"
    r"|warranty|cardboard"
    r"|technology|formula|family|father|mother|grandmother|shop|store|office|garden|orchard|dairy|farm"
    r"|headquarters)",
    re.IGNORECASE,
)
FREE_NOUNS = frozenset(
    "ways turns bits parts jobs words hands guesses views opinions sides things problems faults points"
    " apologies sleeves"
    " boots shoes socks noses elbows knees thumbs gloves aprons"
    " fingers hats heads eyes ears minds days mornings evenings weeks years lives rules habits favourites"
    " favorites betters"
    " others matter wonder answer honor humor letter manners customers readers number dinner summer"
    " winter never ever other"
    " offer order paper corner counter quarter shoulder weather water center over under either neither"
    " answers".split()
)
FREE_VERBS = frozenset(
    "think know believe hope prove show get see understand mean say tell ask want try help guess suspect"
    " doubt wish"
    " keep can could"
    " would should might may must have had has do did does are were was be been being am will need like"
    " love hate prefer"
    " enjoy find feel hear look listen care mind agree admit apologise apologize forget remember notice"
    " wonder figure"
    " thought saw heard noticed wondered hoped meant wanted knew figured felt looked read just also only"
    " still simply even"
    " once often sometimes too never always both all each not of in to on at and or but as when who that"
    " which for from"
    " so then here there now together already rather really both no nothing none ll ve re d t".split()
)
# Past forms of verbs that make a history of us; regular ones end in -ed.
PAST = frozenset(
    "won took began grew built met raised sold made spent bought went wrote gave got came became led ran"
    " taught kept"
    " brought held drew sent lent left lost broke chose drove flew put set shot stood swam threw wore"
    " opened hired".split()
)

"""The patterns of what goods are and do: certificates and tests, green claims, claims of health."""

from __future__ import annotations

from copykit.checks.stating import Rules, rule

__all__ = ["QUALITIES"]

QUALITIES: Rules = (
    (
        "bs en din astm ansi ul iec nf csa nfpa ip ipx ce",
        rule(
            "certificate",
            # A norm and its number, a class of protection, a mark of conformity.
            r"\b(?-i:BS|EN|DIN|ASTM|ANSI|UL|IEC|NF|CSA|NFPA)(?-i: EN| ISO| IEC)?[ -]?[A-Z]?\d{2,5}\b"
            r"|\b(?-i:IPX?)[ -]?\d{1,2}\b|\b(?-i:CE)[- ]marked\b",
            ours=True,
        ),
    ),
    (
        "regulated licensed licenced authorised authorized accredited inspected audited vetted"
        " recognised recognized",
        rule(
            "certificate",
            # By whom, and with a name or an article: somebody who can be asked.
            r"\b(?:regulated|licen[sc]ed|authori[sz]ed|accredited|recogni[sz]ed|inspected|audited"
            r"|vetted)(?: and \w+)? by "
            r"(?:(?:the|an?|our) [\w'’-]+|\w+ities|(?-i:[A-Z])[\w'’-]+)(?: (?-i:[A-Z])[\w'’-]+)*",
            ours=True,
            sells=True,
            now=True,
            needs="by",
        ),
    ),
    (
        "standard standards",
        rule(
            "certificate",
            r"\b(?:meets?|exceeds?|(?:\w+ed|built|made|works?) to|compl(?:y|ies) with|conforms?"
            r" to)"
            r" (?:all |every )?(?:the |an? )?(?:[\w-]+ ){0,3}standards?\b",
            ours=True,
            sells=True,
            now=True,
            needs="meet meets exceed exceeds to with",
        ),
    ),
    (
        "certified chartered licensed licenced accredited qualified vetted registered",
        rule(
            "certificate",
            # "Taught by certified instructors": what our people are.
            r"\b(?:by|our|all|with|every) (?:[\w-]+ ){0,2}?(?:certified|chartered|licen[sc]ed|accredited"
            r"|qualified"
            r"|vetted|registered) (?:[\w-]+ )?[\w-]+(?:ers?|ors?|ists?|ants?|ians?|ees?|staff|team"
            r"|nurses?)\b",
            ours=True,
            sells=True,
            now=True,
            needs="by our all with every",
        ),
    ),
    (
        "offset offsets recycle recycles compost composts reuse reuses rewild",
        rule(
            "green",
            # What we do for the world, of all of a kind; and what becomes of the goods.
            r"\b(?:we|our \w+|they|it)(?: also| even)? (?:offsets?|recycles?|composts?|reuses?|rewilds?)"
            r" (?:every|all"
            r"|each|our|the|any|\d+)\b(?: \w+){0,3}"
            r"|\b(?:breaks?|rots?) down in (?:your |the |a )?(?:\w+ )?compost(?: \w+)?",
            ours=True,
            sells=True,
            now=True,
        ),
    ),
    (
        "without",
        rule(
            "green",
            r"\bwithout (?:the |any |a (?:drop|trace|gram|hint) of )?(?:carbon|emissions|exhaust|fossil"
            r" fuels?|pesticides?|plastic)\b",
            ours=True,
            sells=True,
            needs="carbon emissions exhaust fossil pesticides pesticide plastic",
        ),
    ),
    (
        "renewable solar wind sun sunlight green clean",
        rule(
            "green",
            r"\b(?:run|runs|running|made|brewed|baked|printed|heated|roasted|powered)(?: \w+)? (?:on|by"
            r"|with|from)"
            r" (?:the |our (?:own )?|100 ?% |pure(?:ly)? |only )?(?:renewable|solar|wind|sunlight|sun"
            r"|green|clean)"
            r"(?: (?:power|energy|electricity))?\b",
            ours=True,
            sells=True,
            needs="run runs running made brewed baked printed heated roasted powered",
        ),
    ),
    (
        "fully",
        rule(
            "certificate",
            r"\bfully (?:refundable|insured|licen[sc]ed|trained|qualified|vetted|accredited|bonded|compliant"
            r"|certified|tested)\b",
            ours=True,
        ),
    ),
    (
        "qualified vetted licensed licenced accredited bonded",
        rule(
            "certificate",
            r"\bour (?:\w+ ){1,2}are (?:all )?(?:qualified|vetted|licen[sc]ed|accredited|bonded)\b(?:"
            r" and \w+)?",
            ours=True,
            needs="our",
        ),
    ),
    (
        "level grade",
        rule(
            "certificate",
            # "Bank-level encryption."
            r"\b(?:bank|military|enterprise|hospital|clinical|professional|restaurant|museum|aerospace)"
            r"[- ](?:level|grade)\b(?: \w+)?",
            ours=True,
        ),
    ),
    (
        "safe",
        rule(
            "health",
            r"\bsafe for (?:(?:your|small|young) )?(?:children|kids|babies|toddlers|pets|dogs|cats"
            r"|sensitive skin)\b",
            ours=True,
        ),
    ),
    (
        "high source rich packed",
        rule(
            "health",
            r"\b(?:high in|source of|rich in|packed with) (?:vitamins?|iron|calcium|zinc|magnesium"
            r"|potassium|omega"
            r"|antioxidants)\b(?: [a-z]\b)?",
            ours=True,
            needs="vitamin vitamins iron calcium zinc magnesium potassium omega antioxidants",
        ),
    ),
    (
        "range",
        rule("certificate", r"\bfree[- ]range\b", ours=True, needs="free"),
    ),
    (
        "free",
        rule(
            "certificate",
            # "PFAS-free", "nut-free": what is left out of a thing, and no mood.
            r"(?<![\w-])(?:[a-z]+-)?(?!(?:it|me|you|us|them|set|go|get|try|risk|plastic|chemical|carbon"
            r"|climate|gluten|cruelty|sugar|fat"
            r"|emissions?|hands|toll|duty|tax|care"
            r"|stress|hassle|worry|trouble|scot|rent|interest|jargon|guilt|gift|royalty|fee|car|child"
            r"|rust)-)[a-z]+-free\b",
            ours=True,
        ),
    ),
    (
        "friendly grown fed caught picked",
        rule(
            "green",
            r"\b(?:bird|bee|wildlife|ocean|reef|forest|pollinator|nature|animal)-friendly\b|\bshade-grown\b"
            r"|\b(?:grass|pasture)-fed\b|\b(?:wild|line|pole)-caught\b|\bhand-picked\b",
            ours=True,
            sells=True,
        ),
    ),
    (
        "based",
        rule("certificate", r"\bplant[- ]based\b", ours=True, sells=True, needs="plant"),
    ),
    (
        "made handmade built grown roasted sewn designed brewed knitted woven assembled distilled",
        rule(
            "certificate",
            # Where a thing is from.
            r"(?:hand-?)?(?:made|built|grown|roasted|sewn|designed|brewed|knitted|woven|assembled|distilled)"
            r"(?: by hand)? in (?:the )?(?-i:[A-Z])[\w'’-]+"
            r"|(?:made|built|sewn|knitted|woven) (?:from|of|with) (?!(?:scratch|love|care)\b)[a-z-]+(?:"
            r" [a-z]+)?",
            ours=True,
            place="first",
            sells=True,
            needs="in from of with",
        ),
    ),
    (
        "backed proven supported",
        rule(
            "certificate",
            r"\b(?:backed|proven|supported) by (?:\w+ )?(?:science|research|evidence|studies|data)\b",
            ours=True,
        ),
    ),
    (
        "relieve relieves ease eases soothe soothes cure cures heal heals prevent prevents treat"
        " treats fight fights combat"
        " combats lose shed",
        rule(
            "health",
            r"\b(?:relieves?|eases?|soothes?|cures?|heals?|prevents?|treats?|fights?|combats?) (?:\w+ ){0,2}?"
            r"(?:pains?|aches?|anxiety|inflammation|headaches?|migraines?|insomnia|eczema|acne"
            r"|allergies|wrinkles|cramps"
            r"|stiffness|fatigue|arthritis|infections?|colds|flu)\b"
            r"|\bhelps? (?:you |to ){0,2}(?:lose weight|shed (?:weight|fat|pounds))\b",
            ours=True,
        ),
    ),
    (
        "sustainable",
        rule(
            "green",
            r"\b(?:more |most |truly |a )?sustainable (?:way|option|alternative|solution|product|delivery"
            r"|deliveries"
            r"|shipping|paper|fabric|clothing|clothes|wood|packs?)\b",
            ours=True,
        ),
    ),
    (
        "emit emits emissions emission exhaust",
        rule(
            "green",
            r"\b(?:emits?|produces?|causes?|makes?) (?:no|zero) (?:CO2|CO₂|carbon|emissions?|exhaust|waste)"
            r"|\b(?:no|without|zero)[- ](?:emissions?|exhaust)\b|\bemissions?[- ]free\b",
            ours=True,
        ),
    ),
    (
        "checked vetted cleared",
        rule(
            "certificate",
            r"\b(?:police|dbs|background|security|reference|crb)[- ](?:checked|vetted|cleared)\b",
            ours=True,
            sells=True,
        ),
    ),
    (
        "registered licensed licenced certified accredited approved",
        rule(
            "certificate",
            # With a scheme that has a name: "Gas Safe registered".
            r"(?-i:(?<=\w )[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*)*)[ -](?:registered|licen[sc]ed|certified"
            r"|accredited|approved)(?=[.!,]|$| (?:and|by|in|to|[a-z]+(?:er|or|ist|ant|ian)s?)\b)",
            ours=True,
            sells=True,
        ),
    ),
    (
        "life",
        rule(
            "guarantee",
            r"\b(?:guaranteed|covered|protected|insured|safe|sharp|waterproof|repairs?|servicing|updates?|support"
            r"|refills?|cover) for life\b",
            ours=True,
            sells=True,
            needs="for",
        ),
    ),
    (
        "tested certified approved accredited listed marked compliant certification accreditation",
        rule(
            "certificate",
            r"(?<!\w)(?-i:[A-ZÄÖÜ]{2,6})[- ](?:tested|certified|approved|accredited|listed|marked"
            r"|compliant|certification|accreditation)\b|\b(?:certified|tested"
            r"|accredited) to (?-i:(?!ISO)[A-Z]{2,})\b",
            ours=True,
        ),
    ),
    (
        "iso soc b hipaa gdpr pci fedramp ccpa fsc fairtrade fairly fair soil organic vegan kosher halal"
        " gluten"
        " cruelty certified"
        " accredited approved fda clinically scientifically dermatologist vet doctor dentist lab",
        rule(
            "certificate",
            r"\bISO(?:/IEC)?[ -]?\d{4,5}\b(?:[- ]certified)?|\bSOC ?2\b(?: Type (?:II|I|2|1))?|\bB[ -]Corp\b"
            r"|\b(?:HIPAA|GDPR|PCI(?: DSS)?|FedRAMP|CCPA)[- ](?:compliant|certified|ready|compliance)\b"
            r"|\bFSC\b|\bFairtrade\b"
            r"|\bfair[- ]trade\b|\bfairly[- ]traded\b|\bSoil Association\b|\b(?:certified|approved"
            r"|accredited) by\b"
            r"|\bcertified (?:organic|vegan|carbon)\b"
            r"|\b(?:(?<!\ba )vegan|vegan(?= (?!and|or|who|in|on|is)\w)|kosher|halal|gluten[- ]free"
            r"|cruelty[- ]free)\b(?:[- ](?:certified|approved))?"
            r"|\bFDA[- ](?:approved|registered|cleared)\b|\b(?:clinically|scientifically) (?:proven|tested)\b"
            r"|\b(?<!the )(?<!my )(?<!\ba )(?:dermatologist|vet|doctor|dentist|lab)[- ](?:tested|approved"
            r"|recommended)\b"
            r"|(?<!open, )\borganic\b(?!(?:ally)? (?:search|traffic|growth|reach|results?|posts?|views?"
            r"|social"
            r"|content|waste|matter|process|chemistry|way|leads?))",
            ours=True,
        ),
    ),
    (
        "plant plants eco earth planet climate environmentally environment biodegradable compostable"
        " carbon net zero"
        " plastic natural"
        " toxic chemical recyclable recycled renewable sustainable sustainably greener ocean reclaimed"
        " upcycled",
        rule(
            "green",
            r"\bplants? (?:a|one|\d+) trees?\b|\b(?:eco|earth|planet|climate)[- ]friendly\b"
            r"|\benvironmentally[- ](?:friendly|sound|safe"
            r"|responsible)\b"
            r"|\b(?:home[- ])?(?:biodegradable|compostable)\b|\b(?:carbon|climate)[- ](?:neutral(?:ity"
            r"|ly)?|negative"
            r"|positive|free)\b"
            r"|\bnet[- ]zero\b|\blow[- ]carbon\b|\bzero[- ](?:waste|emissions?)\b|\bplastic[- ]free\b"
            r"|\b(?:kind(?:er)?|gentle|good|better) (?:to|on|for) the (?:planet|environment|earth)\b"
            r"|\bnon[- ]toxic\b"
            r"|\bchemical[- ]free\b|\b(?:100 ?%|all|fully|completely) (?:natural|recyclable|recycled"
            r"|renewable|sustainable)\b"
            r"|\bsustainabl[ey][- ](?:sourced|made|grown|farmed|packaged|packaging|materials?|ingredients?"
            r"|choice|pots?|boxes)\b"
            r"|\b(?:made|woven|cut|sewn|built|printed) (?:from|of|with|on) (?:\w+ )?(?:ocean|reclaimed"
            r"|upcycled|recycled)\b"
            r"|\b(?:is|are|['’]re) (?:\w+ )?(?:recyclable|sustainable)\b|\bgreener (?:packaging|choice"
            r"|option|way)\b"
            r"|\brecyclable (?:pots?|packaging|box(?:es)?|pouch(?:es)?|sleeves?|lids?|tubs?|bags?|bottles?)\b"
            r"|\bsaves? the planet\b|\b(?:all[- ]natural|natural ingredients)\b"
            r"|\b(?:powered|driven) by (?:\w+ )?(?:renewables?|green|solar|wind|clean|sun)\b",
        ),
    ),
    (
        "better good immunity immune digestion cholesterol fibre fiber protein heart detox detoxes"
        " detoxing superfood"
        " superfoods sugar"
        " fat",
        rule(
            "health",
            r"\b(?:better|good) for you\b(?!\?)|\b(?:boosts?|supports?|strengthens?) (?:your )?(?:immunity"
            r"|immune|digestion)\b"
            r"|\blowers? (?:your )?cholesterol\b"
            r"|\b(?:high in|source of|rich in|packed with) (?:fibre|fiber|protein)\b|\bheart-healthy\b"
            r"|\bdetox(?:es|ing)?\b"
            r"|\bsuperfoods?\b|\b(?:no added|low in|free from|reduced) (?:sugar|fat)\b|\b(?:sugar"
            r"|fat)[- ]free\b",
            needs="for & you | immunity immune digestion cholesterol fibre fiber protein heart detox detoxes"
            " detoxing superfood superfoods sugar fat",
        ),
    ),
)

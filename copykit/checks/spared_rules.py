"""The patterns of what customers are spared or given, and of what never goes wrong: no fee, free, never"
" late."""

from __future__ import annotations

from copykit.checks.stating import Rules, rule

__all__ = ["SPARED"]

SPARED: Rules = (
    (
        "no without",
        rule(
            "promise",
            # What a customer is spared.
            r"(?<!there was )(?<!there were )(?<!is )(?<!are )\b(?:no|without(?: an?| any)?) "
            r"(?:(?!(?:longer|more|such)\b)[a-z-]+ )?(?:set-?up"
            r"|queues?|queuing|waiting|paperwork|excess|deposits?|surcharges?|charges?|fees?|upsells?"
            r"|adverts?"
            r"|tracking|catch|lock-?ins?|small print|call-?outs?|middlem[ae]n|credit card)\b",
            ours=True,
            sells=True,
            now=True,
            needs="set setup queue queues queuing waiting paperwork excess deposit deposits surcharge"
            " surcharges"
            " charge charges fee fees upsell upsells advert adverts tracking catch lock lockin lockins"
            " small call"
            " callout callouts middleman middlemen credit",
        ),
    ),
    (
        "free",
        rule(
            "promise",
            # "Proofs are free."
            r"(?!(?:we|you|they|all|these|those|people|seats|tables|hands|slots|places)\b)(?:[\w-]+"
            r" ){0,1}[\w-]+s"
            r" are (?:all |always )?free(?=[.!]?$)",
            ours=True,
            place="first",
            sells=True,
        ),
    ),
    (
        "free",
        rule(
            "promise",
            r"(?:(?<=, )|(?<!set )(?<!is )(?<!are )(?<!was )\b\w{2,}ed )free (?:for (?:(?:the|all|every|your"
            r"|under|over) [\w-]+|new|members|children|kids|under-\w+|over-\w+)|at \d"
            r"|with (?:the|every|each|your|any))",
            ours=True,
            sells=True,
            now=True,
        ),
    ),
    (
        "again",
        rule(
            "promise", r"never (?:[\w'’-]+ ){1,4}again\b", ours=True, place="first", sells=True, needs="never"
        ),
    ),
    (
        "bit",
        rule("certificate", r"\b(?:128|256|512)-bit\b(?: [a-z]+)?", ours=True, sells=True),
    ),
    (
        "open available here",
        rule(
            "promise",
            r"\b(?:open|available|here)(?: for you)? (?:every (?:single )?day|all (?:day|night|year|weekend)"
            r"|(?:all )?year[- ]round|daily)\b",
            ours=True,
            sells=True,
            needs="every all year daily",
        ),
    ),
    (
        "no never not",
        rule(
            "promise",
            # "No parcel lost in three years."
            r"(?:no|never|not an?|not one)(?: [\w-]+){1,3} in (?:over |more than )?[\w-]+"
            r" (?:years|months|decades|winters|seasons)\b",
            ours=True,
            place="first",
            sells=True,
            needs="years months decades winters seasons",
        ),
    ),
    (
        "unlimited",
        rule("promise", r"\bunlimited (?!by\b)[a-z]+", ours=True, sells=True),
    ),
    (
        "any",
        rule(
            "promise",
            # Whatever of a kind: "we repair any phone".
            r"\bwe(?:['’]ll| will| can)? (?:[a-z]+)(?: up| down| out)? any (?!(?:more|longer|time|of|other"
            r"|such|way"
            r"|questions?|one|kind)\b)[a-z]+",
            ours=True,
            sells=True,
            now=True,
            needs="we",
        ),
    ),
    (
        "single",
        rule("promise", r"not a single [a-z]+", ours=True, place="first", sells=True, needs="not"),
    ),
    (
        "lifetime",
        rule(
            "guarantee",
            r"\blifetime (?:[a-z]+ )?(?:promise|repairs?|replacements?|cover|support)\b",
            ours=True,
            sells=True,
        ),
    ),
    (
        "one none",
        rule(
            "promise",
            r"\b(?:not (?:a single )?one|none) of our \w+[^.!?;,]{0,40}",
            ours=True,
            sells=True,
            needs="our",
        ),
    ),
    (
        "no",
        rule(
            "promise",
            # "No queue, no forms."
            r"no (?!(?:pain|news|man|wonder|doubt|matter|idea|problem|worries|thanks)\b)[a-z]+(?:,| and)"
            r" no [a-z]+",
            ours=True,
            place="first",
            sells=True,
        ),
    ),
    (
        "free",
        rule(
            "promise",
            # A line that only names what is free.
            r"free (?!(?:your|the|of|from|to|for|up|as|and|time|will|speech|spirits?|range|standing|lance"
            r"|fall"
            r"|trade|market)\b)[a-z-]+",
            ours=True,
            place="first and bare",
            sells=True,
        ),
    ),
    (
        "free half us",
        rule(
            "promise",
            r"\bthe (?:second|third|fourth|fifth|sixth|tenth|next|other|rest|last)(?: one| \w+)? (?:is|are"
            r"|comes?)"
            r" (?:free|on us|half[- ]price)\b",
            ours=True,
            sells=True,
        ),
    ),
    (
        "free us half",
        rule(
            "promise",
            r"\b(?:first|second|third|tenth)(?: one| \w+)? (?:free|on us|half[- ]price)\b",
            ours=True,
            sells=True,
            needs="first second third tenth",
        ),
    ),
    (
        "free",
        rule(
            "promise",
            # What ends with it: "newborn photos, retouched free", "we check it every year, free".
            r"(?:(?<=, )(?:[a-z-]+ )?|(?<!set )(?<!is )(?<!are )(?<!was )\b\w{2,}ed "
            r"|\bcall us )free(?=[.!]?$)"
            r"|\b(?:parking|entry|admission|delivery|shipping|postage|returns?|access|wi-?fi|coffee|tea"
            r"|breakfast|repairs?"
            r"|travel|membership|cancellation|collection) (?:is|are) free (?:after|before|until|till|if"
            r"|when|on|at)\b",
            ours=True,
            sells=True,
            now=True,
        ),
    ),
    (
        "never",
        rule(
            "promise",
            r"\bnever (?:late|full|empty|closed|cold|stale|down|out of [a-z]+)\b",
            ours=True,
            sells=True,
            now=True,
        ),
    ),
    (
        "without",
        rule(
            "promise",
            # "Ten years without a lost cake."
            r"\b(?:[\w,.]+) (?:years|months|winters|summers|trips|miles|flights|games) without (?:an?"
            r"|any|one|single"
            r"|losing|missing) [a-z]+(?: [a-z]+)?",
            ours=True,
            sells=True,
            needs="years months winters summers trips miles flights games",
        ),
    ),
    (
        "charge",
        rule(
            "promise",
            r"\bwe (?:don['’]t|do not|never|won['’]t|will not) charge\b[^.!?;,]{0,30}",
            ours=True,
            sells=True,
            needs="we",
        ),
    ),
    (
        "always never",
        rule(
            "promise",
            r"\bwith us,? [^.!?;]{1,60}\b(?:always|never)\b",
            ours=True,
            sells=True,
            now=True,
            needs="us",
        ),
    ),
    (
        "second third fourth fifth tenth other",
        rule(
            "number",
            # "Every second driver is insured with us": a share of all.
            r"\bevery (?:second|third|fourth|fifth|tenth|other) \w+ [^.!?;,]{0,60}\b(?:us|our|ours)\b",
            lexeme="share",
            ours=True,
            sells=True,
            now=True,
            needs="every",
        ),
    ),
    (
        "no",
        rule(
            "promise",
            # "Sixty flavours, no colourings."
            r"[^.!?;:]{3,60}, no (?!(?:thanks|matter|doubt|wonder|problem|problems|worries|idea"
            r"|way|longer|more"
            r"|less|one|pain|news)\b)[a-z-]+(?: [a-z]+)?(?=[.!]?$)",
            ours=True,
            place="first and bare",
            sells=True,
        ),
    ),
    (
        "ever yet",
        rule(
            "promise",
            # "No one has ever asked for their money back."
            r"(?:no one|nobody|no (?:customer|client|guest|patient|member|buyer|parcel|student|pupil)"
            r"|not one(?: \w+)?|none(?: of [\w ]{1,20})?) (?:has|have) (?:ever"
            r"|yet) \w+"
            r"(?: [\w]+){0,4}",
            ours=True,
            place="first",
            sells=True,
            needs="no nobody not none",
        ),
    ),
    (
        "rise change increase go",
        rule(
            "promise",
            r"\b(?:price|bill|fee|rate|rent|premium|subscription)s? (?:will not|won['’]t|will never"
            r"|never) (?:rise|change"
            r"|increase|go up)\b",
            ours=True,
            sells=True,
            needs="price bill fee rate rent premium subscription prices bills fees rates rents premiums"
            " subscriptions",
        ),
    ),
    (
        "no",
        rule(
            "promise",
            # "No VAT to add", "no goat ever sold for meat".
            r"no [\w-]+ to (?:pay|add|fill|sign|install|download|learn|carry|wait|charge|set|clean|print)\b"
            r"|no [\w-]+ ever (?:\w+ed|sold|sent|lost|left|broken|stolen)\b",
            ours=True,
            place="first",
            sells=True,
            needs="to ever",
        ),
    ),
    (
        "included",
        rule(
            "promise",
            r"(?:[\w'’-]+ ){1,3}included(?=[.!]?$)",
            ours=True,
            place="first",
            sells=True,
        ),
    ),
    (
        "pay",
        rule(
            "promise",
            r"\bwe pay (?:for )?(?:the|your|all|half)"
            r" [a-z]+",
            ours=True,
            sells=True,
            now=True,
            needs="we",
        ),
    ),
)

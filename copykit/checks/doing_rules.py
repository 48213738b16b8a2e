"""The patterns of what is done with goods and what goods do: by hand, every morning, never late, in one"
" coat."""

from __future__ import annotations

from copykit.checks.stating import Rules, rule

__all__ = ["DOING"]

DOING: Rules = (
    (
        "coat wash pass session",
        rule(
            "promise",
            r"\b(?:in|on|with) (?:just )?(?:one|a single) (?:coat|wash|pass|session)\b",
            ours=True,
            sells=True,
            now=True,
            needs="one single",
        ),
    ),
    (
        "every",
        rule(
            "promise",
            # "Every surgeon here has done a thousand hips", "every lamp that we sell is tested".
            r"every (?:\w+ )?\w+ (?:here|of ours|(?:that )?we [a-z]+) (?:has|gets|comes|can)\b",
            ours=True,
            place="first",
            sells=True,
        ),
    ),
    (
        "lasts last keeps stays",
        rule(
            "promise",
            r"\b(?:keeps?|stays?) (?:[\w-]+ ){1,3}?all (?:day|night|week|winter|summer)\b|"
            r"\b(?:lasts?|keeps?|stays?) (?:[\w-]+ )?(?:for )?(?:a|an|one|all)(?: (?:whole|full|entire"
            r"|good))?"
            r" (?:day|night|week|month|year|season|winter|summer|lifetime)\b",
            ours=True,
            sells=True,
            now=True,
        ),
    ),
    (
        "itself themselves",
        rule(
            "promise", r"\bpays? for (?:itself|themselves)\b[^.!?;,]{0,30}", ours=True, sells=True, now=True
        ),
    ),
    (
        "trained insured tested checked inspected guaranteed vetted certified qualified",
        rule(
            "certificate",
            # "Every rider is first-aid trained", "all parcels insured".
            r"(?:every|each|all(?: of)?(?: our| the)?) \w+(?: \w+)? (?:(?:is|are) )?(?:[\w-]+"
            r" )?(?:trained|insured|tested"
            r"|checked|inspected|guaranteed|vetted|certified|qualified)(?=[.!]?$|,)",
            ours=True,
            place="first",
            sells=True,
            now=False,
            needs="every each all",
        ),
    ),
    (
        "never always cannot can can't can’t won won't won’t don don't don’t doesn doesn't doesn’t itself"
        " themselves",
        rule(
            "promise",
            # A line without a verb of its own: "letters that never arrive late".
            r"(?:[\w'’-]+ ){1,4}that (?:(?:is |are )?never|always|cannot(?: be)?|can['’]t(?: be)?"
            r"|won['’]t|don['’]t"
            r"|doesn['’]t)"
            r" [a-z]+(?: [a-z]+)?(?=[.!]?$)"
            r"|(?:[\w'’-]+ ){1,4}that [a-z]+ (?:itself|themselves)(?=[.!]?$)",
            ours=True,
            place="first",
            sells=True,
            needs="that",
        ),
    ),
    (
        "needs need requires require",
        rule(
            "promise",
            # What follows from something is told there: "it folds open, so it needs no shelf".
            r"(?<!you )(?<!so it )(?<!so they )\b(?:needs?|requires?) no (?!(?:introduction|explanation"
            r"|more|further|longer|one)\b)[a-z]+",
            ours=True,
            sells=True,
            now=True,
            needs="no",
        ),
    ),
    (
        "blocks kills removes stops covers filters cleans fits catches absorbs survives withstands replaces",
        rule(
            "promise",
            # What goods do, of all there is: "the lens blocks all UV light".
            r"\b(?:blocks|kills|removes|stops|covers|filters|cleans|fits|catches|absorbs|survives|withstands"
            r"|replaces)(?: out)? (?:all|every|any)\b(?: [\w-]+){1,2}",
            ours=True,
            sells=True,
            now=True,
            needs="all every any",
        ),
    ),
    (
        "daily weekly monthly hourly each every hand without scratch order measure site house overnight life",
        rule(
            "promise",
            # A line of what is done with a thing, and how: "pies baked fresh each morning".
            r"(?!(?:he|she|they|it|we|i|you|the|my|his|her|their|a|an|this|that|these|those|who|what"
            r"|when|as|if|and|but"
            r"|in|on|at|not|some|most|all)\b)[\w'’-]+(?: [\w'’-]+){0,3},? (?:\w+ed|made|built|sewn|sent"
            r"|cut|grown)"
            r" (?:[\w-]+ )?(?:(?:each|every) (?:day|night|morning|evening|afternoon|week|month|\w+day)"
            r"|daily|weekly|monthly|hourly|by hand|for life"
            r"|without (?!(?:warning|notice|delay|doubt|thinking|reason|permission)\b)(?:an? |any"
            r" )?[a-z]+|from scratch"
            r"|to (?:order|measure)|on site|in-house|overnight)(?=[.!,:;]|$)",
            ours=True,
            place="first",
            sells=True,
        ),
    ),
    (
        "any every all",
        rule(
            "promise",
            # "An e-bike that climbs any hill in Bath."
            r"(?:[\w'’-]+ ){1,4}that [a-z]+s (?:any|every|all) [\w-]+(?: [\w-]+){0,3}(?=[.!]?$)",
            ours=True,
            place="first",
            sells=True,
            needs="that",
        ),
    ),
    (
        "every",
        rule(
            "promise",
            # "A bath in every room", "every complaint answered by a director".
            r"an? [\w-]+ (?:in|with|on|for) every [\w-]+(?=[.!]?$)|every [\w-]+ (?:is )?\w+ed by (?:an?"
            r"|our|the) [\w-]+",
            ours=True,
            place="first",
            sells=True,
        ),
    ),
)

"""Facts of the checks of formats, of leftovers, and of how a document was read."""

from __future__ import annotations

from copykit.checks.facts.types import CheckFacts, Family
from copykit.findings import Area

__all__ = ["FORMATS"]

_FILE = "the format's file: source, date and how well it is known stand beside the limit and in the advice"

FORMATS = Family(
    title="Formats and leftovers",
    checks=(
        CheckFacts(
            id="format.limit", title="Over the limit", sees="more than the platform takes",
            why="The platform rejects it.", severity="error", area=Area.FORMAT, source=_FILE,
            setting="a field's `limit`", any_language=True,
        ),
        CheckFacts(
            id="format.cut-off", title="Cut off when shown", sees="more than the platform shows",
            why="What is cut off is not read.", severity="warning when the platform says so, else suggestion",
            area=Area.FORMAT, source=_FILE, setting="a field's `shown`", any_language=True,
        ),
        CheckFacts(
            id="format.advised", title="Longer than advised",
            sees="more than the platform or whoever sends it advises",
            why="It is taken and shown, and works less well or costs more.", severity="suggestion",
            area=Area.FORMAT, source=_FILE, setting="a field's `advised`", any_language=True,
        ),
        CheckFacts(
            id="format.sms-alphabet", title="Costly character",
            sees="a curly quote, dash or accent that makes a text message longer by parts",
            why="One character outside GSM-7 leaves 70 characters to a part, not 160.", severity="suggestion",
            area=Area.FORMAT, source="docs.namirial.app, developers.telnyx.com, 2026-11-23",
            setting="a field that counts in `sms` or `gsm7`", fix="writes the plain character",
            any_language=True,
        ),
        CheckFacts(
            id="format.search-words", title="Search words",
            sees=(
                "in a list of search words for a store: one that stands there twice, in whatever form, or in "
                "the name or subtitle; a space at a comma"
            ),
            why="There is room for a hundred characters, and what is shown is searched anyway.",
            severity="suggestion", area=Area.FORMAT,
            source="appconnecttranslate.com, 2026-11-23; not confirmed",
            setting="a field with the role `search_words`", fix="takes it out", any_language=True,
        ),
        CheckFacts(
            id="format.words", title="Length", sees="a piece outside its word range",
            why="Too short says too little; too long is not read to its end.",
            severity="warning; error in own copy when more than 15 % outside and no slot is open",
            area=Area.FORMAT, source="the format's file; 15 % are ours", setting="a format's `words`",
        ),
        CheckFacts(
            id="format.too-few", title="Too few", sees="too few items in a list",
            why="The platform wants more, or shows less.", severity="error", area=Area.FORMAT,
            setting="a field's `min`", any_language=True,
        ),
        CheckFacts(
            id="format.too-many", title="Too many", sees="too many items in a list",
            why="The platform takes no more.", severity="error", area=Area.FORMAT,
            setting="a field's `max`", any_language=True,
        ),
        CheckFacts(
            id="format.missing-field", title="Empty field", sees="a required field that is empty",
            why="The piece can't be published without it.", severity="error", area=Area.FORMAT,
            setting="a field's `required`", any_language=True,
        ),
        CheckFacts(
            id="format.rule", title="Against the format's rules",
            sees="a rule over several fields that is broken",
            why="The platform has the rule, or shows half of what was meant.", severity="error",
            area=Area.FORMAT, setting="a format's `rules`", any_language=True,
        ),
        CheckFacts(
            id="format.repeat", title="Said twice", sees="two items that say nearly the same",
            why="Platforms drop near-repeats, and readers learn nothing from them.", severity="warning",
            area=Area.FORMAT, source="ours: three quarters of their content words in common",
        ),
        CheckFacts(
            id="format.repeat-sentence", title="Sentence said twice",
            sees="a sentence of five words or more that stands twice",
            why="It is a slip of copy and paste more often than a figure of speech.", severity="warning",
            area=Area.FORMAT, source="ours: five words", any_language=True,
        ),
        CheckFacts(
            id="format.open-slot", title="Only you can say this", sees="a place that only you can fill",
            why="A draft with a gap must not ship.", severity="error in own copy, warning in brought",
            area=Area.FORMAT, hit="[[observation: what did you notice?]]", any_language=True,
        ),
        CheckFacts(
            id="format.open-label", title="Label without a fact",
            sees="a label that a model placed and that stands for no fact which may be used here today",
            why="What it would have said is unknown, expired or not for this reader.",
            severity="error in own copy, warning in brought",
            area=Area.FORMAT, hit="{claim:no-such-claim}", any_language=True,
        ),
        CheckFacts(
            id="format.prompt-leak", title="The model's instructions",
            sees="in a draft that a model wrote: words of its instructions, or talk about itself",
            why="Readers would see how the copy was asked for instead of the copy.",
            severity="error, in a model's drafts only", area=Area.FORMAT,
            source="ours: seven words in a row from the prompt",
            hit="As an AI language model, I can't do that.",
        ),
        CheckFacts(
            id="format.foreign-address", title="An address that is not yours",
            sees="in a draft that a model wrote: a link, mail address, number or handle that the guide lacks",
            why="It was invented, or somebody who wrote into the material wants your readers to go there.",
            severity="error, in a model's drafts only", area=Area.FORMAT,
            setting="`website`, `asks`, `products`; the brief's `facts`", hit="See www.elsewhere.test.",
        ),
        CheckFacts(
            id="format.filler", title="Never filled",
            sees="sample text (“lorem ipsum”), “TBD”, “[insert price]”, <First Name>",
            why="It was meant to go, and the reader is the first to see that it did not.",
            severity="error in own copy, warning in brought", area=Area.FORMAT,
            source="ours: a list of phrases", hit="Lorem ipsum dolor sit amet.",
            miss="Add your name [here](/name).", any_language=True,
        ),
        CheckFacts(
            id="format.merge-tag", title="Open merge tag",
            sees="a blank of a mail tool that is left unresolved",
            why="“Hi {{first_name}}” is the first thing that its reader would see.",
            severity="error, in own copy only; `email.merge-*` look at other mails",
            area=Area.FORMAT, source="ours",
            hit="Hi {{first_name}},", any_language=True,
        ),
        CheckFacts(
            id="format.stray-text", title="Not checked",
            sees="text in a draft's file that stands in no field",
            why="It would not be published with the rest, and was not checked.", severity="warning",
            area=Area.FORMAT, any_language=True,
        ),
        CheckFacts(
            id="format.brief-missing", title="Brief not at hand",
            sees="a draft whose front matter names a brief that is not there",
            why="The facts in it are not known, so that what they prove looks unproven.",
            severity="suggestion", area=Area.FORMAT, setting="`brief` in the front matter; `--brief`",
            any_language=True,
        ),
        CheckFacts(
            id="style.exclamation", title="Exclamation marks",
            sees="more exclamation marks than the guide allows",
            why="Loudness wears off with use.", severity="warning", area=Area.CONSISTENCY,
            setting="`style`: `exclamation_marks`", any_language=True,
        ),
    ),
)  # fmt: skip

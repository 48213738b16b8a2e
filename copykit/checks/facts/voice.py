"""Facts of the checks of voice."""

from __future__ import annotations

from copykit.checks.facts.types import CheckFacts, Family
from copykit.findings import Area

__all__ = ["VOICE"]

VOICE = Family(
    title="Voice",
    about=(
        "Phrases are found by their stems (“game-chang-”), the longest match counts, and names, "
        "search phrases, terms and `allow` of the guide are left alone. In quoted speech every "
        "severity falls by one, so that a suggestion falls away. What compares a text with the "
        "samples waits for 150 words, since less says more of chance than of voice."
    ),
    checks=(
        CheckFacts(
            id="voice.cliche",
            title="Cliché",
            sees="a worn phrase, in any of its forms: “game-changing”, “one-stop shop”",
            why="Everybody says it, so it says nothing about you.",
            severity="suggestion",
            area=Area.CONSISTENCY,
            source="none: each phrase of our list counts",
            setting="`manner`: `cliches`, `allow`",
            hit="A game-changing planner.",
            miss="The games change on Fridays.",
        ),
        CheckFacts(
            id="voice.machine",
            title="Machine-sounding",
            sees=(
                "a phrase or a figure that writing machines fall back on: “delve”, “in today's … world”, "
                "“not just X but Y”, “whether you're X or Y”, three words of praise in a row"
            ),
            why="Readers take it for text that nobody cared to write.",
            severity="suggestion",
            area=Area.CONSISTENCY,
            source="none: each phrase of our list counts",
            setting="`manner`: `cliches`, `allow`",
            hit="In today's fast-paced world, rosters change.",
            miss="Today's roster changed twice.",
        ),
        CheckFacts(
            id="voice.intensifier",
            title="Intensifier",
            sees="“very”, “truly”, “really great” and their kind",
            why="It asks to be believed, and a fact need not ask.",
            severity="suggestion",
            area=Area.CONSISTENCY,
            source="none: each counts",
            setting="`manner`: `intensifiers`, `allow`",
            hit="A very easy planner.",
            miss="The very same planner.",
        ),
        CheckFacts(
            id="voice.hedge",
            title="Doubled hedge",
            sees="two hedges on one statement: “could potentially”",
            why="One doubt is enough for one statement.",
            severity="suggestion",
            area=Area.CONSISTENCY,
            source="none: each counts",
            setting="`manner`: `allow`",
            hit="It could potentially help.",
            miss="It could help.",
        ),
        CheckFacts(
            id="voice.hedges",
            title="Many hedges",
            sees="more words like “perhaps” and “we believe” than the guide allows",
            why="Who takes back every sentence is not believed in any.",
            severity="suggestion",
            area=Area.CONSISTENCY,
            source="two in a hundred words and at least three: ours, a quarter of one a sentence",
            setting="`manner`: `hedges`",
        ),
        CheckFacts(
            id="voice.slang",
            title="Slang",
            sees="a casual word where the guide's voice is formal",
            why="One casual word makes the rest of a formal text sound like a costume.",
            severity="suggestion",
            area=Area.CONSISTENCY,
            source="none: each word of our list counts",
            setting="`manner`: `formality: formal`",
            hit="We're gonna call you.",
            miss="We will call you.",
        ),
        CheckFacts(
            id="voice.anyone-could-say",
            title="Anyone could say it",
            sees=(
                "a sentence with no number, no name and no thing in it, only praise and wide words: the "
                "swap test"
            ),
            why="It would be just as true with a rival's name in it, so it is no reason to choose you.",
            severity="suggestion",
            area=Area.CONSISTENCY,
            source=(
                "ours: at least three such words, none other, and two of praise (one, where it is "
                "promised to “you”)"
            ),
            setting="`manner`: `swap_test`",
            hit="Our innovative platform helps your team achieve more.",
            miss="Our planner texts your team at six.",
        ),
        CheckFacts(
            id="voice.sentence-length",
            title="Length of sentences",
            sees="sentences that are far longer or shorter on average than those of the approved samples",
            why="Rhythm is the part of a voice that readers notice first.",
            severity="suggestion",
            area=Area.CONSISTENCY,
            source="ours: 1.6 times and 5 words apart, from 150 words and 8 sentences on",
            setting="`manner`: `like_samples`; the samples",
        ),
        CheckFacts(
            id="voice.vocabulary",
            title="Heavier words",
            sees="far more long, rare words than in the approved samples",
            why="The same thing in heavier words is another voice.",
            severity="suggestion",
            area=Area.CONSISTENCY,
            source=(
                "ours: 1.6 times and 6 in a hundred apart, from 150 words on; long means three syllables, "
                "rare means not on Dale and Chall's list"
            ),
            setting="`manner`: `like_samples`; the samples",
        ),
        CheckFacts(
            id="voice.person",
            title="First person",
            sees="“I” where the brand calls itself “we”, or the other way round, outside emails and calls",
            why="Readers should know who speaks to them.",
            severity="suggestion",
            area=Area.CONSISTENCY,
            source="none: the guide names it",
            setting="`manner`: `first_person`",
            hit="I built this planner at night. (with `first_person: we`)",
            miss="Start My Trial",
        ),
        CheckFacts(
            id="voice.we-and-you",
            title="More we than you",
            sees="more of “we” and “our” for each “you” than the guide allows",
            why="Readers look for themselves in a text.",
            severity="suggestion",
            area=Area.CONSISTENCY,
            source="the guide; judged from 150 words and 6 of “we” on (ours)",
            setting="`manner`: `we_per_you`",
        ),
        CheckFacts(
            id="voice.flat",
            title="Nobody acts",
            sees="many sentences that begin with “there is” or “it is … that”",
            why="Somebody who does something is livelier than something that is.",
            severity="suggestion",
            area=Area.CONSISTENCY,
            source="ours: three, and more than 12 % of the sentences, from 150 words on",
        ),
        CheckFacts(
            id="voice.stiff",
            title="No contraction",
            sees="not one contraction in a text of a casual voice",
            why="Nobody talks without them.",
            severity="suggestion",
            area=Area.CONSISTENCY,
            source="ours: from 150 words and six places for one on",
            setting="`manner`: `formality: casual`",
        ),
        CheckFacts(
            id="voice.tone-mark",
            title="Cheer in bad news",
            sees="an exclamation mark or an emoji in an outage, an apology or an answer to a complaint",
            why="Nobody who was hit by it is in the mood.",
            severity="warning",
            area=Area.CONSISTENCY,
            source="none: each counts",
            setting="the brief's `situation`",
            hit="We are sorry!",
            miss="We are sorry.",
        ),
        CheckFacts(
            id="voice.tone-joke",
            title="Joke in bad news",
            sees="words that make light of it: “oops”, “hiccup”, “gremlins”",
            why="A joke about somebody's trouble is heard as contempt.",
            severity="warning",
            area=Area.CONSISTENCY,
            source="none: each counts",
            setting="the brief's `situation`; `not_in` of `wordplay` for lines of your own",
            hit="Oops, we lost your order.",
            miss="We lost your order.",
        ),
        CheckFacts(
            id="voice.tone-ask",
            title="Selling in bad news",
            sees="an ask, an offer or a selling phrase in bad news",
            why="Who has just lost something will not buy something.",
            severity="warning",
            area=Area.CONSISTENCY,
            source="none: each counts",
            setting="the brief's `situation`; `asks`, `offers`",
            hit="Sorry. Start your free trial today.",
            miss="Sorry. Call us on Monday.",
        ),
        CheckFacts(
            id="voice.tone-evasive",
            title="Half an apology",
            sees="words that step around what went wrong: “any inconvenience”, “mistakes were made”",
            why="It tells the reader that you do not know, or do not care, what it cost them.",
            severity="warning",
            area=Area.CONSISTENCY,
            source="none: each counts",
            setting="the brief's `situation`",
            hit="We apologize for any inconvenience.",
            miss="We are sorry that your box came late.",
        ),
        CheckFacts(
            id="voice.tone-blame",
            title="Blame",
            sees="words that put the blame on the reader: “you should have”, “as stated in our policy”",
            why="It turns one complaint into two.",
            severity="warning",
            area=Area.CONSISTENCY,
            source="none: each counts",
            setting="the brief's `situation`",
            hit="You should have called.",
            miss="We should have called.",
        ),
        CheckFacts(
            id="voice.tone-missing",
            title="Missing in bad news",
            sees=(
                "no word of what happened, of what happens next, or (but for outages) no “sorry”; in a "
                "launch, no word of when"
            ),
            why="These are the questions that readers of such news have.",
            severity="warning",
            area=Area.CONSISTENCY,
            source="from 25 words on: ours, a headline can't say everything",
            setting="the brief's `situation`",
        ),
    ),
)

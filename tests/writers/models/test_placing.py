"""Labels in a model's answer become approved wordings that read right, however the answer is cut up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from copykit.draft import Draft, set_leaf
from copykit.guide.types import Standing
from copykit.labels import Label
from copykit.readiness import UNJUDGED, judge
from copykit.writers import Task
from copykit.writers.models.placing import Placer
from copykit.writers.models.prompt import Prompt, build_prompt

from .conftest import load_desk

if TYPE_CHECKING:
    from .conftest import Desk

NO_SHOWS = "Clinics that turn on reminder texts see 31% fewer no-shows"
ALSO = "No-shows fall by 31% once the reminder texts are on"
TRIAL = "You can try any Dewclaw product free for 21 days, and we don't ask for a card"
CUSTOMER = "Quarrel Creek Animal Hospital"
QUOTE = "I used to spend Tuesday mornings being stood up by Labradors. Now I do the invoices"


def asked(desk: Desk, format: str = "sales-email", **brief: Any) -> tuple[Task, Prompt]:
    facts = ["We open at six.", "Two vans are ours."]
    task = desk.task(format, **{"product": "", "facts": facts, **brief})
    return task, build_prompt(task)


def place(placer: Placer, task: Task, path: str, text: str, *, size: int = 4) -> str:
    field = task.format.field(path)
    assert field is not None
    placer.open(path, field)
    pieces = [placer.feed(text[at : at + size]) for at in range(0, len(text), size)]
    return "".join(pieces) + placer.close()


def placed(desk: Desk, text: str, *, path: str = "body", format: str = "sales-email", size: int = 4) -> str:
    task, prompt = asked(desk, format)
    return place(prompt.placer(task.guide), task, path, text, size=size)


@pytest.mark.parametrize("size", [1, 3, 1000])
@pytest.mark.parametrize(
    ("typed", "read"),
    [
        # A sentence of its own.
        ("{claim:no-shows}", f"{NO_SHOWS}."),
        ("Yes. {claim:no-shows} And more.", f"Yes. {NO_SHOWS}. And more."),
        ("Yes. {claim:no-shows}. And more.", f"Yes. {NO_SHOWS}. And more."),
        ("Yes.\n\n{claim:no-shows}\n\nSo.", f"Yes.\n\n{NO_SHOWS}.\n\nSo."),
        ("- {claim:no-shows}\n- So.", f"- {NO_SHOWS}.\n- So."),
        ("{claim:no-shows}! Good.", f"{NO_SHOWS}! Good."),
        # Within a sentence.
        ("We know that {claim:no-shows}", f"We know that c{NO_SHOWS[1:]}."),
        ("We know that {claim:no-shows}, don't we?", f"We know that c{NO_SHOWS[1:]}, don't we?"),
        ("Since {claim:no-shows} we sleep.", f"Since c{NO_SHOWS[1:]} we sleep."),
        ("It pays ({claim:no-shows}).", f"It pays (c{NO_SHOWS[1:]})."),
        ("So: {story:quarrel-creek}", f"So: {CUSTOMER} went from 19 no-shows a month to 6."),
        # Phrases, and what stands before them.
        ("Start an {price:desk} plan.", "Start an $89 per clinic a month plan."),
        ("Start a {price:desk short} plan.", "Start an $89 plan."),
        ("Start an {price:stock short} plan.", "Start a $79 plan."),
        ("A pizza {price:stock short} plan", "A pizza $79 plan"),
        ("Dewclaw Desk is {price:desk}.", "Dewclaw Desk is $89 per clinic a month."),
        ("Try it {offer:free-trial short}.", "Try it free for 21 days."),
        # What people said.
        ("{story:quarrel-creek quote}", f"“{QUOTE}.”"),
        ('"{story:quarrel-creek quote}" Nice.', f'"{QUOTE}." Nice.'),
        ('"{story:quarrel-creek quote}" says she.', f'"{QUOTE}," says she.'),
        ("{story:quarrel-creek quote} says {story:quarrel-creek person}.", f"“{QUOTE},” says Marisol Tran."),
        ("Ask {story:quarrel-creek customer}, please.", f"Ask {CUSTOMER}, please."),
        # The brief's own facts.
        ("{fact:1} And {fact:2}", "We open at six. And two vans are ours."),
        # As models type it.
        ("Yes. `{ Claim: No_Shows }` And more.", f"Yes. {NO_SHOWS}. And more."),
        ("Yes. {no-shows}", f"Yes. {NO_SHOWS}."),
        ("Yes. {{claim:no-shows}}", f"Yes. {NO_SHOWS}."),
        ("**{claim:no-shows}** So.", f"**{NO_SHOWS}.** So."),
        # A second use is said in other words, a third is left out.
        ("{claim:no-shows} {claim:no-shows} {claim:no-shows} End.", f"{NO_SHOWS}. {ALSO}. End."),
        # What is no label, or stands for nothing that may be said, stays for the checks to tell.
        ("{claim:nope} x", "{claim:nope} x"),
        ("{offer:spring-switch} x", "{offer:spring-switch} x"),
        ("Hi {{first_name}}, {a} {", "Hi {{first_name}}, {a} {"),
        ("An apple a day, or a", "An apple a day, or a"),
    ],
)  # fmt: skip
def test_a_label_reads_right_wherever_it_stands(desk: Desk, typed: str, read: str, size: int) -> None:
    assert placed(desk, typed, size=size) == read


@pytest.mark.parametrize(
    ("format", "path", "typed", "read"),
    [
        ("google-rsa", "headlines[0]", "{offer:free-trial}", "Free for 21 Days"),
        ("google-rsa", "headlines[0]", "{claim:no-shows}", "31% Fewer No-Shows"),
        ("google-rsa", "descriptions[0]", "{claim:no-shows}", f"{NO_SHOWS}."),
        ("google-rsa", "descriptions[0]", "{offer:free-trial} Yes.", f"{TRIAL}. Yes."),
        ("landing-page", "headline", "{claim:no-shows}", "31% Fewer No-Shows"),
        ("landing-page", "sections[0].heading", "{claim:no-shows}.", "31% Fewer No-Shows."),
        (
            "landing-page",
            "sections[0].body",
            "### {claim:no-shows}\n\nYes.",
            "### 31% Fewer No-Shows\n\nYes.",
        ),
        ("sales-email", "subject", "{claim:no-shows}", "31% Fewer No-Shows"),
    ],
)
def test_a_headline_takes_the_short_form(desk: Desk, format: str, path: str, typed: str, read: str) -> None:
    assert placed(desk, typed, path=path, format=format) == read


def test_a_headline_that_would_say_it_again_is_left_out(desk: Desk) -> None:
    task, prompt = asked(desk, "google-rsa")
    placer = prompt.placer(task.guide)
    first = place(placer, task, "headlines[0]", "{offer:free-trial}")
    assert (first, place(placer, task, "headlines[1]", "{offer:free-trial}")) == ("Free for 21 Days", "")


def test_text_streams_as_far_as_it_is_sure(desk: Desk) -> None:
    task, prompt = asked(desk)
    placer = prompt.placer(task.guide)
    field = task.format.field("body")
    assert field is not None
    placer.open("body", field)
    assert placer.feed("Good morning. ") == "Good morning. "
    assert placer.feed("Start a") == "Start "
    assert placer.feed("nd see {cl") == "and see "
    assert placer.feed("aim:no-shows}") == ""
    assert placer.feed(" An") == ""
    assert placer.feed("d so") == f"c{NO_SHOWS[1:]}. And so"
    assert placer.close() == ""


@pytest.mark.parametrize("brand", ["dewclaw", "oatwhistle"])
@pytest.mark.parametrize(
    ("format", "path"),
    [("sales-email", "body"), ("google-rsa", "headlines[0]"), ("blog-post", "sections[0].body")],
)
def test_every_placed_fact_is_told_with_its_source(brand: str, format: str, path: str) -> None:
    desk = load_desk(brand)
    sources = {"claim": 'claim "{}"', "offer": 'offer "{}"', "story": 'story "{}"', "fact": "brief, facts"}
    for audience in desk.guide.audiences:
        task, prompt = asked(desk, format, audience=audience.id)
        for fact in prompt.facts:
            for form in ("", "short", *(form for form in fact.forms if form not in ("person", "role"))):
                label = Label(kind=fact.kind, id=fact.id, form=form)
                before = "It costs" if fact.kind == "price" else "You know that"
                for typed in (f"{label}", f"{before} {label}"):
                    text = place(prompt.placer(task.guide), task, path, typed)
                    found = [one.reference.label for one in judged(task, path, text).facts]
                    source = sources.get(fact.kind, "offer").format(fact.id)
                    assert any(one.startswith(source) for one in found), (text, found)


def judged(task: Task, path: str, text: str) -> Draft:
    draft = Draft(
        format=task.format, brand=task.guide.brand.name, brief=task.brief, fields=set_leaf({}, path, text),
        writer="test:model", seed=0, guide_version="", report=UNJUDGED, ready=False,
    )  # fmt: skip
    return judge(draft, guide=task.guide, today=task.today)


def test_an_expired_or_foreign_label_blocks_the_draft(desk: Desk) -> None:
    task, prompt = asked(desk)
    region = task.guide.brand.region
    unusable = [
        claim
        for claim in task.guide.claims
        if claim.standing(task.today, region=region, channel="email") is not Standing.USABLE
    ]
    assert unusable
    for id in [*(claim.id for claim in unusable), "invented"]:
        text = place(prompt.placer(task.guide), task, "body", f"Yes. {{claim:{id}}} So.")
        draft = judged(task, "body", text)
        assert not draft.ready
        assert [one.quote for one in draft.report.errors if one.check == "format.open-label"] == [
            f"{{claim:{id}}}"
        ]

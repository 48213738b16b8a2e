"""A draft is improved round by round: what helps is kept, what does not is undone, and history tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

import pytest

from copykit.brief import Brief, load_brief
from copykit.draft import Draft, Usage, Values, get_leaf, set_leaf
from copykit.errors import RateLimited, WriterError
from copykit.formats import Format, load_formats
from copykit.guide import Guide, load_guide
from copykit.house import brands_dir, prompts_dir
from copykit.improve import Budget
from copykit.writers import Chunk, Note, Part, Revision, Task
from copykit.writers.offline import OfflineWriter
from copykit.writing import stream, variants, write

TODAY = date(2026, 9, 30)
DEWCLAW = brands_dir() / "dewclaw"
LIE = "It saves every clinic 47 hours a week."

Answer = Callable[[Revision], str | None]


@dataclass
class Scripted:
    """Writes the offline writer's piece with some texts spoilt, and answers revisions as it is told."""

    spoil: Callable[[Values], Values]
    answers: list[Answer] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    fault: WriterError | None = None
    asked: list[Sequence[Revision]] = field(default_factory=list)
    name: str = "scripted:one"
    round_usage: Usage = field(default_factory=lambda: Usage(input_tokens=80, output_tokens=20, requests=1))

    def write(self, task: Task) -> Iterator[Part]:
        values: Values = {}
        for part in OfflineWriter().write(task):
            if isinstance(part, Chunk):
                values = set_leaf(values, part.path, get_leaf(values, part.path) + part.text)
        self.whole = self.spoil(values)
        for name, value in self.whole.items():
            for number, text in enumerate([value] if isinstance(value, str) else value):
                assert isinstance(text, str)
                yield Chunk(path=name if isinstance(value, str) else f"{name}[{number}]", text=text)
        yield from self.notes
        yield Usage(input_tokens=900, output_tokens=100, requests=1)

    def revise(self, task: Task, values: Values, revisions: Sequence[Revision]) -> Iterator[Part]:
        self.asked.append(revisions)
        answer = self.answers.pop(0) if self.answers else (lambda _: None)
        for revision in revisions:
            if text := answer(revision):
                yield Chunk(path=revision.path, text=text[:3])
                yield Chunk(path=revision.path, text=text[3:])
        yield self.round_usage
        if self.fault:
            raise self.fault


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(DEWCLAW)


@pytest.fixture(scope="module")
def formats() -> dict[str, Format]:
    return load_formats([prompts_dir()])


@pytest.fixture(scope="module")
def brief() -> Brief:
    return load_brief(DEWCLAW / "examples" / "sales-email.yaml")


def lying(values: Values) -> Values:
    """The body with one sentence that nothing proves, in the middle."""
    first, *rest = str(values["body"]).split("\n\n")
    return {**values, "body": "\n\n".join([first, LIE, *rest])}


@pytest.fixture
def made(guide: Guide, formats: dict[str, Format], brief: Brief) -> Callable[..., Draft]:
    def make(writer: Scripted, **more: object) -> Draft:
        return write(formats["sales-email"], brief, guide=guide, writer=writer, today=TODAY, **more)  # type: ignore[arg-type]

    return make


def honest(revision: Revision) -> str:
    return revision.text.replace(f"{LIE}\n\n", "")


def test_what_is_wrong_is_sent_back_in_words_with_its_rule(made: Callable[..., Draft]) -> None:
    writer = Scripted(lying, [honest])
    draft = made(writer)
    (revision,) = writer.asked[0]
    assert revision.path == "body" and LIE in revision.text
    assert any("47 hours" in problem for problem in revision.problems)
    assert draft.ready and LIE not in str(draft.fields["body"])
    assert draft.history[0].title == "First version by scripted:one"
    assert draft.history[0].errors > draft.history[-1].errors == 0
    assert draft.usage == Usage(input_tokens=980, output_tokens=120, requests=2)


def test_fields_without_a_problem_are_never_sent_whole(made: Callable[..., Draft]) -> None:
    writer = Scripted(lying, [honest])
    made(writer)
    assert {revision.path for revision in writer.asked[0]} == {"body"}


def test_a_round_that_does_not_help_is_undone_and_can_be_looked_at(made: Callable[..., Draft]) -> None:
    worse = f"{LIE} {LIE.replace('47', '48')}"
    writer = Scripted(lying, [lambda revision: f"{revision.text}\n\n{worse}", honest])
    draft = made(writer)
    undone = next(one for one in draft.history if not one.kept)
    assert "48 hours" in str(undone.fields["body"]) and undone.reason == "it did not lower what is wrong"
    assert draft.ready and "48 hours" not in str(draft.fields["body"])


def test_of_several_new_texts_those_that_help_are_kept(made: Callable[..., Draft]) -> None:
    def spoil(values: Values) -> Values:
        return {**lying(values), "subject": "We’re the #1 best app"}

    def answer(revision: Revision) -> str:
        return honest(revision) if revision.path == "body" else "The only and best app, 99 % cheaper"

    draft = made(Scripted(spoil, [answer]), budget=Budget(rounds=1))
    assert LIE not in str(draft.fields["body"])
    assert "#1 best app" in str(draft.fields["subject"]) and not draft.ready


def test_what_no_round_mends_is_taken_out_with_its_reason(made: Callable[..., Draft]) -> None:
    draft = made(Scripted(lying))
    assert draft.ready and LIE not in str(draft.fields["body"])
    taken = draft.history[-1]
    assert taken.title == "Taken out" and LIE in taken.done[0]
    assert "\n\n\n" not in str(draft.fields["body"])


def test_what_cannot_be_taken_out_blocks_the_draft(made: Callable[..., Draft]) -> None:
    draft = made(Scripted(lambda values: {**values, "subject": "47 hours saved"}))
    assert not draft.ready
    assert any(blocked.field == "subject" for blocked in draft.blocked)


def test_an_open_place_is_never_filled_by_the_writer(made: Callable[..., Draft]) -> None:
    def spoil(values: Values) -> Values:
        slot = "[[observation: What did you notice?]]"
        return {**lying(values), "body": str(lying(values)["body"]).replace("\n\n", f"\n\n{slot}\n\n", 1)}

    def fill(revision: Revision) -> str:
        return honest(revision).replace("[[observation: What did you notice?]]", "I saw your clinic.")

    draft = made(Scripted(spoil, [fill, fill, fill]))
    assert "[[observation" in str(draft.fields["body"]) and not draft.ready
    assert any("only you can fill" in one.reason for one in draft.history)


def test_rounds_end_with_the_budget(made: Callable[..., Draft]) -> None:
    def useless(revision: Revision) -> str:
        return revision.text

    writer = Scripted(lying, [useless] * 9)
    made(writer, budget=Budget(rounds=2))
    assert len(writer.asked) == 2
    writer = Scripted(lying, [useless] * 9)
    draft = made(writer, budget=Budget(tokens=1500))
    assert not writer.asked  # a round as large as the first version would not fit
    assert any("1,500 tokens" in one.reason for one in draft.history)
    writer = Scripted(lying, [useless] * 9)
    made(writer, budget=Budget(rounds=0))
    assert not writer.asked


def test_a_writer_that_gives_up_loses_nothing(made: Callable[..., Draft]) -> None:
    writer = Scripted(lying, [lambda revision: "Half a"], fault=RateLimited("slow down"))
    draft = made(writer)
    assert len(writer.asked) == 1 and "Half a" not in str(draft.fields)
    assert any(one.reason.startswith("slow down") for one in draft.history)
    assert draft.usage.requests == 2  # what was used for nothing is told too


def test_chunks_for_other_fields_are_not_taken(made: Callable[..., Draft]) -> None:
    class Greedy(Scripted):
        def revise(self, task: Task, values: Values, revisions: Sequence[Revision]) -> Iterator[Part]:
            yield Chunk(path="subject", text="taken over")
            yield from super().revise(task, values, revisions)

    draft = made(Greedy(lying, [honest]))
    assert draft.ready and draft.fields["subject"] != "taken over"


def test_a_problem_that_the_writer_tells_of_stands_until_its_field_is_written_anew(
    made: Callable[..., Draft],
) -> None:
    told = Note(problem="it names a claim that there is none of", field="body")
    draft = made(Scripted(lambda values: values, notes=[told]))
    assert [blocked.reason for blocked in draft.blocked] == [told.problem]
    writer = Scripted(lambda values: values, [lambda one: one.text.replace("Best,", "Best,")], notes=[told])
    draft = made(writer)
    assert writer.asked[0][0].problems == (told.problem,)
    assert draft.ready


def test_what_is_wrong_with_the_brief_is_no_matter_for_a_round(made: Callable[..., Draft]) -> None:
    writer = Scripted(lambda values: values, notes=[Note(problem="the offer has ended")])
    draft = made(writer)
    assert not writer.asked and [one.reason for one in draft.blocked] == ["the offer has ended"]


def test_what_a_list_lacks_is_asked_for(guide: Guide, formats: dict[str, Format]) -> None:
    brief = load_brief(DEWCLAW / "examples" / "google-rsa.yaml")
    spare: list[str] = []

    def two(values: Values) -> Values:
        headlines = [str(one) for one in values["headlines"]]
        spare.extend(headlines[2:])
        return {**values, "headlines": headlines[:2]}

    writer = Scripted(two, [lambda revision: spare[0] if not revision.text else None])
    draft = write(formats["google-rsa"], brief, guide=guide, writer=writer, today=TODAY)
    assert [revision.path for revision in writer.asked[0]] == ["headlines[2]"]
    assert draft.ready and draft.fields["headlines"][2] == spare[0]


def test_of_several_first_versions_the_checks_choose(
    guide: Guide, formats: dict[str, Format], brief: Brief
) -> None:
    tries: list[int] = []

    class Uneven(Scripted):
        def write(self, task: Task) -> Iterator[Part]:
            tries.append(task.seed)
            self.spoil = (lambda values: values) if task.seed == 2 else lying
            yield from super().write(task)

    writer = Uneven(lying)
    *_, draft = stream(
        formats["sales-email"],
        brief,
        guide=guide,
        writer=writer,
        today=TODAY,
        best_of=3,
        budget=Budget(rounds=0),
    )
    assert tries == [0, 1, 2] and draft.seed == 2 and draft.ready
    assert draft.usage.requests == 3


def test_no_fix_hides_a_name_by_the_case_of_its_letters(
    guide: Guide, formats: dict[str, Format], brief: Brief
) -> None:
    name = "When Jamie took over the desk at Pine Street Vets, the phone finally stopped."

    def named(values: Values) -> Values:
        titles = values["headlines"]
        assert isinstance(titles, list)
        return {**values, "headlines": [name, *[str(one) for one in titles[1:]]]}

    ad = brief.model_copy(update={"format": "meta-ad"})
    draft = write(
        formats["meta-ad"], ad, guide=guide, writer=Scripted(named), today=TODAY, budget=Budget(rounds=0)
    )
    assert "pine street" not in str(draft.fields).lower()  # taken out, and not put in title case


def test_items_that_say_nothing_are_dropped_and_a_field_of_marks_is_empty(
    guide: Guide, formats: dict[str, Format], brief: Brief
) -> None:
    def blanks(values: Values) -> Values:
        titles = values["headlines"]
        assert isinstance(titles, list)
        return {
            **values,
            "headlines": [" ", *[str(one) for one in titles[:5]], "\u2014", *titles[5:12]],
            "path1": ".",
        }

    rsa = brief.model_copy(update={"format": "google-rsa"})
    writer = Scripted(blanks)
    whole = write(formats["google-rsa"], rsa, guide=guide, writer=OfflineWriter(), today=TODAY)
    draft = write(
        formats["google-rsa"], rsa, guide=guide, writer=writer, today=TODAY, budget=Budget(rounds=0)
    )
    assert draft.fields["headlines"] == list(whole.fields["headlines"])[:12]
    subject = Scripted(lambda values: {**values, "subject": " . "})
    draft = write(
        formats["sales-email"], brief, guide=guide, writer=subject, today=TODAY, budget=Budget(rounds=0)
    )
    assert "format.missing-field" in {one.check for one in draft.report.errors}
    assert not draft.ready


def test_versions_made_before_a_fault_are_kept(
    guide: Guide, formats: dict[str, Format], brief: Brief
) -> None:
    class Failing(Scripted):
        def write(self, task: Task) -> Iterator[Part]:
            if task.seed:
                raise RateLimited("slow down")
            yield from super().write(task)

    made = variants(
        formats["sales-email"], brief, guide=guide, writer=Failing(lambda one: one), today=TODAY, count=3
    )
    assert next(made).ready
    with pytest.raises(RateLimited):
        next(made)


def test_the_offline_writer_asks_nobody(guide: Guide, formats: dict[str, Format], brief: Brief) -> None:
    draft = write(formats["sales-email"], brief, guide=guide, writer=OfflineWriter(), today=TODAY)
    assert draft.ready and draft.usage == Usage()
    assert draft.history[0].title == "First version by offline"

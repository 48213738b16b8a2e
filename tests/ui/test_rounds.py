"""How a draft came to be is shown round by round, and nothing in it is markup."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from copykit.ui.rounds import compared


def test_words_that_went_and_came_are_marked() -> None:
    assert compared("Save 47 hours a week.", "Save hours each week.") == (
        "Save<del> 47</del> hours <del>a</del> <ins>each</ins> week."
    )
    assert compared("", "New.") == "<ins>New.</ins>"
    assert compared("<b>Old</b>", "") == "<del>&lt;b&gt;Old&lt;/b&gt;</del>"


def test_of_what_stayed_only_what_is_near_a_change_is_shown() -> None:
    stayed = "Nothing changes in this sentence. " * 9
    shown = compared(f"{stayed}Old.", f"{stayed}New.")
    assert shown.endswith("<del>Old.</del> <ins>New.</ins>") and len(shown) < 120


def test_rounds_are_told_with_what_was_undone_and_what_they_took() -> None:
    def page() -> None:
        from dataclasses import replace
        from datetime import date

        from copykit.brief import Brief
        from copykit.draft import Round, Usage
        from copykit.formats import load_formats
        from copykit.guide import load_guide
        from copykit.house import brands_dir, prompts_dir
        from copykit.ui.rounds import show_rounds
        from copykit.writers.offline import OfflineWriter
        from copykit.writing import write

        draft = write(
            load_formats([prompts_dir()])["cta-set"], Brief(), guide=load_guide(brands_dir() / "dewclaw"),
            writer=OfflineWriter(), today=date(2026, 9, 30),
        )  # fmt: skip
        show_rounds(draft)  # as it was written, by nobody who is paid: nothing to show
        name = draft.leaves()[0].path
        spoilt = Round(
            title="Written anew by x:y", done=(f"{name}: “<i>now</i>”: too loud",), kept=False, errors=2,
            reason="it did not lower what is wrong", fields={}, warnings=0, suggestions=0,
        )  # fmt: skip
        show_rounds(
            replace(
                draft,
                history=(*draft.history, spoilt),
                usage=Usage(input_tokens=1000, output_tokens=10, requests=1, cost=0.01),
            )
        )

    ran = AppTest.from_function(page).run()
    assert not ran.exception
    (fold,) = ran.expander
    assert fold.label == "1 round of improvement"
    told = "\n".join(str(one.proto.body) for one in ran.get("html"))
    assert "&lt;i&gt;now&lt;/i&gt;" in told and "<i>now" not in told
    assert "· undone" in told and "It did not lower what is wrong." in told
    assert "$0.0100" in told

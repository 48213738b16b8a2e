"""Whatever the text and the place: every output says it, on one line where it must, and steers nothing."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import jsonschema
from hypothesis import example, given
from hypothesis import strategies as st

from copykit.baseline import fingerprint
from copykit.checking import Checked
from copykit.checks import Context, check
from copykit.exports import github_text, report_text, sarif_log, to_json
from copykit.findings import Area, Finding, Location, Report, Severity
from copykit.guide import load_guide
from copykit.text import Syntax, parse

DATA = Path(__file__).parent.parent / "data"
GUIDE = load_guide(DATA / "small_brand")
SARIF = json.loads((DATA / "sarif" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
COMMENTS = ("copykit-ignore", "copykit-off", "copykit-on", "<!-- ", " -->", ": ", "terms.avoid", "all", ",")
TEXT = st.lists(
    st.one_of(
        st.sampled_from(
            (*COMMENTS, "utilize", "\r\n", "\n\n", "\r", "- ", "# ", "`", "```\n", "<p>", "&amp;", "🚲")
        ),
        st.text(max_size=5),
    ),
    max_size=25,
).map("".join)


@given(text=TEXT, low=st.integers(0, 60), size=st.integers(0, 60), syntax=st.sampled_from(Syntax))
@example(text="\r\n\r\nA\x85b\u2028c", low=4, size=3, syntax=Syntax.PLAIN)
def test_a_place_anywhere_can_be_told(text: str, low: int, size: int, syntax: Syntax) -> None:
    document = parse(text, name="a.md", syntax=syntax)
    start = min(low, len(text))
    end = min(start + size, len(text))
    found = Finding(
        check="terms.avoid", severity=Severity.ERROR, area=Area.FORMAT, advice="No.\nNot this.",
        location=Location(document="a.md", start=start, end=end), quote=text[start:end],
    )  # fmt: skip
    one = Checked(
        document=document, report=Report(document="a.md", words=1, findings=(found,), judged=frozenset())
    )
    told = report_text([one], colour=False)
    assert "\x1b" not in told and "\r" not in told and "\u202e" not in told
    line, column = document.line_column(found.location)
    assert told.startswith(f"a.md:{line}:{column} error terms.avoid\n")
    assert github_text([one]).count("\n") == 1 and "\r" not in github_text([one])
    assert len(fingerprint(found, document)) == 16
    log = json.loads(to_json(sarif_log([one], version="1.0")))
    jsonschema.Draft4Validator(SARIF).validate(log)


@given(text=TEXT, syntax=st.sampled_from(Syntax))
@example(text="<!-- copykit-off all: x -->utilize", syntax=Syntax.MARKDOWN)
def test_comments_of_any_shape_lose_no_finding(text: str, syntax: Syntax) -> None:
    document = parse(text, name="a.md", syntax=syntax)
    told = check(document, Context(guide=GUIDE, today=date(2026, 11, 1)))
    for finding in (*told.findings, *(one.finding for one in told.accepted)):
        assert text[finding.location.start : finding.location.end] == finding.quote
    bare = parse(text.replace("copykit-", "copycat-"), name="a.md", syntax=syntax)
    plain = check(bare, Context(guide=GUIDE, today=date(2026, 11, 1)))
    both = [*told.findings, *(one.finding for one in told.accepted)]
    terms = [one.location.start for one in both if one.check == "terms.avoid"]
    assert sorted(terms) == sorted(one.location.start for one in plain.findings if one.check == "terms.avoid")

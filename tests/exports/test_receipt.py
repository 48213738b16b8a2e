"""The substantiation sheet: what a piece rests on, and what nothing proves, on one page."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import jsonschema
import pytest

from copykit.brief import Brief
from copykit.draft import Draft, Values
from copykit.exports.receipt import Receipt, receipt_of
from copykit.exports.schema import output_schemas
from copykit.exports.sheet import receipt_markdown, receipt_text, receipts_payload
from copykit.formats import load_formats
from copykit.guide import Guide, load_guide
from copykit.house import brands_dir, prompts_dir
from copykit.readiness import UNJUDGED, judge

TODAY = date(2026, 9, 30)
PAGE = 66  # lines of a printed page
FORMATS = load_formats([prompts_dir()])


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(brands_dir() / "dewclaw")


def sheet(guide: Guide, body: str, *, format: str = "sales-email", **brief: Any) -> Receipt:
    fields: Values = {"subject": "saturday dentals", "body": body}
    draft = Draft(
        format=FORMATS[format], brand=guide.brand.name, brief=Brief(**brief), fields=fields, writer="offline",
        seed=0, guide_version=guide.version, report=UNJUDGED, ready=False,
    )  # fmt: skip
    judged = judge(draft, guide=guide, today=TODAY)
    return receipt_of(judged, guide, document="mail.md", today=TODAY)


def test_a_claim_is_told_with_all_that_a_lawyer_asks(guide: Guide) -> None:
    receipt = sheet(
        guide, "Good news. Clinics that turn on reminder texts see 31% fewer no-shows. And so on."
    )
    [one] = receipt.backed
    assert (one.kind, one.id) == ("claim", "no-shows")
    assert [(used.text, used.field) for used in one.used] == [
        ("Clinics that turn on reminder texts see 31% fewer no-shows.", "body")
    ]
    assert one.proof == "Before-and-after study of 212 clinics, six months each side, report DC-26-02"
    assert (one.proof_date, one.owner) == (date(2026, 3, 18), "Tomas Brandvold, research")
    assert one.valid_to == date(2027, 9, 30)
    assert receipt.uncovered == ()
    text = receipt_text(receipt)
    for told in (
        "“Clinics that turn on reminder texts see 31% fewer no-shows.” (body)", "report DC-26-02, 2026-03-18",
        "https://www.dewclaw.example/studies/no-shows", "Answers for it: Tomas Brandvold, research",
        "until 2027-09-30; all regions, all channels, all audiences", 'claim "no-shows"', "messages.yaml:",
        "NOT COVERED (0)", "as of 2026-09-30", guide.version, "Signature:", "made up",
    ):  # fmt: skip
        assert told in " ".join(text.split()) or told in text, told


def test_offers_come_with_their_terms_and_people_with_their_leave(guide: Guide) -> None:
    quote = "I used to spend Tuesday mornings being stood up by Labradors. Now I do the invoices."
    receipt = sheet(
        guide,
        f"Try it free for 21 days, with no card.\n\n“{quote}” says Marisol Tran."
        " It's $89 per clinic a month.",
    )
    offers = {one.id: one for one in receipt.backed if one.kind == "offer"}
    assert offers["free-trial"].terms == ("trial of 21 days",)
    assert any("$89 per clinic a month (desk) in US" in term for term in offers["list-prices"].terms)
    [story] = [one for one in receipt.backed if one.kind == "story"]
    assert story.terms[0].startswith("Quarrel Creek Animal Hospital, Marisol Tran")
    assert story.valid_to == date(2028, 5, 31)
    assert "gave leave to be named and quoted until 2028-05-31" in " ".join(receipt_text(receipt).split())


def test_what_the_brief_vouches_for_is_told_as_such(guide: Guide) -> None:
    receipt = sheet(guide, "Our depot has 44 vans.", facts=["Our depot has 44 vans."])
    [one] = receipt.backed
    assert (one.kind, one.id, one.proof) == ("brief", "facts", "Our depot has 44 vans.")


def test_what_nothing_proves_is_listed_plainly(guide: Guide) -> None:
    receipt = sheet(guide, "We save every clinic 47% of its costs. Say {claim:nope} too.")
    assert {one.check for one in receipt.uncovered} == {"claims.unproven", "format.open-label"}
    assert "NOT COVERED (2)" in receipt_text(receipt)
    assert "“47%” (body): Nothing in the guide or the brief holds this number." in receipt_text(receipt)
    assert "2 not covered" in receipt_markdown(receipt)


def test_the_sheet_fits_a_page_and_reads_in_every_form(guide: Guide) -> None:
    body = " ".join(
        claim.text
        for claim in guide.claims
        if claim.id in ("no-shows", "waitlist-minutes", "setup-day", "soc-2")
    )
    receipt = sheet(guide, body)
    assert len(receipt.backed) == 4
    text = receipt_text(receipt)
    assert text.count("\n") <= PAGE
    assert max(map(len, text.splitlines())) <= 96
    payload = receipts_payload([receipt])
    jsonschema.validate(json.loads(json.dumps(payload)), dict(output_schemas()["receipt.output.schema.json"]))
    assert [one["id"] for one in payload["receipts"][0]["backed"]] == [one.id for one in receipt.backed]
    markdown = receipt_markdown(receipt)
    assert markdown.startswith("# Substantiation sheet\n")
    assert markdown.count("  - Proof: ") == 4


def test_marks_in_the_copy_stay_letters_in_markdown(guide: Guide) -> None:
    receipt = sheet(guide, "We save *every* [clinic](x) 47% of its <b>costs</b>.")
    assert "<b>" not in receipt_markdown(receipt).replace("\\<b\\>", "")

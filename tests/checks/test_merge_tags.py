"""Merge tags: closed, of the right system, a field that it has, a fallback, a column in the table."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from copykit.checks.context import Context
from copykit.checks.email import EMAIL, check_columns
from copykit.findings import Finding, Severity
from copykit.guide import Guide, load_guide
from copykit.guide.types import Email
from copykit.text import Document, Syntax, parse

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(DATA / "small_brand")


def with_system(guide: Guide, system: str | None) -> Guide:
    email = Email.model_validate({"merge_tags": system} if system else {})
    return guide.__class__(**{**guide.__dict__, "brand": guide.brand.model_copy(update={"email": email})})


def document_of(text: str, syntax: Syntax = Syntax.PLAIN) -> Document:
    return parse(text, name="mail.txt", syntax=syntax)


def found(
    guide: Guide, text: str, *, system: str | None = None, own: bool = False, syntax: Syntax = Syntax.PLAIN
) -> list[Finding]:
    document = document_of(text, syntax)
    context = Context(guide=with_system(guide, system), today=date(2026, 11, 23), own=own, channel="email")
    findings = [finding for one in EMAIL for finding in one(document, context)]
    for finding in findings:
        assert document.quote(finding.location) == finding.quote
    return [one for one in findings if one.check.startswith(("email.merge", "email.placeholder"))]


def told(guide: Guide, text: str, *, system: str | None = None) -> list[tuple[str, str]]:
    return [(one.check, one.quote) for one in found(guide, text, system=system)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Tea for {{first_name, now", "{{first_name"),
        ("Tea for {{first_name} now", "{{first_name}"),
        ("Tea for {{ contact.firstname } now", "{{ contact.firstname }"),
        ("Tea for {first_name}} now", "{first_name}}"),
        ("Tea for {first_name} now", "{first_name}"),
        ("Tea for {First Name} now", "{First Name}"),
        ("Tea for {company} now", "{company}"),
        ("Tea for {{{Recipient.FirstName}} now", "{{{Recipient.FirstName}}"),
        ("Tea for **{{ contact.firstname**.", "{{ contact.firstname"),
        ("Tea for *|FNAME|, now", "*|FNAME|"),
        ("Tea for *|FNAME now", "*|FNAME"),
        ("Tea for *|FNAME*, now", "*|FNAME*"),
        ("Tea for FNAME|*, now", "FNAME|*"),
        ("Tea for contact.firstname }}, now", "contact.firstname }}"),
        ("Tea for {Ada} of company.name}} now", "company.name}}"),
        ("Tea for {!Contact.FirstName now", "{!Contact.FirstName"),
        ("Tea for {contactfield=firstname now", "{contactfield=firstname"),
    ],
)
def test_a_tag_that_is_not_whole(guide: Guide, text: str, quote: str) -> None:
    [finding] = found(guide, text)
    assert (finding.check, finding.quote, finding.severity) == ("email.merge-unclosed", quote, Severity.ERROR)
    assert found(guide, text, own=True)


@pytest.mark.parametrize(
    "text",
    [
        "Tea for { and } alike.",
        "A set {1, 2, 3} of cups.",
        "A smile :-} and a brace {.",
        "Two * stars | a bar.",
        "Prices in {EUR}.",
        "Hello [[first name: Who is it to?]],",
        "Read [our page](https://tarn.example) [1].",
        "It costs $XX? No: $20. Size XXL and XX.",
        "Say `{{first_name` in code.",
    ],
)
def test_braces_that_are_no_tags(guide: Guide, text: str) -> None:
    assert found(guide, text, syntax=Syntax.MARKDOWN) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Hi [First Name],", "[First Name]"),
        ("Hi [name],", "[name]"),
        ("At [Company Name] you", "[Company Name]"),
        ("Hi <First Name>,", "<First Name>"),
        ("[insert a customer story here]", "[insert a customer story here]"),
        ("Best, [Your Name]", "[Your Name]"),
        ("Call me at XXXX now", "XXXX"),
    ],
)
def test_a_blank_that_somebody_meant_to_fill(guide: Guide, text: str, quote: str) -> None:
    [finding] = found(guide, text)
    assert (finding.check, finding.quote, finding.severity) == ("email.placeholder", quote, Severity.WARNING)
    [finding] = found(guide, text, own=True)
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("{% if x %}Tea.", ["{% if x %}"]),
        ("Tea.{% endif %}", ["{% endif %}"]),
        ("{% if x %}{% for y in z %}Tea.{% endfor %}", ["{% if x %}"]),
        ("{{#if x}}Tea.", ["{{#if x}}"]),
        ("*|IF:FNAME|*Tea.", ["*|IF:FNAME|*"]),
        ("Tea.*|END:IF|*", ["*|END:IF|*"]),
        ("{% else %}Tea.", ["{% else %}"]),
        ("{% if x %}Tea.{% else %}Milk.{% endif %}", []),
        ("{{#if x}}Tea.{{#endif}}", []),
        ("*|IF:FNAME|*Tea.*|ELSE:|*Milk.*|END:IF|*", []),
        ("{% unless x %}Tea.{% endunless %}", []),
        ("{% assign x = 1 %}Tea.", []),
        ("If tea, then milk. End.", []),
    ],
)
def test_conditions_are_closed(guide: Guide, text: str, quotes: list[str]) -> None:
    assert told(guide, text) == [("email.merge-condition", quote) for quote in quotes]


TAGS = {
    "apollo": "{{#if first_name}}Hi {{first_name}}{{#endif}}",
    "brevo": "Hi {{ contact.FIRSTNAME | default : 'there' }}",
    "hubspot": "Hi {{ contact.firstname|default('there') }}",
    "liquid": 'Hi {{ contact.first_name | default: "there" }}',
    "mailchimp": "*|IF:FNAME|*Hi *|FNAME|**|END:IF|*",
    "mautic": "Hi {contactfield=firstname|there} from {ownerfield=firstname}",
    "salesforce": 'Hi {!BLANKVALUE(Contact.FirstName,"there")}',
}


@pytest.mark.parametrize("system", sorted(TAGS))
def test_each_system_s_own_tags_are_fine(guide: Guide, system: str) -> None:
    assert found(guide, TAGS[system], system=system) == []
    assert found(guide, TAGS[system]) == []


@pytest.mark.parametrize("system", sorted(TAGS))
def test_each_system_s_tags_are_wrong_elsewhere(guide: Guide, system: str) -> None:
    for other in sorted(set(TAGS) - {system}):
        if (system, other) in {
            ("hubspot", "liquid"),
            ("brevo", "liquid"),
            ("liquid", "brevo"),
            ("liquid", "apollo"),
        }:
            continue  # their forms overlap
        wrong = found(guide, TAGS[other], system=system)
        assert {one.check for one in wrong} == {"email.merge-system"}, (system, other)
        assert all(one.severity is Severity.ERROR for one in wrong)
        assert all(one.reference and one.reference.quote == f"merge_tags: {system}" for one in wrong)


@pytest.mark.parametrize(
    ("system", "text", "replacement"),
    [
        ("hubspot", "*|FNAME|*", "{{ contact.firstname }}"),
        ("hubspot", "{{first_name}}", "{{ contact.firstname }}"),
        ("mailchimp", "{{ contact.lastname }}", "*|LNAME|*"),
        ("mautic", "{!Contact.FirstName}", "{contactfield=firstname}"),
        ("salesforce-lightning", "{{FirstName}}", "{{{Recipient.FirstName}}}"),
        ("outreach", "*|EMAIL|*", "{{email}}"),
    ],
)
def test_a_tag_is_translated(guide: Guide, system: str, text: str, replacement: str) -> None:
    [finding] = found(guide, text, system=system)
    assert [fix.replacement for fix in finding.fixes] == [replacement]
    assert found(guide, replacement, system=system) == [
        one for one in found(guide, replacement, system=system) if one.check == "email.merge-fallback"
    ]


def test_tags_of_two_systems_in_one_mail(guide: Guide) -> None:
    text = "Hi {{ contact.firstname|default('there') }}, {{ company.name|default('tea') }} *|CITY|*"
    assert told(guide, text) == [("email.merge-system", "*|CITY|*")]


@pytest.mark.parametrize(
    ("system", "text", "replacement"),
    [
        ("hubspot", "{{ contact.first_name|default('there') }}", "{{ contact.firstname|default('there') }}"),
        ("hubspot", "{{ contact.fistname|default('there') }}", "{{ contact.firstname|default('there') }}"),
        ("mailchimp", "*|fname|*", "*|FNAME|*"),
        ("mailchimp", "*|FIRSTNAME|*", "*|FNAME|*"),
        ("mautic", "{contactfield=first_name|there}", "{contactfield=firstname|there}"),
        ("apollo", "{{firstname}}", "{{first_name}}"),
        ("brevo", "{{ contact.FIRST_NAME }}", "{{ contact.FIRSTNAME }}"),
    ],
)
def test_a_field_that_is_nearly_one(guide: Guide, system: str, text: str, replacement: str) -> None:
    [finding] = [one for one in found(guide, text, system=system) if one.check == "email.merge-field"]
    assert finding.severity is Severity.WARNING
    assert [fix.replacement for fix in finding.fixes] == [replacement]
    assert not [one for one in found(guide, replacement, system=system) if one.check == "email.merge-field"]


@pytest.mark.parametrize(
    ("system", "text"),
    [
        ("hubspot", "{{ contact.favourite_tea }}"),
        ("hubspot", "{{ owner.firstname }}"),
        ("mailchimp", "*|SHOPSIZE|*"),
        ("mautic", "{contactfield=last_order}"),
        ("apollo", "{{sender_first_name}}"),
        ("salesforce", "{!Lead.FirstName}"),
    ],
)
def test_fields_of_your_own_are_yours(guide: Guide, system: str, text: str) -> None:
    assert not [one for one in found(guide, text, system=system) if one.check == "email.merge-field"]


@pytest.mark.parametrize(
    ("text", "severity", "replacement"),
    [
        ("Hi {{ contact.firstname }},", Severity.WARNING, "{{ contact.firstname|default('there') }}"),
        ("Hi {!Contact.FirstName}, {!Account.Name}", None, None),
        ("Hi {contactfield=firstname},", Severity.WARNING, "{contactfield=firstname|there}"),
        ("Hi {{ contact.FIRSTNAME }},", Severity.WARNING, '{{ contact.FIRSTNAME | default : "there" }}'),
        ("Hi {{{Recipient.FirstName}}},", Severity.SUGGESTION, None),
        ("Hi *|FNAME|*,", Severity.SUGGESTION, None),
        ("Hi {{first_name}},", Severity.SUGGESTION, None),
    ],
)
def test_a_name_without_a_fallback(
    guide: Guide, text: str, severity: Severity | None, replacement: str | None
) -> None:
    findings = [one for one in found(guide, text) if one.check == "email.merge-fallback"]
    assert findings
    if severity:
        assert findings[0].severity is severity
    if replacement:
        assert [fix.replacement for fix in findings[0].fixes] == [replacement]
        place = findings[0].location
        assert found(guide, text[: place.start] + replacement + text[place.end :]) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hi {{ contact.firstname|default('there') }},",
        "{% if contact.firstname %}Hi {{ contact.firstname }}{% endif %}",
        "Yours, {{ sender.first_name }}",
        "Yours, {{my.first_name}}",
        "Yours, {ownerfield=firstname}",
        "Write to {{ contact.email }}",
    ],
)
def test_what_needs_no_fallback(guide: Guide, text: str) -> None:
    assert found(guide, text) == []


def test_the_source_of_what_happens_to_a_gap_is_told(guide: Guide) -> None:
    [finding] = found(guide, "Hi {{ contact.firstname }},", system="hubspot")
    assert "MISSING TOKEN" in finding.advice
    assert "HubSpot's help" in finding.advice and "read 2026-11-23" in finding.advice


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Hi {{first_name}} at {{company}}, from {{city}}", []),
        ("Hi *|FNAME|* of *|CITY|*", []),
        ("Hi {{ contact.firstname }} of {{ company.name }}", []),
        ("Hi {{FirstName}}, yours {{sender.name}}", []),
        ("{% if kettle %}Hi{% endif %}", []),
        ("Hi {{first_name}}, your {{kettle}} is old", ["{{kettle}}"]),
        ("Hi *|LNAME|*", ["*|LNAME|*"]),
        ("{{citty}} and {{ contact.phone }}", ["{{citty}}", "{{ contact.phone }}"]),
    ],
)
def test_tags_without_a_column(text: str, missing: list[str]) -> None:
    columns = ["First Name", "Company", "CITY", " E-mail ", ""]
    findings = check_columns(document_of(text), columns)
    assert [one.quote for one in findings] == missing
    assert all((one.check, one.severity) == ("email.merge-column", Severity.ERROR) for one in findings)
    if "{{citty}}" in missing:
        assert "Did you mean “CITY”?" in findings[0].advice


def test_long_hostile_text_is_read_in_time() -> None:
    for piece in ("{{", "{{ a ", "*|A", "{!a", "[name ", "{contactfield=", "{{{a}}"):
        assert check_columns(document_of(piece * 5000), ["a"]) is not None

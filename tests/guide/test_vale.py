"""The folder `styles/` of a brand: rule files, `.vale.ini` and vocabularies, each fault at its line."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copykit.checks import Context
from copykit.checks.custom import CUSTOM, style_problems
from copykit.errors import GuideError
from copykit.findings import Finding, Severity
from copykit.guide import Guide, load_guide
from copykit.guide.vale import EXTENSIONS, read_styles
from copykit.text import Syntax, parse

BRAND = Path(__file__).parents[1] / "data" / "checks_brand"
VERY = "extends: existence\nmessage: \"Not '%s'.\"\ntokens: [very]\n"
BASE = load_guide(BRAND)
NAMED = "[*]\nBasedOnStyles = House\n"
EXISTENCE = "extends: existence\nmessage: x\n"
PATHS = "config/vocabularies/House/"


@pytest.fixture
def brand(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BRAND, tmp_path / "acme"))


def put(brand: Path, **files: str) -> Guide:
    """Writes files into the brand's `styles/` and loads it."""
    for name, text in files.items():
        path = brand / "styles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    return load_guide(brand)


def told(guide: Guide, text: str, *, name: str = "page.md") -> list[tuple[str, str]]:
    context = Context(guide=guide, today=date(2026, 6, 15))
    document = parse(text, name=name, syntax=Syntax.MARKDOWN)
    found: list[Finding] = [one for check in CUSTOM for one in check(document, context)]
    return [(one.check, one.quote) for one in found]


def problems(guide: Guide) -> list[str]:
    """Each problem as `file:line: message`."""
    return [
        f"{Path(one.path).relative_to(guide.folder / 'styles').as_posix()}:{one.line}: {one.message}"
        for one in style_problems(guide)
    ]


def faults(brand: Path, text: str, name: str = "House/Rule.yml") -> list[str]:
    with pytest.raises(GuideError) as caught:
        put(brand, **{name: text})
    return [f"{Path(one.path).name}:{one.line}: {one.message}" for one in caught.value.problems]


def test_a_brand_without_styles_has_none(brand: Path) -> None:
    guide = load_guide(brand)
    assert guide.styles == () and guide.style_problems == ()


def test_a_rule_is_named_by_its_folder_and_file(brand: Path) -> None:
    guide = put(brand, **{"House/Very.yml": VERY, "House/tone/Soft.yml": VERY})
    assert [rule.name for rule in guide.styles] == ["House.Very", "House.tone.Soft"]
    rule = guide.styles[0]
    assert (rule.check, rule.level, rule.line, rule.scope) == (
        "custom.House.Very", Severity.WARNING, 1, ("text",),
    )  # fmt: skip
    assert problems(guide) == []


def test_a_changed_rule_changes_the_version(brand: Path) -> None:
    versions = [load_guide(brand).version]
    versions.append(put(brand, **{"House/Very.yml": VERY}).version)
    versions.append(put(brand, **{"House/Very.yml": VERY + "level: error\n"}).version)
    versions.append(put(brand, **{".vale.ini": "Vocab = House\n[*]\nBasedOnStyles = House\n"}).version)
    versions.append(put(brand, **{f"{PATHS}accept.txt": "very\n"}).version)
    (brand / "styles/House/Very.yml").rename(brand / "styles/House/Much.yml")
    versions.append(load_guide(brand).version)
    assert len(set(versions)) == len(versions)


# (rule file, what loading says)
FAULTS = [
    ("message: x\ntokens: [a]\n", ['Rule.yml:1: "extends" is missing']),
    ("extends: existance\nmessage: x\n", ['Rule.yml:1: there is no extension point "existance"']),
    ("\nextends: existence\ntokens: [a]\n", ['Rule.yml:2: "message" is missing']),
    (EXISTENCE + "level: eror\n", ['Rule.yml:3: there is no level "eror"; did you mean']),
    ("extends: existence\nmessage: x\ntokens: {a: b}\n", ['Rule.yml:3: "tokens" should be a list']),
    ("extends: existence\nmessage: x\nignorecase: maybe\n", ['Rule.yml:3: "ignorecase" should be true or']),
    ("extends: occurrence\nmessage: x\ntoken: a\nmax: many\n", ['Rule.yml:4: "max" should be a number']),
    ("extends: substitution\nmessage: x\nswap: [a]\n", ['Rule.yml:3: "swap" should be pairs']),
    (EXISTENCE + "tokens: [a: b]\n", ['Rule.yml:3: "tokens" should be a list of texts']),
    ("extends: substitution\nmessage: x\n", ['Rule.yml:1: "swap" is missing or empty']),
    ("extends: conditional\nmessage: x\nfirst: a\n", ['Rule.yml:1: "second" is missing or empty']),
    ("extends: existence\nmessage: x: y\n", ["Rule.yml:2: a colon inside a text"]),
    ("- a\n- b\n", ["Rule.yml:1: a rule of Vale is a list of settings"]),
    ("", ["Rule.yml:1: a rule of Vale is a list of settings"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FAULTS)
def test_what_vale_refuses_is_refused_at_its_line(brand: Path, text: str, expected: list[str]) -> None:
    found = faults(brand, text)
    assert len(found) == len(expected)
    for said, wanted in zip(found, expected, strict=True):
        assert said.startswith(wanted)


def test_a_file_that_is_not_text_is_refused(brand: Path) -> None:
    path = brand / "styles" / "House" / "Rule.yml"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"extends: existence\nmessage: \xff\n")
    with pytest.raises(GuideError, match="not UTF-8"):
        load_guide(brand)


# (files, what brand check says)
NOTES = [
    (
        {"House/Rule.yml": VERY + "tokenz: [much]\n"},
        ['House/Rule.yml:4: "tokenz" is not honoured: existence has no such key; did you mean "tokens"?'],
    ),
    (
        {"House/Rule.yml": "extends: substitution\nmessage: x\npos: NN\nswap:\n  a: b\n  a: c\n"},
        ['House/Rule.yml:6: "a" stands here twice', 'House/Rule.yml:3: "pos" is not honoured'],
    ),
    (
        {"House/Rule.yml": "extends: script\nmessage: x\nscript: a.tengo\n"},
        ["House/Rule.yml:1: the rule is not run: copykit runs no scripts"],
    ),
    (
        {"House/Rule.yml": "extends: spelling\nmessage: x\n"},
        ["House/Rule.yml:1: the rule is not run: copykit has no dictionary"],
    ),
    (
        {"House/Rule.yml": "extends: sequence\nmessage: x\ntokens:\n  - tag: NN\n  - pattern: a\n"},
        ["House/Rule.yml:4: the rule is not run: copykit has no tagger"],
    ),
    (
        {"House/Rule.yml": "extends: conditional\nmessage: x\nfirst: a\nsecond: b\nin: title\n"},
        ["House/Rule.yml:5: the rule is not run: copykit has no views"],
    ),
    ({"House/Rule.yaml": VERY}, ["House/Rule.yaml:1: not read: Vale reads files that end in .yml only"]),
    ({"Rule.yml": VERY}, ["Rule.yml:1: not read: a rule belongs into the folder of its style"]),
    ({"config/actions/a.tengo": "x"}, ["config/actions/a.tengo:None: not run: copykit runs no scripts"]),
    (
        {"House/Rule.yml": "extends: existence\nmessage: x\n"},
        ["House/Rule.yml:1: the rule finds nothing: it has neither tokens nor raw"],
    ),
    (
        {
            "House/Very.yml": VERY,
            ".vale.ini": "StylesPath = elsewhere\nPackages = Google\nMinAlertLvl = x\n[formats]\nmd = md\n"
            "[*]\nBasedOnStyles = House,Hose\nHouse.Vary = NO\nHouse.Very = of\nTokenIgnores = a\nVocab = b",
        },
        [
            ".vale.ini:1: StylesPath is not honoured",
            ".vale.ini:2: Packages is not honoured: copykit downloads nothing",
            '.vale.ini:3: "MinAlertLvl" is not honoured: Vale has no such setting; did you mean',
            ".vale.ini:4: [formats] is not honoured",
            '.vale.ini:9: House.Very is off: there is no setting "of"',
            ".vale.ini:10: TokenIgnores is not honoured",
            ".vale.ini:11: Vocab is not honoured here",
            '.vale.ini:7: there is no style "Hose" in styles/; did you mean "House"?',
            '.vale.ini:8: there is no rule "House.Vary" in styles/; did you mean "House.Very"?',
        ],
    ),
    (
        {
            "House/Very.yml": VERY,
            ".vale.ini": "Vocab = Hause\n[*]\nBasedOnStyles = Vale\n",
            f"{PATHS}accept.txt": "a\n",
        },
        [
            '.vale.ini:1: the vocabulary "House" is not used',
            '.vale.ini:1: there is no vocabulary "Hause" in styles/config/vocabularies',
            ".vale.ini:3: Vale.Spelling is not run",
            '.vale.ini:1: the style "House" is off',
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("files", "expected"), NOTES)
def test_what_is_not_honoured_is_told_at_its_line(
    brand: Path, files: dict[str, str], expected: list[str]
) -> None:
    found = problems(put(brand, **files))
    assert len(found) == len(expected), found
    for wanted in expected:
        assert any(said.startswith(wanted) for said in found), (wanted, found)


_KEYS = [
    "extends", "message", "level", "scope", "tokens", "raw", "swap", "either", "token", "max", "min", "first",
    "second", "match", "formula", "condition", "metrics", "grade", "action", "exceptions", "limit", "link",
    "ignorecase", "nonword", "name", "params", "pattern", "skip", "negate", "threshold", "indicators",
    "tokens+",
]  # fmt: skip
_VALUES = [
    *EXTENSIONS,
    "x",
    "a|b",
    "(",
    "[a",
    "true",
    "3",
    "-1",
    "1e400",
    "nan",
    "",
    "$title",
    "words / 0",
    "> 1",
]
_scalars = st.one_of(st.sampled_from(_VALUES), st.text(max_size=4))
_trees = st.recursive(
    _scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(_KEYS), inner, max_size=4)
    ),
    max_leaves=8,
)


@given(
    rule=st.dictionaries(st.sampled_from(_KEYS), _trees, max_size=6),
    extends=st.sampled_from(list(EXTENSIONS)),
    settings_file=st.lists(
        st.sampled_from(["[*]", "[a{b", "[[", "BasedOnStyles = House", "= x", "a.b = NO", "x"])
    ),
)
@settings(max_examples=300)
def test_any_file_is_a_rule_or_told(
    tmp_path_factory: pytest.TempPathFactory, rule: dict[str, object], extends: str, settings_file: list[str]
) -> None:
    texts = {
        "House/Rule.yml": json.dumps({"extends": extends, "message": "%s", **rule}),
        ".vale.ini": "\n".join(["[*]", "BasedOnStyles = House", *settings_file]),
    }
    folder = tmp_path_factory.getbasetemp()
    for name in texts:
        (folder / "styles" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "styles" / name).touch()
    styles = read_styles(folder, lambda path: texts[path.relative_to(folder / "styles").as_posix()])
    guide = replace(BASE, styles=styles.rules, style_problems=tuple(styles.notes))
    for one in (*styles.faults, *style_problems(guide)):
        assert one.message and one.path
    told(guide, "# A b\n\nx very x a (b) words, words.\n\n- 3 a\n")
    assert styles.rules or styles.faults or styles.notes


# ── .vale.ini ───────────────────────────────────────────────────────────────────────────────────────

TEXT = "very much"
BOTH = {"House/Very.yml": VERY, "Other/Much.yml": VERY.replace("very", "much")}
# (.vale.ini, file, the rules that find something)
SWITCHED = [
    ("", "page.md", []),
    ("[*]\nBasedOnStyles = House, Other\n", "page.md", ["House.Very", "Other.Much"]),
    ("[*]\nBasedOnStyles = House\n", "page.md", ["House.Very"]),
    ("[*.md]\nBasedOnStyles = House\n", "page.md", ["House.Very"]),
    ("[*.md]\nBasedOnStyles = House\n", "page.html", []),
    ("[*.{md,html}]\nBasedOnStyles = House\n", "docs/page.html", ["House.Very"]),
    ("[*]\nBasedOnStyles = House\n[docs/*]\nBasedOnStyles = Other\n", "docs/page.md", ["Other.Much"]),
    ("[*]\nBasedOnStyles = House\n[docs/*]\nBasedOnStyles = Other\n", "page.md", ["House.Very"]),
    ("[*]\nBasedOnStyles = House, Other\nHouse.Very = NO\n", "page.md", ["Other.Much"]),
    ("[*]\nBasedOnStyles = House\nOther.Much = YES\n", "page.md", ["House.Very", "Other.Much"]),
    ("[*]\nBasedOnStyles = House\nOther.Much = error\n", "page.md", ["House.Very", "Other.Much"]),
    ("[*]\nBasedOnStyles = House\n[*.md]\nHouse.Very = NO\n", "page.md", []),
    ("[*]\nBasedOnStyles = House\n[*.md]\nHouse.Very = NO\n", "page.html", ["House.Very"]),
    ("MinAlertLevel = error\n[*]\nBasedOnStyles = House, Other\nHouse.Very = error\n", "a", ["House.Very"]),
    ("[docs/*]\nBasedOnStyles = House\n", "/site/docs/page.md", ["House.Very"]),
    ("[*]\nBasedOnStyles = House # for now\n", "draft", ["House.Very"]),
    ("[*.md]\nBasedOnStyles = House\n", "draft", ["House.Very"]),
]  # fmt: skip


@pytest.mark.parametrize(("settings", "file", "rules"), SWITCHED)
def test_vale_ini_switches_styles_and_rules(brand: Path, settings: str, file: str, rules: list[str]) -> None:
    guide = put(brand, **BOTH, **{".vale.ini": settings})
    assert [check.removeprefix("custom.") for check, _ in told(guide, TEXT, name=file)] == rules


def test_vale_ini_may_stand_beside_brand_yaml(brand: Path) -> None:
    (brand / ".vale.ini").write_text("StylesPath = styles\n[*]\nBasedOnStyles = Other\n", encoding="utf-8")
    assert told(put(brand, **BOTH), TEXT) == [("custom.Other.Much", "much")]


def test_vale_ini_sets_levels(brand: Path) -> None:
    guide = put(brand, **BOTH, **{".vale.ini": "[*]\nBasedOnStyles = House\nHouse.Very = suggestion\n"})
    assert guide.styles[0].level is Severity.SUGGESTION


def test_a_word_template_takes_the_place_of_word_bounds(brand: Path) -> None:
    settings = "WordTemplate = (?:%s)\n[*]\nBasedOnStyles = House\n"
    assert told(put(brand, **BOTH, **{".vale.ini": settings}), "everybody") == [("custom.House.Very", "very")]


# ── vocabularies ────────────────────────────────────────────────────────────────────────────────────

WORDS = {
    "House/Ly.yml": "extends: existence\nmessage: x\ntokens: ['\\w+ly']\n",
    f"{PATHS}accept.txt": "# names\nBrackwater Ring\n(?i)only\nfamily\n",
    f"{PATHS}reject.txt": "mac OS X\n[Ss]ynergy\n",
}


def test_vocabularies_are_exceptions_terms_and_banned_words(brand: Path) -> None:
    guide = put(brand, **WORDS)
    assert told(guide, "Only a family, quickly: brackwater ring, Brackwater Ring, synergy, mac OS X.") == [
        ("custom.House.Ly", "quickly"),
        ("custom.Vale.Terms", "brackwater ring"),
        ("custom.Vale.Avoid", "synergy"),
        ("custom.Vale.Avoid", "mac OS X"),
    ]
    assert problems(guide) == []


def test_a_rule_may_do_without_vocabularies(brand: Path) -> None:
    files = {**WORDS, "House/Ly.yml": WORDS["House/Ly.yml"] + "vocab: false\n"}
    assert [quote for _, quote in told(put(brand, **files), "a family")] == ["family"]


def test_a_finding_of_a_vocabulary_names_its_line(brand: Path) -> None:
    guide = put(brand, **WORDS)
    document = parse("All synergy.", name="page.md", syntax=Syntax.MARKDOWN)
    (one,) = [*CUSTOM[0](document, Context(guide=guide, today=date(2026, 6, 15)))]
    assert one.reference is not None and one.severity is Severity.ERROR
    assert one.reference.path.endswith("House/reject.txt") and one.reference.line == 2


def test_vale_ini_says_which_vocabularies_and_built_in_rules_are_in_use(brand: Path) -> None:
    settings = "Vocab = House\n[*]\nBasedOnStyles = House\nVale.Avoid = YES\n"
    guide = put(brand, **WORDS, **{".vale.ini": settings})
    assert told(guide, "a family, synergy, brackwater ring, the the") == [("custom.Vale.Avoid", "synergy")]
    settings = "Vocab = House\n[*]\nBasedOnStyles = Vale\nVale.Spelling = NO\n"
    guide = put(brand, **WORDS, **{".vale.ini": settings})
    assert told(guide, "Go to the the end, quickly.") == [("custom.Vale.Repetition", "the the")]


def test_an_accepted_word_that_is_no_pattern_is_told(brand: Path) -> None:
    guide = put(brand, **{**WORDS, f"{PATHS}accept.txt": "fine\n(oops\n"})
    assert [said.partition(":")[0] for said in problems(guide)] == [f"{PATHS}accept.txt"]
    assert "(oops" in problems(guide)[0] and ":2:" in problems(guide)[0]


# ── rules that extend rules, guides that extend guides ──────────────────────────────────────────────

CHILDREN = [
    ("extends: House.Very\n", ["very"]),
    ("extends: House.Very\ntokens: [much]\n", ["much"]),
    ("extends: House.Very\ntokens+: [much]\n", ["very", "much"]),
    ("extends: House.Very\ntokens-: [very]\ntokens+: [so]\n", []),
]


@pytest.mark.parametrize(("child", "quotes"), CHILDREN)
def test_a_rule_may_extend_a_rule(brand: Path, child: str, quotes: list[str]) -> None:
    guide = put(brand, **{"House/Very.yml": VERY, "Team/Child.yml": child})
    assert [quote for check, quote in told(guide, TEXT) if check == "custom.Team.Child"] == quotes


def test_rules_that_extend_each_other_are_refused(brand: Path) -> None:
    (brand / "styles" / "House").mkdir(parents=True)
    (brand / "styles/House/A.yml").write_text("extends: House.B\n", encoding="utf-8")
    found = faults(brand, "extends: House.A\n", "House/B.yml")
    assert found and all("extends itself" in said for said in found)
    (brand / "styles/House/A.yml").write_text("extends: House.Sea\n", encoding="utf-8")
    assert any("is not here" in said for said in faults(brand, VERY, "House/B.yml"))


def test_a_guide_has_the_styles_of_the_guide_that_it_extends(brand: Path, tmp_path: Path) -> None:
    put(brand, **BOTH)
    sub = tmp_path / "sub"
    (sub / "styles" / "House").mkdir(parents=True)
    (sub / "brand.yaml").write_text("extends: ../acme\n", encoding="utf-8")
    (sub / "styles/House/Very.yml").write_text(VERY.replace("[very]", "[so]"), encoding="utf-8")
    guide = load_guide(sub)
    assert told(guide, "so very much") == [("custom.Other.Much", "much"), ("custom.House.Very", "so")]

"""What is told of a check to people: by `copykit explain`, in docs/checks.md and in SARIF."""

from __future__ import annotations

from dataclasses import dataclass

from copykit.findings import Area

__all__ = ["CheckFacts", "Family"]


@dataclass(frozen=True, kw_only=True)
class CheckFacts:
    """One check, as its users know it.

    Attributes:
        id: the id of its findings, `family.name`; `custom.*` stands for ids that users make themselves.
        title: what it is called on a screen, two to four words: "Old name".
        sees: what it finds, a phrase that fits a table: "a word to avoid that has a replacement".
        why: one line: what this does to a reader, a platform or the law.
        severity: its default severity, in words where it depends: "error in own copy, warning in brought".
        source: where its threshold comes from: a published source, or "ours" and the reason. Empty when it
            has no threshold because the guide or the format names the rule.
        setting: the settings that turn or tune it, as they stand in the guide: "`reading`: `grade`".
        fix: what its fix does; empty when it offers none.
        hit: an example that it flags.
        miss: an example much like it that it leaves alone.
        area: the score that its findings count against.
        any_language: whether it means something in a text that is not English.
    """

    id: str
    title: str
    sees: str
    why: str
    severity: str
    area: Area
    source: str = ""
    setting: str = ""
    fix: str = ""
    hit: str = ""
    miss: str = ""
    any_language: bool = False

    @property
    def family(self) -> str:
        """The part of the id before the dot."""
        return self.id.partition(".")[0]


@dataclass(frozen=True, kw_only=True)
class Family:
    """Checks that belong together, under one heading of docs/checks.md.

    Attributes:
        title: the heading.
        about: paragraphs before the table, in Markdown; what holds for all of its checks.
        notes: paragraphs after it.
        checks: in the order in which they are told.
    """

    title: str
    about: str = ""
    notes: str = ""
    checks: tuple[CheckFacts, ...]

"""The blanks that a format's texts may use: one table for patterns, one for a model's prompts."""

from __future__ import annotations

from copykit.guide import types as guide
from copykit.guide.types import Part
from copykit.templates import Blank

__all__ = ["PATTERN_BLANKS", "PROMPT_BLANKS", "REVISION_BLANKS"]


def _attributes(model: type[Part]) -> Blank:
    return frozenset(name for name in model.model_fields if name != "place")


def _blanks() -> tuple[dict[str, Blank], dict[str, Blank]]:
    person = frozenset(
        {"company", "email", "first_name", "industry", "last_name", "name", "phone", "size", "title"}
    )
    shared: dict[str, Blank] = {
        "brand": _attributes(guide.Brand),
        "audience": _attributes(guide.Audience),
        "product": _attributes(guide.Product),
        "offer": _attributes(guide.Offer),
        "ask": _attributes(guide.Ask),
        "recipient": person,
        "sender": person,
        "keyword": None,
        "keywords": None,
        "topic": None,
        "observation": None,
        "facts": None,
        "steps": None,
        "legal": None,
    }
    patterns: dict[str, Blank] = {
        **shared,
        "pain": _attributes(guide.Pain),
        "feature": _attributes(guide.Feature),
        "other_feature": _attributes(guide.Feature),
        "message": _attributes(guide.Message),
        "claim": _attributes(guide.Claim),
        "objection": _attributes(guide.Objection),
        "story": _attributes(guide.Story),
        "step": _attributes(guide.Step),
        "required": _attributes(guide.Message),  # a message that must come across
        "goal": None,  # one of the audience's goals
        "wordplay": None,
        "ware": None,  # the main keyword, where it names what is sold: "porridge pots"
        "query": None,  # the main keyword, where people search it to learn something: "missed appointments"
        "fact": None,  # one of the brief's facts
        "note": frozenset({"heading", "text", "question", "speaker"}),  # a part of the brief's source
    }
    # The brief's own texts are not here as they are: a prompt gets them fenced as data (`material` has them).
    prompts: dict[str, Blank] = {
        **shared,
        "format": frozenset({"name", "title", "description", "words"}),
        "fields": None,  # the fields with their limits, one line each
        "rules": None,  # the rules over several fields
        "competitors": None,  # rivals, and whether copy may name them
        "angle": None,  # the pain and the structure that set this version apart
        "today": None,
        "region": None,
        "goal": None,
        "situation": None,
        "notes": None,
        "source": None,
        "material": None,
        "reader": None,  # the audience in lines
        "audiences": None,
        "pains": None,
        "objections": None,
        "products": None,
        "messages": None,
        "required": None,  # messages that must come across
        "claims": None,
        "offers": None,
        "prices": None,
        "boilerplate": None,
        "asks": None,
        "stories": None,
        "terms": None,
        "traits": None,
        "style": None,
        "wordplay": None,
        "reading": _attributes(guide.Reading),
        "reading_level": None,  # the same in words
        "samples": None,
    }
    return patterns, prompts


PATTERN_BLANKS, PROMPT_BLANKS = _blanks()
# Of `_parts/revise.md`: what a prompt has, and the texts to write anew.
REVISION_BLANKS: dict[str, Blank] = {
    **PROMPT_BLANKS,
    "never": None,  # the words that must not appear
    "neighbours": None,  # the draft's other texts
    "revisions": None,  # what to write anew, and why
    "keys": None,  # the names that the answer's texts go by
}

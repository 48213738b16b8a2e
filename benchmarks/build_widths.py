"""Takes the advance widths of Arimo, which are Arial's, out of its font files and writes the data file.

Run: python benchmarks/build_widths.py FOLDER [--write]
FOLDER is `package/files` of the npm package @fontsource/arimo (`npm pack @fontsource/arimo@5.3.0`, unpacked).
Without --write it only tells whether the data file still says the same.
"""

from __future__ import annotations

import argparse
import struct
import sys
import zlib
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

TARGET = Path(__file__).parent.parent / "copykit" / "checks" / "widths.txt"
SUBSETS = ("latin", "latin-ext", "vietnamese", "greek", "greek-ext", "cyrillic", "cyrillic-ext", "hebrew")
PRIVATE = range(0xE000, 0xF900)
HEADER = """\
# Advance widths of Arimo Regular, which has the metrics of Arial. "width range ...": the width in units of
# which {units} make an em, and ranges of code points (hexadecimal, the last one included) that have it.
# Written by benchmarks/build_widths.py from {count} font files of the npm package @fontsource/arimo 5.3.0;
# not to be edited by hand. Arimo is Copyright 2020 The Arimo Project Authors (github.com/googlefonts/arimo),
# SIL Open Font License 1.1; no outline and no other part of the font is here.
"""


def tables(path: Path) -> dict[str, bytes]:
    """The tables of a WOFF 1.0 file by their names.

    Raises:
        ValueError: when it is no WOFF file.
    """
    data = path.read_bytes()
    signature, _, _, count = struct.unpack_from(">4sIIH", data)
    if signature != b"wOFF":
        raise ValueError(f"{path} is no WOFF file")
    found = {}
    for at in range(44, 44 + 20 * count, 20):
        tag, offset, size, original, _ = struct.unpack_from(">4sIIII", data, at)
        held = data[offset : offset + size]
        found[tag.decode("ascii")] = zlib.decompress(held) if size < original else held
    return found


def glyphs(cmap: bytes) -> dict[int, int]:
    """Code points of the Basic Multilingual Plane and their glyphs, from the subtable of format 4."""
    count = struct.unpack_from(">H", cmap, 2)[0]
    for record in range(4, 4 + 8 * count, 8):
        base = struct.unpack_from(">I", cmap, record + 4)[0]
        if struct.unpack_from(">H", cmap, base)[0] == 4:
            return _segments(cmap, base)
    return {}


def _segments(cmap: bytes, base: int) -> dict[int, int]:
    size = struct.unpack_from(">H", cmap, base + 6)[0]
    ends, starts = base + 14, base + 16 + size
    deltas, offsets = starts + size, starts + 2 * size
    found = {}
    for at in range(0, size, 2):
        end, start, delta, offset = (
            struct.unpack_from(">H", cmap, place + at)[0] for place in (ends, starts, deltas, offsets)
        )
        for point in range(start, min(end, 0xFFFE) + 1):
            glyph = point
            if offset:
                glyph = struct.unpack_from(">H", cmap, offsets + at + offset + 2 * (point - start))[0]
                if not glyph:
                    continue
            glyph = (glyph + delta) & 0xFFFF
            if glyph:
                found[point] = glyph
    return found


def widths(path: Path) -> tuple[int, dict[int, int]]:
    """How many units make an em, and the width of every character of a font file."""
    held = tables(path)
    units = struct.unpack_from(">H", held["head"], 18)[0]
    metrics = struct.unpack_from(">H", held["hhea"], 34)[0]
    found = {}
    for point, glyph in glyphs(held["cmap"]).items():
        found[point] = struct.unpack_from(">H", held["hmtx"], 4 * min(glyph, metrics - 1))[0]
    return units, found


def render(units: int, found: Mapping[int, int]) -> str:
    """The data file."""
    ranges: dict[int, list[list[int]]] = defaultdict(list)
    for point in sorted(found):
        if point in PRIVATE or point < 0x20:
            continue
        runs = ranges[found[point]]
        if runs and runs[-1][1] == point - 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    lines = []
    for width in sorted(ranges):
        told = " ".join(f"{low:x}" if low == high else f"{low:x}-{high:x}" for low, high in ranges[width])
        lines.append(f"{width} {told}\n")
    return HEADER.format(units=units, count=len(SUBSETS)) + "".join(lines)


def main() -> int:
    """Compares or writes the data file; 1 when it differs and was not written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    units, found = 0, {}
    for subset in SUBSETS:
        units, some = widths(asked.folder / f"arimo-{subset}-400-normal.woff")
        found.update(some)
    made = render(units, found)
    same = TARGET.exists() and TARGET.read_text(encoding="utf-8") == made
    if asked.write and not same:
        TARGET.write_text(made, encoding="utf-8")
    state = "the same as" if same else "differs from"
    print(f"{len(found)} characters, {units} units an em; {state} {TARGET.name}")
    return 0 if same or asked.write else 1


if __name__ == "__main__":
    sys.exit(main())

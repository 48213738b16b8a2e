"""What an emoji is: one picture, of however many code points it is joined."""

from __future__ import annotations

import re

__all__ = ["EMOJI"]

# Shown as pictures by themselves (Unicode's Emoji_Presentation), and those that a selector makes one.
_PICTURE = (
    "\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab"
    "\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c"
    "\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55"
    "\U0001f004\U0001f0cf\U0001f18e\U0001f191-\U0001f19a\U0001f201\U0001f21a\U0001f22f\U0001f232-\U0001f236"
    "\U0001f238-\U0001f23a\U0001f250\U0001f251\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f7e0-\U0001f7eb"
    "\U0001f90c-\U0001f9ff\U0001fa70-\U0001faff"
)
_TEXT = (
    "\xa9\xae\u203c\u2049\u2122\u2139\u2194-\u21aa\u2328-\u23ff\u24c2\u25aa-\u27bf\u2934\u2935\u2b05-\u2b07"
    "\u3030\u303d\u3297\u3299"
)
_SKIN = "[\U0001f3fb-\U0001f3ff]"
_ONE = f"(?:[{_PICTURE}]\ufe0f?|[{_TEXT}](?:\ufe0f|(?={_SKIN})))(?:{_SKIN}\ufe0f?)?"
_JOINED = f"(?:[{_PICTURE}{_TEXT}]\ufe0f?{_SKIN}?)"

EMOJI = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}"
    "|[0-9#*]\ufe0f?\u20e3"
    f"|{_ONE}(?:[\U000e0020-\U000e007f]{{1,16}}|(?:\u200d{_JOINED}){{1,9}})?"
)
"""One emoji: a flag, a keycap, a picture with its skin tone, or several that are joined to one."""

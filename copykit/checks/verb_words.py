"""Verbs in the forms that tell a sentence from a bare name of a thing, and a story from a promise."""

from __future__ import annotations

__all__ = ["BEING", "NO_PAST", "PAST", "VERBS"]

BEING = frozenset(
    "is are was were be has have had do does did goes went will would can could should must may might".split()
)
# Past forms that do not end in "ed", but for those that are also present ("cut", "set", "put", "let").
PAST = frozenset(
    "was were had did took held built ran spent went made got met began wrote came found gave grew left"
    " said told"
    " ate sat stood drank bought flew drove rang sang slept lost thought saw taught could chose drew fell"
    " hired"
    " kept knew led made paid rose sold won threw hid bit blew broke caught dealt dug fed felt fought"
    " forgot froze"
    " heard hung laid lent lit meant rode sent shook shot shut sank sought sped spoke stole struck swam"
    " swept tore"
    " woke wore".split()
)
# Words in "-ed" that are no past of a verb: "a bed", "three hundred".
NO_PAST = frozenset(
    "bed beds red shed sled wed led fed seed need feed speed weed reed breed deed steed greed creed"
    " hundred indeed exceed proceed succeed embed seabed hotbed flatbed watershed moped biped sacred hatred"
    " kindred wicked naked rugged aged infrared newlywed".split()
)
VERBS = (
    BEING
    | PAST
    | frozenset(
        "need needs want wants go come comes make makes take takes get gets give arrive arrives begin"
        " begins start"
        " starts end ends wins live lives sit sits stand stands says means mean looks look feels feel"
        " sticks falls"
        " tells tell shows show says say asks ask keep keeps holds hold wait waits stay stays know knows"
        " think thinks".split()
    )
)

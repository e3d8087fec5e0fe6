"""The words in which people say days: Finnish first, English and Swedish too (päivien nimet).

Everything is in lower case, for `fullmatch` on a tidied text.
"""

from __future__ import annotations

import re
import unicodedata

_WEEKDAYS = (
    "maanantai|maanantaina|maanantain|ma|monday|mon|måndag|mån",
    "tiistai|tiistaina|tiistain|ti|tuesday|tues|tue|tisdag|tis",
    "keskiviikko|keskiviikkona|keskiviikon|ke|wednesday|wed|onsdag|ons",
    "torstai|torstaina|torstain|to|thursday|thurs|thur|thu|torsdag|tors|tor",
    "perjantai|perjantaina|perjantain|pe|friday|fri|fredag|fre",
    "lauantai|lauantaina|lauantain|la|saturday|sat|lördag|lör",
    "sunnuntai|sunnuntaina|sunnuntain|su|sunday|sun|söndag|sön",
)
WEEKDAYS = {word: number for number, words in enumerate(_WEEKDAYS) for word in words.split("|")}
"""Monday is 0."""

_MONTHS = (
    "tammi january jan januari",
    "helmi february feb februari",
    "maalis march mar mars",
    "huhti april apr",
    "touko may maj",
    "kesä june jun juni",
    "heinä july jul juli",
    "elo august aug augusti",
    "syys september sept sep",
    "loka october oct oktober okt",
    "marras november nov",
    "joulu december dec dec",
)
MONTHS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
"""January is 1. Finnish names without their ending."""

NUMBERS = {
    word: number
    for number, words in {
        1: "yhden one a an en ett",
        2: "kahden parin two couple två par",
        3: "kolmen three tre",
        4: "neljän four fyra",
        5: "viiden five fem",
        6: "kuuden six sex",
        7: "seitsemän seven sju",
        8: "kahdeksan eight åtta",
        9: "yhdeksän nine nio",
        10: "kymmenen ten tio",
    }.items()
    for word in words.split()
}

NEAR = {
    "eilen": -1,
    "yesterday": -1,
    "igår": -1,
    "i går": -1,
    "tänään": 0,
    "today": 0,
    "idag": 0,
    "i dag": 0,
    "huomenna": 1,
    "tomorrow": 1,
    "imorgon": 1,
    "i morgon": 1,
    "ylihuomenna": 2,
    "day after tomorrow": 2,
    "the day after tomorrow": 2,
    "i övermorgon": 2,
    "övermorgon": 2,
}
"""Days from today."""

UNITS = {
    "day": "päivän|pv|day|days|dag|dagar",
    "week": "viikon|vk|week|weeks|vecka|veckor",
    "month": "kuukauden|kk|month|months|månad|månader",
    "year": "vuoden|year|years|år",
}

NEXT = r"(?P<next>ensi|seuraavan?a?|next|nästa)"
COMING = r"(?:tänä|tulevana|tuleva|this|this coming|coming|on|på|nu på)"
MONTH = "(?P<month>" + "|".join(MONTHS) + r")(?:kuun|kuuta|kuussa|kuu)?\.?"
WEEKDAY = "(?P<weekday>" + "|".join(WEEKDAYS) + r")\.?"
NUMBER = r"(?P<number>\d{1,3}|" + "|".join(NUMBERS) + ")"
UNIT = "(?:" + "|".join(f"(?P<{unit}>{words})" for unit, words in UNITS.items()) + ")"

_DASHES = re.compile("[\u2010-\u2015\u2212]")
"""Hyphens, dashes and the minus sign, which phones and word processors put for a hyphen."""


def tidy(text: str) -> str:
    """What was typed, in lower case, with single spaces, one kind of dash, and no marks round it."""
    text = _DASHES.sub("-", unicodedata.normalize("NFKC", text)).casefold()
    return re.sub(r"\s+", " ", text).strip(" ,;!?\"'")

"""Time zones: the exact name of a place in the IANA data, ``Europe/London``."""

from __future__ import annotations

import re
from difflib import get_close_matches

from mcsite.diagnostics import Misread
from mcsite.model.moment import zone_names
from mcsite.source.nearest import nearest

MOST = 4
"""Zones that are offered for one that was mistyped."""
_ABBREVIATIONS = {
    "GMT": ("is the same hour all year", "for the clocks of Great Britain write Europe/London"),
    "BST": ("is British summer time only", "write Europe/London: it knows summer and winter time"),
    "IST": ("can be Irish, Indian or Israel time", "write Europe/Dublin, Asia/Kolkata or Asia/Jerusalem"),
    "CET": ("is central European winter time", "write a city, for example Europe/Berlin: it knows summer and winter time"),
    "CEST": ("is central European summer time only", "write a city, for example Europe/Berlin: it knows summer and winter time"),
    "EET": ("is eastern European winter time", "write a city, for example Europe/Athens: it knows summer and winter time"),
    "WET": ("is western European winter time", "write a city, for example Europe/Lisbon: it knows summer and winter time"),
    "MET": ("is middle European winter time", "write a city, for example Europe/Berlin: it knows summer and winter time"),
    "EST": ("is the same hour all year", "write America/New_York or America/Toronto: they know summer and winter time"),
    "EDT": ("is summer time only", "write America/New_York or America/Toronto: they know summer and winter time"),
    "CST": ("can be American or Chinese time", "write America/Chicago or Asia/Shanghai"),
    "CDT": ("is summer time only", "write America/Chicago: it knows summer and winter time"),
    "MST": ("is the same hour all year", "write America/Denver, or America/Phoenix where clocks never change"),
    "MDT": ("is summer time only", "write America/Denver: it knows summer and winter time"),
    "PST": ("is winter time only", "write America/Los_Angeles or America/Vancouver: they know summer and winter time"),
    "PDT": ("is summer time only", "write America/Los_Angeles or America/Vancouver: they know summer and winter time"),
    "HST": ("is an abbreviation", "write Pacific/Honolulu"),
    "AEST": ("is winter time only", "write Australia/Sydney, or Australia/Brisbane where clocks never change"),
    "AEDT": ("is summer time only", "write Australia/Sydney: it knows summer and winter time"),
}
_OFFSET = re.compile(r"(?:utc|gmt)?\s*[+-]\s*\d{1,2}(?::?\d{2})?|z", re.IGNORECASE)


def zone_name(text: str) -> str:
    """An IANA name, exactly as it must be written. Raises ``Misread`` E310."""
    if text.upper() in _ABBREVIATIONS:
        why, instead = _ABBREVIATIONS[text.upper()]
        raise Misread("E310", f"'{text}' {why}, and calendars need the name of a place", instead)
    if text in zone_names():
        return text
    if _OFFSET.fullmatch(text):
        raise Misread("E310", f"'{text}' is a difference from UTC, which does not say when clocks change", "write a place, for example Europe/London")
    raise Misread("E310", f"there is no time zone '{text}'", _suggestion(text))


def is_zone(word: str) -> bool:
    """Whether a word names a time zone, be it in a way that calendars understand or not."""
    return word.upper() in _ABBREVIATIONS or word in zone_names()


def zone_of_place(text: str) -> str | None:
    """The zone of that name in other letters, or of that city: ``new york`` is ``America/New_York``."""
    plain = _plain(text)
    return min((name for name in _places() if plain in (name.casefold(), _city(name))), default=None)


def zones_like(text: str) -> list[str]:
    """Zones whose name or city looks like the text, the likeliest first; at most ``MOST``."""
    plain = _plain(text)
    by_city: dict[str, list[str]] = {}
    for name in sorted(_places()):
        by_city.setdefault(_city(name), []).append(name)
        by_city[name.casefold()] = [name]
    close = get_close_matches(plain[:80], by_city, n=2 * MOST, cutoff=0.7)
    return list(dict.fromkeys(name for word in close for name in by_city[word]))[:MOST]


def _suggestion(text: str) -> str:
    """The zone of that place, or the one that looks most like it."""
    close = zone_of_place(text) or nearest(_plain(text), _places())
    return f"did you mean '{close}'?" if close else "write continent and city, for example Europe/London"


def _places() -> set[str]:
    """The zones that are named after a place. ``Etc`` is none."""
    return {name for name in zone_names() if "/" in name and not name.startswith("Etc/")}


def _plain(text: str) -> str:
    return text.strip().casefold().replace(" ", "_")


def _city(name: str) -> str:
    return name.casefold().rsplit("/", 1)[-1]

"""What a flyer says, before it is set: what, when, where, for how much, and one address with its code.

The same values are set as a poster, as a leaflet, four on a page to be cut apart, and above tabs to tear off, in three designs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from mcsite.memo import remember
from mcsite.model.event import Price
from mcsite.model.library import AssetFile
from mcsite.model.moment import When
from mcsite.model.origin import Origin
from mcsite.model.prose import Picture
from mcsite.render.fonts import Fonts
from mcsite.render.handout import Step, code_of, has_long_words, language_of
from mcsite.render.print import Sheet, report
from mcsite.render.print_pictures import picture_of
from mcsite.render.qr import code
from mcsite.render.strings import ENGLISH, Strings
from mcsite.render.theme_sources import Prints
from mcsite.render.words_of_time import Words, words

TEMPLATE = "flyer.typ"
DATES = 12
"""At most so many dates stand on a flyer; who wants them all follows the address."""
SHORT_TITLE, SHORT_WORD, SHORT_TEXT = 48, 12, 220
"""Letters of a title, of its longest word, and of all else that is said, up to which nobody needs to measure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flyer:
    """Everything that is on it. ``dates`` are the first of those that come, ``more`` is whether there are others."""

    title: str
    kicker: str
    summary: str = ""
    dates: tuple[When, ...]
    more: bool = False
    place: tuple[str, ...] = ()
    prices: tuple[Price, ...] = ()
    image: Picture | None = None
    file: AssetFile | None = None
    step: Step | None = None
    site: str
    language: str = "en"
    strings: Strings = ENGLISH
    origin: Origin = field(compare=False, repr=False)

    @property
    def design(self) -> str:
        """The one that suits it: ``picture`` if it has one, else that of ``plain_design``."""
        return "picture" if self.pictured else self.plain_design

    @property
    def plain_design(self) -> str:
        """The one that suits it without a picture: its ``date`` as the strongest shape, or the ``programme`` of its dates."""
        return "programme" if len(self.dates) > 1 else "date"

    @property
    def pictured(self) -> bool:
        """Whether it has a picture that can be printed."""
        return bool(self.image and self.file and self.image.width and self.image.height)


@dataclass(frozen=True, slots=True)
class Format:
    """A paper (as typst names it), how often the face is on it (``one``, ``four``, ``tabs``), and a design, if not the one that suits."""

    paper: str
    layout: str = "one"
    design: str = ""


def sheet_of(flyer: Flyer, form: Format, left_out: str = "") -> Sheet:
    """A flyer ready to be set on one kind of paper, without some characters."""
    file = flyer.file if flyer.pictured else None
    pictures = {file.path: picture_of(file)} if file else {}
    codes = {code_of(flyer.step.address)["name"]: code(flyer.step.address).svg} if flyer.step else {}
    return Sheet(TEMPLATE, _data(flyer, form), pictures | codes, left_out)


def texts_of(flyer: Flyer) -> tuple[str, ...]:
    """Everything that is printed of what editors wrote."""
    return (flyer.title, flyer.kicker, flyer.summary, *flyer.place, *(price.name for price in flyer.prices), flyer.site)


def is_short(flyer: Flyer) -> bool:
    """Whether a flyer is known to fit every paper, so that nothing has to be set to find out. Generous texts are measured."""
    longest = max((len(word) for word in flyer.title.split()), default=0)
    regular = len(flyer.dates) == 1 or bool(rhythm_of(flyer.dates, flyer.language))
    said = len(flyer.summary) + len(priced(flyer.prices, flyer.language, flyer.strings)) + sum(map(len, flyer.place))
    return len(flyer.title) <= SHORT_TITLE and longest <= SHORT_WORD and said <= SHORT_TEXT and regular and flyer.title.isascii()


def trouble(flyer: Flyer, form: Format, prints: Prints, fonts: Fonts) -> str:
    """What of a flyer does not fit its paper, however small: ``title`` or ``dates``; nothing when all does. Raises ``ThemeError``."""
    sheet = sheet_of(flyer, form)
    key = "\0".join((sheet.values, prints.digest, *(file.digest for file in fonts.own)))
    return remember("flyer trouble", key.encode("utf-8", "surrogatepass"), lambda: str(report(sheet, prints, fonts)["trouble"]).encode()).decode()


def _data(flyer: Flyer, form: Format) -> dict[str, Any]:
    return {
        "document": flyer.title,
        "title": flyer.title,
        "kicker": flyer.kicker,
        "site": flyer.site,
        **language_of(flyer.language),
        "long": has_long_words(texts_of(flyer)),
        "paper": form.paper,
        "layout": form.layout,
        "design": form.design or flyer.design,
        "summary": flyer.summary,
        "picture": _picture(flyer),
        "when": _when(flyer),
        "place": list(flyer.place),
        "price": priced(flyer.prices, flyer.language, flyer.strings),
        "step": {"words": flyer.step.words, "address": flyer.step.address, "shown": flyer.step.shown} if flyer.step else None,
        "code": code_of(flyer.step.address) if flyer.step else None,
        "tab": list(_tab(flyer)),
        "words": {"copy": flyer.strings.say("The same again, to cut or tear off")},
    }


def _picture(flyer: Flyer) -> dict[str, Any] | None:
    if not (flyer.pictured and flyer.image):
        return None
    return {"name": flyer.image.path, "alt": flyer.image.alt, "ratio": flyer.image.height / flyer.image.width}


def _when(flyer: Flyer) -> dict[str, Any]:
    """One date large; dates of one weekday and hour by month; others in rows."""
    speech, first = words(flyer.language), flyer.dates[0]
    rhythm, hours = rhythm_of(flyer.dates, flyer.language), speech.clock(first)
    regular = bool(rhythm) or len(flyer.dates) == 1
    return {
        "first": {"number": str(first.first_day.day), "month": speech.month(first.first_day), "weekday": speech.weekday(first.first_day)},
        "rhythm": rhythm,
        "hours": hours if regular else "",
        "months": list(_months(flyer, speech)) if rhythm else [],
        "rows": [] if regular else [{"day": speech.short_day(when.first_day), "hours": speech.clock(when)} for when in flyer.dates],
        "more": flyer.strings.say("and further dates") if flyer.more else "",
    }


def _months(flyer: Flyer, speech: Words) -> Iterator[dict[str, str]]:
    year = flyer.dates[0].first_day.year
    for month, dates in groupby(flyer.dates, lambda when: when.first_day.replace(day=1)):
        name = speech.month_name(month) if month.year == year else speech.month(month)
        year = month.year
        yield {"name": name, "days": ", ".join(str(when.first_day.day) for when in dates)}


def rhythm_of(dates: tuple[When, ...], language: str) -> str:
    """``Thursdays`` where all dates share weekday and hours; in other languages than English the weekday."""
    speech = words(language)
    shared = {(when.first_day.weekday(), speech.clock(when)) for when in dates}
    if len(dates) < 2 or len(shared) > 1:
        return ""
    day = speech.weekday(dates[0].first_day)
    return f"{day}s" if language.partition("-")[0] == "en" else day


def priced(prices: tuple[Price, ...], language: str, strings: Strings) -> str:
    """All prices in one line: ``Drop-in free · Deeper session £15``."""
    return " · ".join(_price(price, words(language), strings) for price in prices)


def _price(price: Price, speech: Words, strings: Strings) -> str:
    amount = speech.money(price.amount, price.currency) if price.amount else strings.say("free")
    told = f"{price.name} {amount}" if price.name else amount
    told += f" {strings.say('for members')}" if price.audience == "members" and price.name.casefold() != "members" else ""
    return told[:1].upper() + told[1:]


def _tab(flyer: Flyer) -> Iterator[str]:
    """What one carries home on a strip of paper."""
    speech, first = words(flyer.language), flyer.dates[0]
    day = rhythm_of(flyer.dates, flyer.language) or speech.short_day(first.first_day)
    yield ", ".join(part for part in (day, speech.clock(first), *flyer.place[:1]) if part)
    if flyer.step:
        yield flyer.step.shown

"""What a card says, before it is drawn: the picture by which a page is shown where people share its address.

Every page's card is wide (Open Graph, 1200 by 630 pixels). That of a coming session is drawn square and as a story too, for those who
post it themselves; a story carries the address, and a code of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from mcsite.model import addresses
from mcsite.model.library import AssetFile
from mcsite.model.moment import When
from mcsite.model.origin import Origin
from mcsite.model.prose import Picture
from mcsite.render.colours import by_day
from mcsite.render.fonts import Fonts
from mcsite.render.handout import code_of, language_of, shown
from mcsite.render.networks import ALT_MOST, cut
from mcsite.render.print import Sheet, png
from mcsite.render.print_pictures import DRAWING, picture_of
from mcsite.render.qr import code
from mcsite.render.strings import ENGLISH, Strings
from mcsite.render.theme_sources import Prints
from mcsite.render.words_of_time import Words, words

TEMPLATE = "card.typ"
FORMS = {"card": ("wide", 1200, 630), "card-square": ("square", 1080, 1080), "card-story": ("story", 1080, 1920)}
"""The shapes that the template knows, and their sizes in pixels, by the names of their files."""
WIDE = "card"
MOST = 300_000
"""Bytes of a card: what WhatsApp still shows beside a link."""
LONGEST_TITLE = 140
"""Letters; of a longer title the first words are drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SocialCard:
    """Everything that is on it.

    ``when`` is the date, struck out where ``off``; a ``rhythm`` (``Tuesdays``) stands in its place. ``headline`` is the title with what
    must not be overlooked, ``notice`` that alone. ``address`` is where a story leads; empty for what has no story. ``left_out`` are
    characters that no font has.
    """

    title: str
    headline: str
    kicker: str = ""
    summary: str = ""
    notice: str = ""
    off: bool = False
    when: When | None = None
    rhythm: str = ""
    place: tuple[str, ...] = ()
    image: Picture | None = None
    file: AssetFile | None = None
    address: str = ""
    site: str
    language: str = "en"
    strings: Strings = ENGLISH
    mood: str = "warm"
    accent: str = ""
    left_out: str = ""
    origin: Origin = field(compare=False, repr=False)

    @property
    def forms(self) -> tuple[str, ...]:
        """The names of the files that are made of it."""
        return tuple(FORMS) if self.address else (WIDE,)

    @property
    def pictured(self) -> bool:
        """Whether it has a picture that can be drawn."""
        return bool(self.image and self.file and self.image.width and self.image.height)

    @property
    def ending(self) -> str:
        """``jpg`` for what shows a photograph, of which a PNG would be many times larger; ``png`` for letters and drawings."""
        return "jpg" if self.pictured and self.file and not self.file.path.lower().endswith(DRAWING) else "png"


def draw(card: SocialCard, form: str, prints: Prints, fonts: Fonts) -> bytes:
    """One picture, as PNG or JPEG. Raises ``ThemeError`` for a mistake in a template."""
    drawn = png(sheet_of(card, form), prints, fonts, ppi=72)
    if card.ending == "png" and len(drawn) <= MOST:
        return drawn
    from mcsite.render.pictures import as_photograph, with_fewer_colours  # noqa: PLC0415 - pillow takes 30 ms to come in: only where it is needed

    return with_fewer_colours(drawn) if card.ending == "png" else as_photograph(drawn, MOST)


def sheet_of(card: SocialCard, form: str) -> Sheet:
    """A card ready to be drawn in one form."""
    pictures = {card.file.path: picture_of(card.file)} if card.file and card.pictured else {}
    codes = {code_of(card.address)["name"]: code(card.address).svg} if form == "card-story" else {}
    return Sheet(TEMPLATE, _data(card, form), pictures | codes, card.left_out)


def as_picture(page: str, card: SocialCard, version: int = 0) -> Picture:
    """The wide card of a page as other sites show it; another ``version`` has another address."""
    _, width, height = FORMS[WIDE]
    return Picture(addresses.card(page, WIDE, card.ending) + (f"?v={version}" if version else ""), width, height, alt_of(card))


def texts_of(card: SocialCard) -> tuple[str, ...]:
    """Everything that is drawn as letters."""
    date = _date(card, words(card.language)) or {}
    return (card.title, card.kicker, card.summary, card.notice, card.rhythm, _hours(card, words(card.language)), *date.values(), *card.place, card.site)


def alt_of(card: SocialCard) -> str:
    """A card in words, for those who do not see it: what stands on it, then what its picture shows."""
    speech = words(card.language)
    days = card.rhythm or (speech.days(card.when) if card.when else "")
    hours = speech.clock(card.when) if card.when else ""
    line = card.strings.joined((days, hours, *card.place[:1]))
    said = (card.headline, card.notice if card.notice and not card.off else "", line, "" if line else card.summary, card.image.alt if card.image else "")
    return cut(" ".join(_sentence(part) for part in said if part), ALT_MOST)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…", "。", "؟", "।")) else f"{text}."


def _data(card: SocialCard, form: str) -> dict[str, Any]:
    speech = words(card.language)
    return {
        "document": card.headline,
        "title": cut(card.title, LONGEST_TITLE),
        "kicker": card.kicker,
        "summary": card.summary,
        "notice": card.notice,
        "struck": card.off,
        "date": None if card.rhythm else _date(card, speech),
        "rhythm": card.rhythm,
        "hours": _hours(card, speech),
        "place": list(card.place),
        "picture": {"name": card.image.path, "alt": card.image.alt} if card.pictured and card.image else None,
        "code": code_of(card.address) if form == "card-story" else None,
        "address": shown(card.address),
        "site": card.site,
        "comma": card.strings.say(", "),
        "rtl": speech.direction == "rtl",
        **language_of(card.language),
        "shape": FORMS[form][0],
        "colours": by_day(card.mood, card.accent),
    }


def _date(card: SocialCard, speech: Words) -> dict[str, str] | None:
    """The day large; of whole days the first and the last one, if they are of one month."""
    if card.when is None:
        return None
    first, last = card.when.first_day, card.when.last_day
    several = card.when.whole_day and first != last and (first.year, first.month) == (last.year, last.month)
    return {
        "number": f"{first.day}–{last.day}" if several else str(first.day),
        "month": speech.month(first),
        "weekday": f"{speech.short_weekday(first)} – {speech.short_weekday(last)}" if several else speech.weekday(first),
    }


def _hours(card: SocialCard, speech: Words) -> str:
    """Of days that reach into another month, all of them."""
    if card.when is None:
        return ""
    first, last = card.when.first_day, card.when.last_day
    return speech.days(card.when) if card.when.whole_day and first.month != last.month else speech.clock(card.when)

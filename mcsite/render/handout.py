"""What a handout says, before it is set: the takeaway of a workshop, when to stop, who gives it, and one next step.

A page of HTML and every PDF are made from the same ``Handout``, so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from mcsite.memo import remember
from mcsite.model.library import AssetFile
from mcsite.model.moment import When
from mcsite.model.origin import Origin
from mcsite.model.prose import Picture, Prose
from mcsite.render.fonts import Fonts
from mcsite.render.print import Sheet, report
from mcsite.render.print_pictures import picture_of
from mcsite.render.prose import to_text
from mcsite.render.prose_tree import Node, count_words, cut, tree
from mcsite.render.qr import code
from mcsite.render.strings import ENGLISH, Strings
from mcsite.render.theme_sources import Prints
from mcsite.render.words_of_time import words

TEMPLATE = "handout.typ"
CODE = "code.svg"
LONG_WORD = 14
"""Letters of a word that may have to be broken."""
SHORT_TEXT, SHORT_LINES, SHORT_REST = 800, 12, 240
"""Letters and lines of a takeaway, and letters of the rest, up to which a handout without pictures is known to fit."""


@dataclass(frozen=True, slots=True)
class Giver:
    """Who answers for what it says: a name, and a registration or role."""

    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Following:
    """The next session after this one."""

    when: When
    place: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """The one thing to do next: words, and the complete address where it is done."""

    words: str
    address: str

    @property
    def shown(self) -> str:
        """The address as one types it."""
        return shown(self.address)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """Everything that is on it.

    ``about`` says what it was given out at; ``pictures`` are the files of those that it shows; ``origin`` is the workshop's file.
    """

    title: str
    about: str
    takeaway: Prose
    stop_if: tuple[str, ...] = ()
    image: Picture | None = None
    following: Following | None = None
    step: Step | None = None
    givers: tuple[Giver, ...] = ()
    pictures: tuple[AssetFile, ...] = ()
    site: str
    language: str = "en"
    strings: Strings = ENGLISH
    base_url: str
    origin: Origin = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Format:
    """A paper (as typst names it), and whether the print is large (18 pt)."""

    paper: str
    large: bool = False


def shown(address: str) -> str:
    """An address as one types it: without scheme, and without a slash at its end."""
    parts = urlsplit(address)
    return (parts.netloc + parts.path).removesuffix("/")


def sheet_of(handout: Handout, form: Format, left_out: str = "") -> Sheet:
    """A handout ready to be set on one kind of paper, without some characters."""
    return Sheet(TEMPLATE, _data(handout, form, _nodes(handout)), _pictures(handout), left_out)


def texts_of(handout: Handout) -> tuple[str, ...]:
    """Everything that is printed of what editors wrote."""
    return (*_said_around(handout), to_text(handout.takeaway, handout.base_url), *handout.stop_if)


def _said_around(handout: Handout) -> tuple[str, ...]:
    """What stands around the takeaway."""
    givers = (part for giver in handout.givers for part in (giver.name, giver.note))
    return (handout.title, handout.about, *givers, handout.site, handout.following.place if handout.following else "")


def words_too_many(handout: Handout, form: Format, prints: Prints, fonts: Fonts) -> int:
    """How many words of the takeaway must go so that the handout fits one page; 0 when it does. Raises ``ThemeError``."""
    if _is_short(handout):
        return 0
    nodes = _nodes(handout)
    sheet = Sheet(TEMPLATE, _data(handout, form, nodes), _pictures(handout))

    def fits(words: int) -> bool:
        data = {**sheet.data, "body": cut(nodes, words)}
        pages: int = report(Sheet(TEMPLATE, data, sheet.pictures), prints, fonts)["pages"]
        return pages == 1

    key = "\0".join((sheet.values, prints.digest, *(file.digest for file in (*fonts.own, *handout.pictures))))
    total = count_words(nodes)
    return int(remember("words too many", key.encode("utf-8", "surrogatepass"), lambda: str(total - _most(total, fits)).encode()))


def _is_short(handout: Handout) -> bool:
    source, rest = handout.takeaway.source.strip(), sum(map(len, (handout.title, handout.about, *handout.stop_if)))
    return len(source) <= SHORT_TEXT and source.count("\n") < SHORT_LINES and rest <= SHORT_REST and not handout.takeaway.pictures


def _most(total: int, fits: Callable[[int], bool]) -> int:
    """The largest number up to ``total`` that fits, if smaller ones do too; 0 if none does."""
    if fits(total):
        return total
    low, high = 0, total
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _data(handout: Handout, form: Format, nodes: list[Node | str]) -> dict[str, Any]:
    strings = handout.strings
    return {
        "document": f"{handout.title}, {handout.about}",
        "title": handout.title,
        "about": handout.about,
        "site": handout.site,
        **language_of(handout.language),
        "long": has_long_words(_said_around(handout)),
        "paper": form.paper,
        "large": form.large,
        "body": nodes,
        "stop": list(handout.stop_if),
        "picture": _picture(handout),
        "following": _following(handout),
        "step": {"words": handout.step.words, "address": handout.step.address, "shown": handout.step.shown} if handout.step else None,
        "code": code_of(handout.step.address) if handout.step else None,
        "givers": [{"name": giver.name, "note": giver.note} for giver in handout.givers],
        "words": {"stop": strings.say("Stop if"), "next": strings.say("Next time"), "notes": strings.say("My notes")},
    }


def language_of(language: str) -> dict[str, str | None]:
    """A language (BCP 47) in the two parts that templates take."""
    code, *rest = language.split("-")
    return {"lang": code.lower(), "region": next((part.upper() for part in rest if len(part) == 2), None)}


def has_long_words(texts: Iterable[str]) -> bool:
    """Whether a column may be too narrow for a word: templates take twice as long to break words, so that they do it only then."""
    return any(len(word) >= LONG_WORD for text in texts for word in text.split())


def code_of(address: str) -> dict[str, Any]:
    """The QR code of an address for a template; its picture is called ``name``."""
    return {"name": CODE, "side": code(address).side, "alt": f"QR code: {address}"}


def _nodes(handout: Handout) -> list[Node | str]:
    names = {file.path for file in handout.pictures}
    return tree(handout.takeaway, handout.base_url, names)


def _picture(handout: Handout) -> dict[str, str] | None:
    image = handout.image
    if image is None or image.path not in {file.path for file in handout.pictures}:
        return None
    return {"name": image.path, "alt": image.alt}


def _following(handout: Handout) -> dict[str, str] | None:
    if handout.following is None:
        return None
    speech, when = words(handout.language), handout.following.when
    return {
        "number": str(when.first_day.day),
        "month": speech.month(when.first_day),
        "weekday": speech.weekday(when.first_day),
        "hours": speech.clock(when),
        "place": handout.following.place,
    }


def _pictures(handout: Handout) -> dict[str, bytes]:
    """The files by name."""
    found = {file.path: picture_of(file) for file in handout.pictures}
    return found | ({CODE: code(handout.step.address).svg} if handout.step else {})

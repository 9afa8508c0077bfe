"""What this program itself puts into a DESCRIPTION, told apart from what somebody wrote.

A calendar that was published with mcsite ends each description with lines of its own making (``Entry.description``): who leads it, where one takes part,
what it costs, how one signs up, and the address of the page. They stand in fields of the event, or follow from them; imported as text they would
be said twice, and grow with every import.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from mcsite.diagnostics import Misread
from mcsite.importing.people import People
from mcsite.importing.writing import Fields, Value
from mcsite.model.settings import Settings
from mcsite.render.catalogues import shipped_strings
from mcsite.render.strings import ENGLISH, Strings
from mcsite.render.tidy import tidy_line
from mcsite.render.words_of_time import words
from mcsite.shipped import shipped
from mcsite.source.addresses import web_address
from mcsite.source.money import money
from mcsite.source.signups import signup

NUMBER, PEOPLE, ONLINE, PRICE = "Session %(number)s of %(total)s", "With: %(people)s", "Online: %(address)s", "Price: %(prices)s"
FULL, SIGN_UP, SIGN_UP_THERE = "Fully booked", "Sign up: %(address)s", "Sign up on its page:"
PAGE = ""
"""No message, but the address by itself."""
_FACTS = (NUMBER, PEOPLE, ONLINE, PRICE, FULL, SIGN_UP, SIGN_UP_THERE)
_OF_ITSELF = frozenset({NUMBER, SIGN_UP, SIGN_UP_THERE, PAGE})
_CALLED_OFF, _HEADLINE = "This session is cancelled.", "Cancelled: %(title)s"
_PLACE = re.compile(r"%\\?\((\w+)\\?\)s")


@dataclass(frozen=True, slots=True)
class Fact:
    """A ``line`` of our own: which of the messages of the interface it is, in the words of which language, and with what in it."""

    message: str
    line: str
    value: str
    strings: Strings


@dataclass(frozen=True, slots=True)
class Parted:
    """A description in two: what somebody wrote, and what we put below it, in its order. Nothing is there unless the last of it is the page."""

    text: str
    facts: tuple[Fact, ...] = ()


def parted(description: str, page: str) -> Parted:
    """A DESCRIPTION of ours and the URL of its VEVENT. What does not end with that is left whole: somebody else has worked on it."""
    text, last = _without_last(description)
    if not page or last != page:
        return Parted(description)
    written, lines = _without_last(text)
    facts = tuple(fact for line in lines.split("\n") if (fact := _fact(line)))
    if len(facts) < len(lines.split("\n")):
        written, facts = text, ()
    first, _, rest = written.partition("\n\n")
    return Parted(rest if first in {strings.gettext(_CALLED_OFF) for strings in _languages()} else written, (*facts, Fact(PAGE, page, page, ENGLISH)))


def title_of(headline: str) -> str:
    """The title of what is called off: ``Cancelled: Swap`` → ``Swap``, in all languages."""
    found = (_form(strings.gettext(_HEADLINE)).fullmatch(headline) for strings in _languages())
    return next((match[1] for match in found if match), headline)


def in_fields(facts: Sequence[Fact], people: People, settings: Settings, *, alone: bool) -> tuple[Fields, list[str]]:
    """The fields of an event that say these facts; and the lines for which there is none, to be kept as text.

    A session of a series has its number again without being told; of one ``alone`` it is the only trace of the others.
    """
    fields: dict[str, Value] = {}
    lines = []
    messages = {fact.message for fact in facts}
    if settings.signup and PAGE in messages and messages.isdisjoint({FULL, SIGN_UP, SIGN_UP_THERE}):
        fields["signup"] = "none"
    for fact in facts:
        said = {name: value for name, value in _field(fact, people, settings).items() if value}
        fields |= said
        if not said and (fact.message != NUMBER or alone) and fact.message not in {SIGN_UP_THERE, PAGE}:
            lines.append(fact.line)
    return fields, lines


def differing(facts: Iterable[Fact], usual: Iterable[Fact]) -> list[str]:
    """What is said of one session and not of its event; but for its number, and its sign-up, for which it has no field."""
    known = {fact.line for fact in usual}
    return [fact.line for fact in facts if fact.line not in known and fact.message not in _OF_ITSELF]


def _field(fact: Fact, people: People, settings: Settings) -> Fields:
    if fact.message == PEOPLE:
        return {"hosts": people.named(_names(fact))}
    if fact.message == PRICE:
        return {"prices": _prices(fact, settings)}
    if fact.message == ONLINE:
        return {"online": _as_read(fact.value, web_address)}
    if fact.message == SIGN_UP:
        return {"signup": _as_read(fact.value, signup)}
    return {"full": "yes"} if fact.message == FULL else {}


def _names(fact: Fact) -> Iterator[str]:
    return (name for part in fact.value.split(fact.strings.say(", ").strip()) if (name := part.strip()))


def _as_read(text: str, reader: Callable[[str], object]) -> str:
    """A text that a field takes, or nothing."""
    try:
        reader(text)
    except Misread:
        return ""
    return text


def _prices(fact: Fact, settings: Settings) -> Sequence[Mapping[str, str]]:
    """As an editor writes them; nothing unless they come out as exactly the same line."""
    found = [_price(part, fact.strings, settings) for part in fact.value.split("; ")]
    return found if all(found) else ()


def _price(text: str, strings: Strings, settings: Settings) -> Mapping[str, str]:
    """``Deeper session £15 (members)`` in fields; nothing where that is not what would be said of them."""
    for_members = f" ({strings.say('members')})"
    said = text.removesuffix(for_members)
    of_members = {"for": "members"} if said != text else {}
    for name, rest in _split(said):
        amount = _amount(rest, strings, settings)
        if amount:
            return ({"name": name} if name else {}) | {"amount": amount} | of_members
    return {}


def _split(text: str) -> Iterator[tuple[str, str]]:
    """A text in two at each of its blanks, the first part shorter first, as an amount may have blanks in it, too."""
    yield "", text
    yield from ((text[: blank.start()], text[blank.end() :]) for blank in re.finditer(" ", text))


def _amount(text: str, strings: Strings, settings: Settings) -> str:
    """What an editor writes for it; a sign of several currencies (``$``) is that of the site. Empty for what is no amount."""
    if text == strings.say("free"):
        return "0"
    for written in (text, re.sub(r"[^\d\s.,]", "", text)):
        try:
            found = money(written)
        except Misread:
            continue
        currency = found.currency or settings.currency
        if currency and found.amount and tidy_line(words(strings.language).money(found.amount, currency)) == tidy_line(text):
            return f"{found.amount}" if currency == settings.currency else f"{found.amount} {currency}"
    return ""


def _without_last(text: str) -> tuple[str, str]:
    """A text without its last paragraph, and that."""
    before, _, last = text.rpartition("\n\n")
    return before, last


def _fact(line: str) -> Fact | None:
    for strings in _languages():
        for message in _FACTS:
            found = _form(strings.gettext(message)).fullmatch(line)
            if found:
                return Fact(message, line, found[1] if found.groups() else "", strings)
    return None


@cache
def _form(message: str) -> re.Pattern[str]:
    """What a message looks like with its values."""
    return re.compile(_PLACE.sub("(.+)", re.escape(message)))


@cache
def _languages() -> tuple[Strings, ...]:
    """The words of all languages that come with the program, English first."""
    codes = sorted(file.stem for file in (shipped("themes/default") / "strings").glob("*.po"))
    return tuple(map(shipped_strings, ["en", *(code for code in codes if code != "en")]))

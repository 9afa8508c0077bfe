"""A late change as one text message: what, the old and the new day and time, where to go on.

A message of the GSM alphabet (3GPP TS 23.038 6.2.1) holds 160 septets, of which some signs take two. Typographic quotes, dashes and
spaces have plain forms there. What has other letters is sent as UCS-2, 70 signs a part (6.2.3), and phones join the parts: such a text,
too, has at most 160 signs, each of UTF-16 counted.
"""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.model.event import Status
from mcsite.render.late_notices import LateNotice
from mcsite.render.words_of_time import words

MOST = 160
"""Septets of the GSM alphabet, or signs of another one."""
_SHORTEST_TITLES = (24, 12)
"""Signs: rather than cut a title shorter, other things are left out; when there are none left, a title may be shorter still."""
_PLACE_LENGTHS = (40, 24, 14)
_NOTE_LENGTHS = (90, 60, 40)

_GSM = frozenset("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà")
_GSM_OF_TWO = frozenset("\f^{}\\[~]|€")
_PLAINER = {
    **dict.fromkeys("\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}\N{SINGLE LOW-9 QUOTATION MARK}\N{PRIME}`\N{ACUTE ACCENT}", "'"),
    **dict.fromkeys("\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}«»", '"'),
    **dict.fromkeys("\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}", "-"),
    **dict.fromkeys("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{EN SPACE}\N{EM SPACE}\t", " "),
    **dict.fromkeys("\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}", ""),
    "\N{HORIZONTAL ELLIPSIS}": "...",
    "\N{MIDDLE DOT}": "-",
    "\N{BULLET}": "-",
}
_PLAIN = str.maketrans(_PLAINER)


def text_message(notice: LateNotice, language: str) -> str:
    """One line of at most ``MOST``. What it leaves out when there is no room: the next session, the place, words of the title."""
    for least in _SHORTEST_TITLES:
        for before, title, after in _shapes(notice, language):
            if size(before + title + after) <= MOST:
                return before + title + after
            room = MOST - _taken(before + after, title)
            if room >= least:
                return before + shortened(title, room, before + after).removesuffix("." if after.startswith(".") else "") + after
    return shortened(before + title + after, MOST)


def plain(text: str) -> str:
    """Typographic signs in the form that every phone has."""
    return text.translate(_PLAIN)


def size(text: str) -> int:
    """What a text takes up: septets of the GSM alphabet, or, if it has other letters, code units of UTF-16."""
    return _septets(text) if _is_gsm(text) else _units(text)


def shortened(text: str, room: int, beside: str = "") -> str:
    """As many whole words as there is room for, beside a text in whose alphabet both are sent; an endless word is cut."""
    if _taken(text, beside) <= room:
        return text
    kept = text
    while kept and _taken(f"{kept}...", beside) > room:
        kept = kept.rpartition(" ")[0].rstrip(" ,;:.-") if " " in kept else kept[:-1]
    return f"{kept}..." if kept else ""


def _taken(text: str, beside: str) -> int:
    """What a text takes up in the alphabet in which it is sent together with another one."""
    return _septets(text) if _is_gsm(text + beside) else _units(text)


def _septets(text: str) -> int:
    return sum(2 if sign in _GSM_OF_TWO else 1 for sign in text)


def _units(text: str) -> int:
    """Code units of UTF-16: an emoji has two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _is_gsm(text: str) -> bool:
    return _GSM.union(_GSM_OF_TWO).issuperset(text)


def _shapes(notice: LateNotice, language: str) -> Iterator[tuple[str, str, str]]:
    """What stands before the title, the title, and what stands after it: the fullest first."""
    label, title = plain(f"{notice.label}: "), plain(notice.title).rstrip(".")
    for link in _links(notice):
        for facts in _facts(notice, language):
            yield label, title, plain(f"{facts} {link}".rstrip()).replace("....", "...")


def _links(notice: LateNotice) -> Iterator[str]:
    """The address to go on at: in full, then as short as a phone still makes a link of it."""
    link = notice.signup or notice.page
    yield link
    yield link.partition("://")[2]
    yield ""


def _facts(notice: LateNotice, language: str) -> Iterator[str]:
    """Old and new, with less and less around them."""
    if not notice.now.status.takes_place:
        return _off(notice, language)
    if not notice.was.status.takes_place:
        return _on_again(notice)
    if notice.new_time:
        return _at_another_time(notice)
    return _in_another_place(notice) if notice.new_place else _otherwise(notice)


def _off(notice: LateNotice, language: str) -> Iterator[str]:
    if notice.instead:
        speech, when = words(language), notice.instead.when
        day = f"{speech.short_day(when.first_day)} {speech.begins(when)}".strip()
        yield notice.strings.say(", %(day)s. Next: %(next)s.", day=notice.was.brief, next=day)
    yield f", {notice.was.brief}."


def _on_again(notice: LateNotice) -> Iterator[str]:
    say, day = notice.strings.say, notice.now.brief
    before = say("It was postponed.") if notice.was.status is Status.POSTPONED else say("It was cancelled.")
    yield from (f", {day}, {place}. {before}" for place in _places(notice, notice.now.place))
    yield f", {day}. {before}"


def _at_another_time(notice: LateNotice) -> Iterator[str]:
    """With the ends, when only those differ."""
    was, now = notice.was, notice.now
    old, new = (was.brief, now.brief) if was.brief != now.brief else (was.brief_hours, now.brief_hours)
    told = notice.strings.say(". Was %(old)s, now %(new)s", old=old, new=new)
    yield from (f"{told}, {place}." for place in (_places(notice, now.place) if notice.new_place else ()))
    yield f"{told}."


def _in_another_place(notice: LateNotice) -> Iterator[str]:
    places, say = zip(_places(notice, notice.was.place), _places(notice, notice.now.place), strict=True), notice.strings.say
    yield from (say(", %(day)s. Was: %(old)s. Now: %(new)s.", day=notice.now.brief, old=old, new=new) for old, new in places)
    yield f", {notice.now.brief}."


def _otherwise(notice: LateNotice) -> Iterator[str]:
    """Where neither time nor place changes: who leads it, or whatever else is told."""
    was, now, day = notice.was, notice.now, notice.now.brief
    if notice.new_people and now.people:
        old, new = ([shortened(plain(names), length) for length in _PLACE_LENGTHS] for names in (was.people, now.people))
        say = notice.strings.say
        yield from (say(", %(day)s. Was: %(old)s. Now: %(new)s.", day=day, old=before, new=after) for before, after in zip(old, new, strict=True) if before)
        yield from (f", {day}, {plain(say('with %(people)s', people=after))}." for after in new)
    elif notice.new_note and notice.note:
        yield from (f", {day}. {shortened(plain(notice.note).rstrip('.'), length)}." for length in _NOTE_LENGTHS)
    elif notice.new_online and now.online:
        yield f", {day}, {now.online}."
    yield f", {day}."


def _places(notice: LateNotice, place: str) -> Iterator[str]:
    """The name of a place without its address, shorter and shorter; the address of a meeting on the web only whole."""
    name = plain(place if "://" in place else place.partition(", ")[0]) or notice.strings.say("no place yet")
    return (name if "://" in name else shortened(name, length) for length in _PLACE_LENGTHS)

"""``ledger.json``: the ledger as it is published, and as it is read again.

What is read may come from anywhere: it is data, bounded in size and in every field, and whatever does not look exactly as this
program writes it is refused as a whole. A memory that is only half right would give people's calendars wrong sessions.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any, NoReturn, TypeGuard, TypeVar

from mcsite import kept
from mcsite.diagnostics import Misread
from mcsite.model import addresses
from mcsite.model.event import Status
from mcsite.model.lateness import REMEMBERED
from mcsite.model.ledger import LONGEST_DETAIL, Details, Earlier, Ledger, Published, Rendition
from mcsite.model.moment import When, zone, zone_names
from mcsite.source.slugs import is_slug

LARGEST = 64 * 1024 * 1024
"""Bytes of a ledger: about eighty thousand sessions, what ten thousand events have in three years."""
VERSION = 1
HIGHEST = 2**31 - 1
"""RFC 5545 3.3.8: the largest whole number."""

HEAD = f'{{\n"version": {VERSION},\n"sessions": [\n'.encode()
MIDDLE = b'\n],\n"addresses": {\n'
TAIL = b"\n}\n}\n"
"""What stands before the sessions, between them and the addresses, and behind these: ``write`` puts each of them on a line of its own."""
SEPARATOR = b",\n"

_CODE = "E900"
_PAGE = re.compile(r"(?:[a-z0-9]+(?:[-_][a-z0-9]+)*/)*", re.ASCII)
_CALENDAR = re.compile(rf"{_PAGE.pattern}[a-z0-9]+(?:[-_][a-z0-9]+)*\.ics", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)
_BELOW_ONE = r"(?:[a-z]{2,3}(?:-[a-z0-9]{2,8})*/)?"
"""The folder of a language of a site in several."""
_FETCHED = re.compile(_BELOW_ONE + f"(?:{'|'.join(map(re.escape, (addresses.ATOM, addresses.JSON_FEED, addresses.EVENTS_JSON)))})", re.ASCII)
_EMBEDDED = re.compile(_BELOW_ONE + addresses.embed_json(_PAGE.pattern).replace(".json", r"\.json"), re.ASCII)
_KEY = re.compile(r"\d{4}-\d\d-\d\d(?:-(?:[01]\d|2[0-3])[0-5]\d)?", re.ASCII)
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_DIGEST = re.compile(r"[0-9a-f]{32}", re.ASCII)
_CLOCK = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", re.ASCII)
_MODIFIED = "%Y-%m-%dT%H:%M:%SZ"

T = TypeVar("T")


def is_kept(address: str) -> bool:
    """Whether an address is of the kind that must answer for ever: a page, a calendar or what programs fetch, not a style or a picture."""
    forms = (_PAGE, _CALENDAR, _FETCHED, _EMBEDDED)
    return len(address) <= 500 and any(form.fullmatch(address) for form in forms) and not address.startswith(("assets/", "theme/"))


def write(ledger: Ledger) -> bytes:
    """The bytes of ``ledger.json``: one session a line, one address a line, so that a change of one is a change of one line."""
    sessions = SEPARATOR.join(kept.again(_session_line, each) for each in ledger.sessions)
    known = SEPARATOR.join(f"{_line(address)}: {_line(whose)}".encode() for address, whose in ledger.addresses)
    return b"".join((HEAD, sessions, MIDDLE, known, TAIL))


def read(data: bytes) -> Ledger:
    """The ledger of these bytes. Raises ``Misread`` E900 for anything that ``write`` would not have written."""
    whole = _mapping(_parsed(data), "the file", ("version", "sessions", "addresses"))
    if type(whole["version"]) is not int or whole["version"] != VERSION:
        _refuse(f"it was written by another version of mcsite: its form is '{str(whole['version'])[:20]}', and this one knows {VERSION}")
    if not isinstance(whole["sessions"], list):
        _refuse("its 'sessions' are not a list")
    sessions = tuple(_session(entry, number) for number, entry in enumerate(whole["sessions"], 1))
    if len({session.uid for session in sessions}) < len(sessions):
        _refuse("two of its sessions have one UID")
    return Ledger(tuple(sorted(sessions, key=lambda session: session.uid)), _addresses(whole["addresses"]))


_line: Callable[[object], str] = json.JSONEncoder(ensure_ascii=False).encode
"""JSON on one line. One encoder for all: ``json.dumps`` makes a new one for each of ten thousand lines."""


def _session_line(session: Published) -> bytes:
    return _line(_fields(session)).encode()


def _fields(session: Published) -> dict[str, object]:
    known: dict[str, object] = {
        "uid": session.uid,
        "sequence": session.sequence,
        "modified": _utc(session.modified),
        "series": session.series,
        "slug": session.slug,
        "key": session.key,
        "number": session.number,
        "address": session.address,
        "digest": session.digest,
        "title": session.title,
        **_announced(session),
    }
    earlier = [_announced(was) | {"title": was.title, "until": _utc(was.until)} | _more(details=_told(was.details)) for was in session.earlier]
    renditions = {each.language: {"digest": each.digest, "modified": _utc(each.modified)} for each in session.renditions}
    return known | _more(details=_told(session.details), withdrawn=session.withdrawn, earlier=earlier, renditions=renditions)


def _more(**fields: object) -> dict[str, object]:
    """Fields that say something."""
    return {name: value for name, value in fields.items() if value}


def _told(details: Details) -> dict[str, object]:
    texts = {name: getattr(details, name) for name in _TEXTS}
    return _more(**texts, tags=list(details.tags), hosts=dict(details.hosts))


def _announced(what: Published | Earlier) -> dict[str, object]:
    when = what.when
    return {"start": _moment(when.start), "end": _moment(when.end), "timezone": when.timezone, "place": what.place, "status": what.status.value}


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime(_MODIFIED)


def _moment(value: datetime | date) -> str:
    """Local words, as they were published, whatever becomes of the zone's rules; the second of two equal hours in UTC."""
    if not isinstance(value, datetime):
        return value.isoformat()
    return _utc(value) if value.fold else value.replace(tzinfo=None).isoformat(timespec="seconds")


def _refuse(why: str) -> NoReturn:
    message = f"the record of what was published cannot be used: {why}"
    help_ = "take the published one with '--previous live', or a copy with '--previous FILE'; with '--previous none', calendars may show sessions twice"
    raise Misread(_CODE, message, help_)


def _parsed(data: bytes) -> object:
    if len(data) > LARGEST:
        _refuse(f"it has more than {LARGEST // 1024 // 1024} MB")
    try:
        return json.loads(data.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_number, parse_float=_no_number)
    except (UnicodeDecodeError, RecursionError):
        _refuse("it is not a ledger.json of mcsite")
    except ValueError as error:
        if isinstance(error, Misread):
            raise
        place = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        _refuse(f"it is damaged{place}")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        _refuse("it says something twice")
    return found


def _no_number(text: str) -> NoReturn:
    _refuse(f"'{text[:20]}' is no whole number")


def _mapping(value: object, name: str, keys: tuple[str, ...], also: tuple[str, ...] = ()) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        _refuse(f"{name} is not a group of fields")
    missing = [key for key in keys if key not in value]
    unknown = sorted(value.keys() - {*keys, *also})
    if missing or unknown:
        _refuse(f"{name} has no '{missing[0]}'" if missing else f"{name} has a field '{unknown[0][:40]}' that mcsite does not know")
    return value


_ANNOUNCED = ("start", "end", "timezone", "place", "status")
_EARLIER = (*_ANNOUNCED, "title", "until")
_FIELDS = ("uid", "sequence", "modified", "series", "slug", "key", "number", "address", "digest", "title", *_ANNOUNCED)
_TEXTS = ("kind", "online", "note", "price", "own_title")
_RARE = ("details", "withdrawn", "earlier", "renditions")


def _session(entry: object, number: int) -> Published:
    known = _Entry(_mapping(entry, f"session {number}", _FIELDS, _RARE), number)
    return Published(
        uid=known.text("uid", 500, least=1),
        sequence=known.whole("sequence", 0),
        modified=known.of("modified", _modified),
        series=known.text("series", 300, least=1),
        slug=known.of("slug", _slug),
        key=known.of("key", _key),
        number=None if known.fields["number"] is None else known.whole("number", 1),
        address=known.of("address", _page),
        digest=known.of("digest", _digest),
        title=known.text("title", 2000),
        when=known.when(),
        place=known.text("place", 5000),
        status=known.of("status", Status),
        details=known.details(),
        withdrawn=known.of_flag("withdrawn"),
        earlier=_history(known),
        renditions=_renditions(known),
    )


def _renditions(known: _Entry) -> tuple[Rendition, ...]:
    """What is remembered of a session in other languages."""
    entries = known.fields.get("renditions", {})
    if not isinstance(entries, dict) or not all(isinstance(code, str) and _LANGUAGE.fullmatch(code) for code in entries):
        known.refuse("renditions")
    return tuple(_rendition(code, entries[code], known.number) for code in sorted(entries))


def _rendition(code: str, fields: object, number: int) -> Rendition:
    known = _Entry(_mapping(fields, f"'renditions' of session {number}", ("digest", "modified")), number)
    return Rendition(code, known.of("digest", _digest), known.of("modified", _modified))


def _history(known: _Entry) -> tuple[Earlier, ...]:
    """How a session was announced before."""
    if "earlier" not in known.fields:
        return ()
    entries = known.fields["earlier"]
    if not isinstance(entries, list) or not 1 <= len(entries) <= REMEMBERED:
        known.refuse("earlier")
    return tuple(_earlier(_Entry(_mapping(entry, f"'earlier' of session {known.number}", _EARLIER, ("details",)), known.number)) for entry in entries)


def _earlier(known: _Entry) -> Earlier:
    when, place, status = known.when(), known.text("place", 5000), known.of("status", Status)
    return Earlier(when, place, status, known.of("until", _modified), known.text("title", 2000), known.details())


class _Entry:
    """The fields of one session, each of which is what it should be, or the whole is refused."""

    def __init__(self, fields: Mapping[str, Any], number: int) -> None:
        self.fields, self.number = fields, number

    def text(self, name: str, most: int, least: int = 0) -> str:
        value = self.fields[name]
        if not _is_text(value, most, least):
            self.refuse(name)
        return value

    def whole(self, name: str, least: int) -> int:
        value = self.fields[name]
        if type(value) is not int or not least <= value <= HIGHEST:
            self.refuse(name)
        return value

    def of(self, name: str, reader: Callable[[str], T | None]) -> T:
        try:
            value = reader(self.text(name, 600))
        except (ValueError, OverflowError):
            value = None
        if value is None:
            self.refuse(name)
        return value

    def of_flag(self, name: str) -> bool:
        if type(self.fields.get(name, False)) is not bool:
            self.refuse(name)
        return bool(self.fields.get(name, False))

    def when(self) -> When:
        timezone = self.of("timezone", lambda text: text if text in zone_names() else None)
        start, end = (self.of(name, lambda text: _local(text, timezone)) for name in ("start", "end"))
        if type(start) is not type(end) or start > end:
            self.refuse("start' or 'end")
        return When(start, end, timezone)

    def details(self) -> Details:
        """None were said by a ledger that was written before they were."""
        found = _mapping(self.fields.get("details", {}), f"'details' of session {self.number}", (), (*_TEXTS, "tags", "hosts"))
        tags, hosts, texts = found.get("tags", []), found.get("hosts", {}), {name: found[name] for name in _TEXTS if name in found}
        if not isinstance(tags, list) or not isinstance(hosts, dict) or not all(map(is_slug, hosts)):
            self.refuse("details")
        if not all(_is_text(each, LONGEST_DETAIL) for each in (*texts.values(), *tags, *hosts.values())):
            self.refuse("details")
        return Details(tags=tuple(tags), hosts=tuple(hosts.items()), **texts)

    def refuse(self, name: str) -> NoReturn:
        _refuse(f"the '{name}' of session {self.number} is not what mcsite writes")


def _is_text(value: object, most: int, least: int = 0) -> TypeGuard[str]:
    return isinstance(value, str) and least <= len(value) <= most and not _UNFIT.search(value)


def _digest(text: str) -> str | None:
    return text if _DIGEST.fullmatch(text) else None


def _modified(text: str) -> datetime:
    """Raises ``ValueError`` for what is no moment in UTC."""
    if not text.endswith("Z"):
        raise ValueError(text)
    return _clock(text[:-1]).replace(tzinfo=UTC)


def _clock(text: str) -> datetime:
    """Local words to the second. Raises ``ValueError`` for any other of the forms of ISO 8601."""
    if not _CLOCK.fullmatch(text):
        raise ValueError(text)
    return datetime.fromisoformat(text)


def _slug(text: str) -> str | None:
    return text if is_slug(text) else None


def _key(text: str) -> str | None:
    return text if _KEY.fullmatch(text) and date.fromisoformat(text[:10]) else None


def _page(text: str) -> str | None:
    return text if is_kept(text) and text.endswith("/") else None


def _local(text: str, timezone: str) -> datetime | date:
    if len(text) == len("2026-01-06"):
        return date.fromisoformat(text)
    if text.endswith("Z"):
        return _modified(text).astimezone(zone(timezone))
    return _clock(text).replace(tzinfo=zone(timezone))


def _addresses(found: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(found, dict):
        _refuse("its 'addresses' are not a group of fields")
    for address, whose in found.items():
        if not is_kept(address) or not isinstance(whose, str) or len(whose) > 500 or _UNFIT.search(whose):
            _refuse(f"'{address[:60]}' is not an address that mcsite publishes")
    return tuple(sorted(found.items()))

"""The content lines of an iCalendar file (RFC 5545 3.1), read as forgivingly as people's calendars need.

Not icalendar's reader: that gives up an event, or the file, for one line that breaks the grammar, and what follows here is in files that
are published every day: texts with bare line ends, folds inside a letter, quotes that do not close, old encodings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from quopri import decodestring

from mcsite.importing.remarks import Remarks

_NAMES = frozenset(
    """
    ACTION ATTACH ATTENDEE BEGIN CALSCALE CATEGORIES CLASS COLOR COMMENT COMPLETED CONFERENCE CONTACT CREATED DESCRIPTION DTEND DTSTAMP DTSTART DUE
    DURATION END EXDATE EXRULE FREEBUSY GEO IMAGE LAST-MODIFIED LOCATION METHOD NAME ORGANIZER PERCENT-COMPLETE PRIORITY PRODID RDATE RECURRENCE-ID
    REFRESH-INTERVAL RELATED-TO REPEAT REQUEST-STATUS RESOURCES RRULE SEQUENCE SOURCE STATUS STYLED-DESCRIPTION STRUCTURED-DATA SUMMARY TRANSP TRIGGER
    TZID TZNAME TZOFFSETFROM TZOFFSETTO TZURL UID URL VERSION ACKNOWLEDGED PROXIMITY LINK CONCEPT REFID PARTICIPANT-TYPE LOCATION-TYPE
    TZID-ALIAS-OF TZUNTIL RESOURCE-TYPE CALENDAR-ADDRESS DEFAULT-ALARM DALARM AALARM EVENT-ID X
    """.split()  # noqa: SIM905 - a hundred quotes would hide the words
)
"""What a line may begin with (RFC 5545, 7986, 9073, 9074, 9253). Any other word and a colon are the middle of somebody's text."""
_TEXTS = frozenset({"DESCRIPTION", "STYLED-DESCRIPTION", "SUMMARY", "LOCATION", "COMMENT", "CONTACT", "CATEGORIES"})
"""What may have several lines. Behind anything else a line that begins like none is rubbish."""
_NAME = re.compile(r"([A-Za-z][A-Za-z0-9-]*)(?=[;:])")
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)(?:=((?:"[^"]*"|[^;:"]*)(?:,(?:"[^"]*"|[^;:"]*))*))?')
_LINE_END = re.compile(rb"\r\n|\n|\r")
_SOFT_BREAK = re.compile(r"ENCODING=QUOTED-PRINTABLE[^\n]*=$", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([\\;,nN:\"])")


@dataclass(frozen=True, slots=True)
class Line:
    """``DTSTART;TZID=Europe/London:20260106T180000``: the name in capitals, parameters by their names in capitals, and the value as written."""

    name: str
    value: str
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The value as text (RFC 5545 3.3.11)."""
        if self.parameters.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
            return decodestring(self.value.encode()).decode("utf-8", "replace")
        return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], self.value)


def content_lines(data: bytes, remarks: Remarks) -> Iterator[Line]:
    """Every line of a file, unfolded. What begins like no line is the rest of the text before it, whose line ends were not escaped."""
    waiting = ""
    for line in _unfolded(_plain(data), remarks):
        if not _begins(line) and not waiting:
            continue  # whatever stands before the first line
        if _begins(line) and not _SOFT_BREAK.search(waiting):
            if waiting:
                yield _line(waiting.rstrip("\n"))
            waiting = line
        else:
            waiting = f"{waiting[:-1]}{line}" if _SOFT_BREAK.search(waiting) else f"{waiting}\n{line}"
    if waiting:
        yield _line(waiting.rstrip("\n"))


def _plain(data: bytes) -> bytes:
    """Without a mark of byte order; UTF-16, which carries one, as UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace").encode()
    return data.removeprefix(b"\xef\xbb\xbf")


def _unfolded(data: bytes, remarks: Remarks) -> Iterator[str]:
    """Logical lines. They are joined as bytes: a fold may stand inside a letter."""
    waiting: bytearray | None = None
    for line in _LINE_END.split(data):
        if waiting is not None and line[:1] in (b" ", b"\t"):
            waiting += line[1:]
        else:
            if waiting is not None:
                yield _decoded(bytes(waiting), remarks)
            waiting = bytearray(line)
    if waiting is not None:
        yield _decoded(bytes(waiting), remarks)


def _decoded(line: bytes, remarks: Remarks) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        remarks.once("Some of its text is not UTF-8, as calendars have to be; it was read as Windows-1252 (Western European).")
        return line.decode("cp1252", "replace")


def _begins(line: str) -> bool:
    """Whether this is a property, in capitals as all programs write it, or in small letters throughout."""
    found = _NAME.match(line)
    if found is None or not (found[1].isupper() or found[1].islower()):
        return False
    return found[1].upper() in _NAMES or found[1].upper().startswith("X-")


def _line(text: str) -> Line:
    name = _NAME.match(text)
    at = name.end() if name else 0
    parameters: dict[str, str] = {}
    while found := _PARAMETER.match(text, at):
        parameters[found[1].upper()] = (found[2] or "").replace('"', "")
        at = found.end()
    if text[at : at + 1] != ":":  # a quote that does not close, or the like
        at = max(text.find(":", at), at)
    called, value = name[1].upper() if name else "", text[at + 1 :]
    return Line(called, value if called in _TEXTS or called.startswith("X-") else value.partition("\n")[0], parameters)

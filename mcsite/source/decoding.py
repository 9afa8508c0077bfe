"""From bytes to text: UTF-8, lines that end in one way, nothing invisible that would travel into pages and calendars."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mcsite.diagnostics import Diagnostic, Misread, Span

_SIGNATURES = (
    (b"\x89PNG", "a picture (PNG)"), (b"\xff\xd8\xff", "a picture (JPEG)"), (b"GIF8", "a picture (GIF)"), (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word, Pages or zip file"), (b"\xd0\xcf\x11\xe0", "an old Word document"), (b"{\\rtf", "a rich text document (RTF)"),
)  # fmt: skip
_SOFT = str.maketrans({"\x0b": " ", "\x0c": " ", "\x85": " ", "\u2028": " ", "\u2029": " "})
"""Line breaks of word processors that no editor counts as lines: as good as a blank, and as wide."""

_HAS_SOFT = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202d\u202e\ufffe\uffff]")
"""Control characters, and those that turn the direction of all that follows, so that a price or a time reads backwards."""
_MOST = 5
"""Invisible characters that are named one by one."""


class Undecodable(Exception):  # noqa: N818 - a person's mistake, not a failure
    """A file that is not text as it should be. ``diagnostics`` say why."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(diagnostics[0].message)
        self.diagnostics = diagnostics


def decoded(data: bytes, path: str) -> str:
    r"""The text of a file, with ``\n`` at the end of its lines and without byte-order marks. Raises ``Undecodable``."""
    _refuse_other_formats(data, path)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Undecodable(_not_utf8(data, error.start, path)) from None
    text = text.lstrip("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _HAS_SOFT.search(text):
        text = text.translate(_SOFT)
    if _FORBIDDEN.search(text):
        raise Undecodable(*_invisible(text, path))
    return text


def _refuse_other_formats(data: bytes, path: str) -> None:
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise Undecodable(
                Diagnostic(Span(path), "E102", f"this is {name}, not a text file", "pictures and downloads belong into assets/; save text as plain text")
            )
    if b"\x00" not in data[:65536]:
        return
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or _like_utf16(data):
        raise Undecodable(_wrong_encoding(Span(path), "this file is saved as UTF-16 (some programs call it 'Unicode')"))
    raise Undecodable(Diagnostic(Span(path), "E102", "this is not a text file", "content files are plain text; pictures and downloads belong into assets/"))


def _like_utf16(data: bytes) -> bool:
    """Every second byte of Western text in UTF-16 is zero."""
    sample = data[:512]
    return len(sample) > 3 and max(sample[0::2].count(0), sample[1::2].count(0)) * 4 > len(sample)


def _not_utf8(data: bytes, position: int, path: str) -> Diagnostic:
    before = data[:position].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace").lstrip("\ufeff")) + 1
    guess = data[position : position + 1].decode("cp1252", "replace")
    likely = f", probably the '{guess}'" if guess.isprintable() and guess != "\ufffd" else ""
    return _wrong_encoding(Span(path, before.count(b"\n") + 1, column), f"a character here is not saved as UTF-8{likely}")


def _wrong_encoding(span: Span, message: str) -> Diagnostic:
    return Diagnostic(span, "E103", message, "open the file in your editor and save it again with the encoding UTF-8")


def _invisible(text: str, path: str) -> Iterator[Diagnostic]:
    for number, found in enumerate(_FORBIDDEN.finditer(text)):
        if number == _MOST:
            return
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        yield invisible_character(found[0]).at(Span(path, line, column))


def invisible_character(character: str) -> Misread:
    """What is said of a control character wherever it turns up."""
    return Misread("E122", f"there is an invisible character here (U+{ord(character):04X})", "delete it: put the cursor behind it and press backspace once")


def forbidden_character(text: str) -> str | None:
    """The first character of a text that must not travel into pages and calendars, or ``None``."""
    found = _FORBIDDEN_IN_VALUES.search(text)
    return found[0] if found else None


_FORBIDDEN_IN_VALUES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ud800-\udfff\ufffe\uffff]")

"""Pieces of text: lines, paragraphs, names that last, labelled facts."""

from __future__ import annotations

import re

from mcsite.diagnostics import Misread
from mcsite.source.raw import Raw, is_given, text_of
from mcsite.source.slugs import is_slug, slug_of

_UNSEEN = " \u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2800\u3164\ufeff"
LONGEST_LINE = 1_000
"""Characters of a title or summary: beyond this it is a paragraph in the wrong place."""
LONGEST_UID = 250
"""Characters of a UID; RFC 7986 5.3 asks for 255 bytes at most, and sessions of a series add their date."""


def line(text: str) -> str:
    """Text on one line, with single blanks. Raises ``Misread`` E703 when nothing of it can be seen, E711 when it is far too long for one."""
    plain = " ".join(text.split())
    if plain and not plain.strip(_UNSEEN):
        raise Misread("E703", "there is nothing here that can be seen", "delete it and write the text anew")
    if len(plain) > LONGEST_LINE:
        raise Misread(
            "E711",
            f"this line has {len(plain)} characters, and {LONGEST_LINE} is the most that lists and calendars can show",
            "move the text below the second ---",
        )
    return plain


def paragraphs(text: str) -> str:
    """Text of any number of lines, Markdown for example, as it was typed."""
    return text.strip("\n")


def statement(raw: Raw) -> str:
    """A line in a list, which may hold a colon: YAML takes ``- Chair: the right height`` for a group of fields."""
    if isinstance(raw, dict) and len(raw) == 1:
        name, value = next(iter(raw.items()))
        return line(f"{name}: {note(value)}".rstrip(": "))
    return line(text_of(raw))


def note(raw: Raw) -> str:
    """A line that may be missing: the reason after a date."""
    return line(text_of(raw)) if is_given(raw) else ""


def lasting_name(text: str) -> str:
    """A name that calendars keep for ever: letters, digits, ``-``, ``_`` and ``.``. Raises ``Misread`` E712."""
    if not re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?", text, re.ASCII):
        raise Misread("E712", f"'{text}' cannot be a permanent name", f"use letters, digits and hyphens, for example {slug_of(text) or 'tuesday-stretch'}")
    return text


def uid(text: str) -> str:
    """A name that another calendar gave (RFC 5545 3.8.4.7), to the letter. Raises ``Misread`` E712."""
    if len(text) > LONGEST_UID or not text.isprintable():
        raise Misread("E712", f"'{text[:40]}' cannot be the UID of an event", f"copy it as the other calendar says it, {LONGEST_UID} characters at most")
    return text


def slug(text: str) -> str:
    """A word that can stand in an address. Raises ``Misread`` E712."""
    if not is_slug(text):
        raise Misread(
            "E712", f"'{text}' cannot stand in an address", f"use small letters, digits and hyphens, for example {slug_of(text) or 'tuesday-stretch'}"
        )
    return text


def label(text: str) -> str:
    """A word that gets an address of its own, such as a tag or a neighbourhood; ``#posture`` is ``posture``. Raises ``Misread`` E712."""
    plain = line(text).lstrip("#").strip()
    if not slug_of(plain):
        raise Misread("E712", f"'{text}' has no letters or digits, so no address can be made of it", "write at least one letter or digit, for example posture")
    return plain


def asset_path(text: str) -> str:
    """A file below ``assets/``, with ``/``: ``flyers/stretch.pdf``. Raises ``Misread`` E713."""
    plain = text.replace("\\", "/").removeprefix("./").removeprefix("/").removeprefix("assets/")
    if re.match(r"[a-z][a-z0-9+.-]*:", plain, re.IGNORECASE) or ".." in plain.split("/"):
        raise Misread("E713", f"'{text}' is not a file of this site", "put the file into the folder assets and write its name, for example stretch.jpg")
    return plain

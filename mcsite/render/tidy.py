"""Text for formats that are read by machines: nothing in it that iCalendar, XML or JSON cannot carry."""

from __future__ import annotations

import re

_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
"""Everything that some program takes for the end of a line."""
_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What is no character of XML 1.0 (section 2.2), and the control characters that RFC 5545 3.1 keeps out of text."""

_SPACE = re.compile("[^\\S\N{NARROW NO-BREAK SPACE}]+")
"""Any space but the one that the French set before a colon, which nobody types by accident."""


def tidy(text: str) -> str:
    """Text without control characters, each line ended by a line feed alone, without space around it."""
    return _UNWRITABLE.sub("", _BREAKS.sub("\n", text)).strip()


def tidy_line(text: str) -> str:
    """The same in one line, with single spaces."""
    if text.isprintable() and "  " not in text:  # nearly every text: no character in it but letters, signs and single spaces
        return text.strip()
    return _SPACE.sub(" ", tidy(text)).strip()

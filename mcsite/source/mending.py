"""Lines of front matter that YAML cannot read but a person can: quotes and blanks put in on the author's behalf.

Only what has one meaning is mended, and the author is told. What cannot be mended is explained: ``explained``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mcsite.diagnostics import Misread
from mcsite.source.located import Unparsable, inside_curly_quotes

_COLOUR = re.compile(r"^(accent[ \t]*:[ \t]+)(#[0-9a-f]{3}(?:[0-9a-f]{3})?)(?=[ \t]*$)", re.IGNORECASE | re.MULTILINE)
"""What YAML takes for a comment, and nobody means as one."""
_WIDE_BLANK = re.compile("[\u00a0\u2007\u202f]")
_BLANKS = re.compile(r"\s*(?:-\s+)*(?:[^\W\d][\w -]*\s*:\s+)?")
_TIGHT = re.compile(r"(?P<lead>\s*(?:- +)*)(?P<key>[^\W\d][\w-]*)[ \u00a0]*(?:\uff1a\s*|:(?!//|\s|$))(?P<value>\S.*?)\s*")
_FIELD = re.compile(r"(?P<lead>\s*(?:- +)*(?:(?P<key>[^\W\d][\w .-]*?)\s*:\s+|- +))(?P<value>\S.*?)(?P<tail>\s+#\s.*|\s*)")
_LIKE_A_FIELD = re.compile(r"\s*(?:- +)*[^\W\d][\w .-]*:(?:\s|$)")
_TAB = Misread("E118", "this line begins with a tab", "use blanks instead of the tab key at the beginning of a line")
_VALUE_AROUND = re.compile(r"(?<=: )[^\[\]{},:]*:[^\[\]{},]*")


@dataclass(frozen=True, slots=True)
class Mend:
    """A line with its mended form, and where its value stands in the line as the author wrote it (column from 1, length)."""

    line: str
    column: int
    length: int
    misread: Misread


def smoothed(text: str) -> str:
    """The same text with blanks of other sorts (tabs, no-break spaces) as plain ones wherever they stand for nothing else, and a bare colour in quotes."""
    text = _COLOUR.sub(r"\1'\2'", text)
    if "\t" in text:
        text = re.sub(r"(?<=[^\s])[ \t]*\t[ \t]*", lambda found: " " * len(found[0]), text)
    if _WIDE_BLANK.search(text):
        text = "\n".join(_plain_blanks(line) for line in text.split("\n"))
    return text


def _plain_blanks(line: str) -> str:
    """One line with plain blanks before its beginning, before and behind the name of a field, and behind a list's hyphen."""
    found = _BLANKS.match(line)
    end = found.end() if found else 0
    return _WIDE_BLANK.sub(" ", line[:end]) + line[end:]


def mended(line: str) -> Mend | None:
    """The line as its author meant it, or ``None`` when nothing about it can be mended for certain."""
    return _spaced(line) or _quoted(line)


def _spaced(line: str) -> Mend | None:
    """``title:Neck`` → ``title: Neck``."""
    found = _TIGHT.fullmatch(line)
    if found is None:
        return None
    repaired = f"{found['lead']}{found['key']}: {found['value']}"
    return Mend(
        repaired, found.start("value") + 1, len(found["value"]), Misread("W105", f"a blank is missing after '{found['key']}:'", f"write {repaired.strip()}")
    )


def _quoted(line: str) -> Mend | None:
    """``title: Neck: an evening`` → ``title: 'Neck: an evening'``."""
    found = _FIELD.fullmatch(line)
    meant = _literal(found["value"]) if found else None
    if found is None or meant is None:
        return None
    repaired = f"{found['lead']}{_in_quotes(meant)}{found['tail']}"
    return Mend(repaired, found.start("value") + 1, len(found["value"]), _about_quotes(found["value"], repaired.strip()))


def _literal(value: str) -> str | None:
    """What a value means that YAML cannot read, or ``None`` when it is readable or its meaning is not certain."""
    if (curly := inside_curly_quotes(value)) is not None:
        return curly
    first, inner = value[0], value[1:]
    if first in "'\"":
        return _within_quotes(value)
    if first in "[{":
        closing = "]" if first == "[" else "}"
        return value if closing in inner and not value.endswith(closing) else None
    return value if _holds_signs(value) else None


def _within_quotes(value: str) -> str | None:
    """What a value means that begins with a quote: the text up to the same quote at its end, or the whole if the quotes are part of it."""
    quote, inner = value[0], value[1:]
    if not inner.endswith(quote):
        return value if quote in inner else None
    text = inner[:-1]
    is_readable = quote not in text.replace("''", "") if quote == "'" else quote not in text and "\\" not in text
    return None if is_readable else text


def _holds_signs(value: str) -> bool:
    """Whether an unquoted value holds a sign that YAML would not take as text there."""
    first, inner = value[0], value[1:]
    marks_block = first in "|>" and re.match(r"[^\d+-]", inner.strip()) is not None
    opens = first in "@%`,]}" or (first == "*" and "*" in inner) or value.startswith(("- ", "? ", ": "))
    return marks_block or opens or ": " in value or value.endswith(":")


def _in_quotes(text: str) -> str:
    """Text as YAML reads it whole: in single quotes, or in double ones where that is easier to read."""
    if "'" in text and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _about_quotes(value: str, repaired: str) -> Misread:
    if value[0] in "'\"":
        why = "the quotes inside this text"
    elif ": " in value or value.endswith(":"):
        why = "the colon inside this text"
    else:
        why = f"'{value[0]}' at the beginning of this text"
    return Misread("W104", f"{why} would have a special meaning here; it was read as text", f"put quotes around the text: {repaired}")


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is wrong, at a line and column counted from 0; ``length`` 0 is the rest of the line."""

    line: int
    column: int
    length: int
    misread: Misread


def explained(error: Unparsable, lines: list[str]) -> Explanation:
    """A mistake that cannot be mended."""
    line = min(error.line, len(lines) - 1)
    for number in (line, error.context_line):
        if number < len(lines) and re.match(r" *\t", lines[number]):
            return Explanation(number, lines[number].index("\t"), 1, _TAB)
    if "quoted scalar" in error.context or "flow" in error.context:
        return _unclosed(error, lines)
    if _is_indented_too_far(error, lines[line]):
        misread = Misread("E125", "this line does not begin where the lines around it begin", _straighten(lines[line]))
        return Explanation(line, 0, _indentation(lines[line]) or 1, misread)
    return _not_a_field(error, line, lines)


def _unclosed(error: Unparsable, lines: list[str]) -> Explanation:
    """A quote or a bracket that opens on the context's line and is not closed there, or is closed where YAML did not expect it."""
    opening = min(error.context_line, len(lines) - 1)
    text = lines[opening]
    if "quoted scalar" in error.context:
        misread = Misread("E121", "the quote that opens here is not closed", f"end the text with the same quote: {text.strip()}{text[_value_column(text)]}")
    elif error.line == opening and ": " in text:
        return Explanation(opening, error.column, 0, _colon_in_brackets(text, error.column))
    else:
        misread = Misread("E123", "the bracket that opens here is not closed", "close it, or put quotes around the text if it is meant as text")
    return Explanation(opening, _value_column(text), 0, misread)


def _colon_in_brackets(text: str, column: int) -> Misread:
    around = next((found[0].strip() for found in _VALUE_AROUND.finditer(text) if found.start() <= column < found.end()), "")
    quoted = f": {_in_quotes(around)}, or braces if it is a field: {{{around}}}" if around else ""
    return Misread("E123", "there is a colon inside brackets where none can stand", f"put quotes around the text that holds the colon{quoted}")


def _is_indented_too_far(error: Unparsable, text: str) -> bool:
    return text.startswith(" ") or "block mapping start" in error.problem or "document start" in error.problem


def _not_a_field(error: Unparsable, line: int, lines: list[str]) -> Explanation:
    """The line, or the one before it, that is no ``name: value``."""
    for number in (line, line - 1, error.context_line):
        if 0 <= number < len(lines) and _is_no_field(lines[number]):
            advice = "write a name, a colon, a blank and the value, for example venue: harbour-cowork"
            return Explanation(number, 0, 0, Misread("E119", f"'{_short(lines[number])}' is not a field", advice))
    advice = "write a name, a colon, a blank and the value, with quotes around the value if it holds signs"
    return Explanation(line, error.column, 0, Misread("E119", "this line cannot be read", advice))


def _is_no_field(line: str) -> bool:
    return bool(line.strip()) and not _LIKE_A_FIELD.match(line) and not line.lstrip().startswith(("#", "- "))


def _value_column(text: str) -> int:
    found = _FIELD.fullmatch(text)
    return found.start("value") if found else len(text) - len(text.lstrip())


def _indentation(text: str) -> int:
    return len(text) - len(text.lstrip())


def _straighten(text: str) -> str:
    return f"a field of its own begins at the left: {_short(text)}" if text.startswith(" ") else "let all fields begin at the left, without blanks before them"


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 40 else f"{plain[:39]}…"

"""A theme's catalogues: ``strings/de.po`` in each folder of its chain (GNU gettext, PO files). The only importer of babel.messages.

The nearest folder that translates a message gives it, so that a theme may replace a few words and leave the rest; within one
folder ``de-AT.po`` comes before ``de.po``. What is marked as fuzzy, or empty, is not translated.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from gettext import c2py
from hashlib import sha256
from pathlib import Path
from typing import Any

from mcsite.diagnostics import Diagnostic, Span
from mcsite.memo import remember
from mcsite.render.strings import Strings, Translation, key_of
from mcsite.render.theme_chain import DEFAULT, Folder, remembered_as
from mcsite.render.theme_error import ThemeError
from mcsite.shipped import shipped

_TRIED = 1000
"""Numbers for which a rule is tried; every language repeats itself before."""
_PLACE = re.compile(r"%(?:\((\w+)\)s|%|(.?))", re.DOTALL)
"""``%(name)s`` and ``%%`` are all that a message may say with a percent sign."""
_LINE = re.compile(r'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s*)?"(?:[^"\\]|\\.)*"\s*)?')
"""A line of a PO file: nothing, a comment, or a text in quotes, mostly after what it is (gettext manual, "The Format of PO Files")."""


def strings_of(folders: Iterable[Folder], language: str) -> Strings:
    """The words of a language from a chain of folders, nearest first. Raises ``ThemeError`` (E509, E510)."""
    found: dict[str, Translation] = {}
    for folder in folders:
        for code in _lineage(language):
            path = folder.path / "strings" / f"{code}.po"
            if path.is_file():
                for translation in _read(path, f"{folder.shown}/strings/{code}.po"):
                    found.setdefault(translation.key, translation)
    ordered = tuple(found[key] for key in sorted(found))
    return Strings(language, sha256(repr(ordered).encode()).hexdigest() if ordered else "", ordered)


def shipped_strings(language: str) -> Strings:
    """The words that come with the program, whatever a site's theme says."""
    return strings_of((Folder(shipped("themes/default"), f"themes/{DEFAULT}"),), language)


def untranslated(strings: Strings, theme: str, named_at: Span) -> tuple[Diagnostic, ...]:
    """A warning when a site's language is one of which its theme knows no word."""
    base = strings.language.split("-")[0]
    if strings.translations or base == "en":
        return ()
    message = (
        f"there are no words in the language '{strings.language}' yet: dates, times and prices are in it, "
        "but what the pages say around your own texts is English"
    )
    help_ = f"translate themes/default/strings/de.po as themes/{theme}/strings/{base}.po, or choose one of: ar, de, en, es, fr, pt"
    return (Diagnostic(named_at, "W511", message, help_),)


def _lineage(language: str) -> Iterator[str]:
    """``pt-BR``, then ``pt``."""
    while language:
        yield language
        language = language.rpartition("-")[0]


def _read(path: Path, shown: str) -> Iterator[Translation]:
    """What a catalogue translates. Read once, and remembered by its text."""
    data = path.read_bytes()
    rows: list[list[Any]] = json.loads(remember(remembered_as("catalogue", shown), data, lambda: json.dumps(list(_rows(data, shown))).encode()))
    return (Translation(key, tuple(forms), plural) for key, forms, plural in rows)


def _rows(data: bytes, shown: str) -> Iterator[tuple[str, list[str], str]]:
    """Key, forms and rule of each translated message. Raises ``ThemeError``."""
    catalogue = _parsed(data, shown)
    for message in catalogue:
        forms = [message.string] if isinstance(message.string, str) else list(message.string)
        originals = [message.id] if isinstance(message.id, str) else list(message.id)
        if originals[0] and any(forms) and not message.fuzzy:
            span = Span(shown, message.lineno or 1)
            _judge(originals, forms, catalogue.num_plurals, span)
            yield key_of(originals[0], message.context or ""), forms, catalogue.plural_expr if len(originals) > 1 else ""


def _parsed(data: bytes, shown: str) -> Any:  # noqa: ANN401 - babel's Catalog, which no other module may name
    # babel.messages takes 30 ms to come in: only for a catalogue that was never read before.
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415 - see above

    try:
        catalogue = read_po(_lines(data, shown), abort_invalid=True)
    except PoFileError as error:
        raise _unreadable(Span(shown, error.lineno + 1), str(error).partition(" on ")[0]) from error
    except ValueError as error:
        raise _unreadable(Span(shown), f"its head says something that I do not understand, {error}") from error
    if not _counts(catalogue.plural_expr, catalogue.num_plurals):
        raise _unreadable(Span(shown), f"'nplurals={catalogue.num_plurals}; plural={catalogue.plural_expr};' picks a form that there is not")
    return catalogue


def _lines(data: bytes, shown: str) -> list[str]:
    """The lines of a PO file. Babel would read some that are of no such form, and guess."""
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise _unreadable(Span(shown, data[: error.start].count(b"\n") + 1), "it is not UTF-8 text") from error
    for number, line in enumerate(lines, 1):
        if not _LINE.fullmatch(line):
            raise _unreadable(Span(shown, number), "this line is of another form")
    return lines


def _counts(plural: str, forms: int) -> bool:
    """Whether a rule gives a form for every number."""
    try:
        rule = c2py(plural)
        return all(0 <= rule(number) < forms for number in range(_TRIED))
    except (ArithmeticError, ValueError):
        return False


def _unreadable(span: Span, why: str) -> ThemeError:
    message = f"these translations cannot be read: {why}"
    return ThemeError(Diagnostic(span, "E509", message, 'write pairs of lines: msgid "Calendar" and msgstr "Kalender"'))


def _judge(originals: list[str], forms: list[str], plurals: int, span: Span) -> None:
    """A translation has every form that its language counts with, and no value that its message has not. Raises ``ThemeError`` (E510)."""
    if len(originals) > 1 and (len(forms) != plurals or not all(forms)):
        message = f"this translation needs {plurals} forms, msgstr[0] to msgstr[{plurals - 1}]: that is what Plural-Forms at the head says"
        raise ThemeError(Diagnostic(span, "E510", message, "write each of them, even where two are alike"))
    known = {name for original in originals for name in _values(original, span)}
    for form in forms:
        if strange := sorted({*_values(form, span)} - known):
            help_ = (
                f"the message has: {', '.join(f'%({name})s' for name in sorted(known))}"
                if known
                else "the message has no such value; write a percent sign as %%"
            )
            raise ThemeError(Diagnostic(span, "E510", f"this translation asks for %({strange[0]})s, which its message does not give", help_))


def _values(text: str, span: Span) -> Iterator[str]:
    for found in _PLACE.finditer(text):
        if found[1]:
            yield found[1]
        elif found[0] != "%%":
            raise ThemeError(
                Diagnostic(span, "E510", f"this translation cannot be filled in: '{found[0]}'", "write a percent sign as %%, and a value as %(name)s")
            )

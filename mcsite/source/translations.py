"""Which files are translations of others: ``stretch.de.md`` is one of ``stretch.md``, where ``de`` is a language of the site."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from mcsite.diagnostics import Diagnostic, Misread, Span
from mcsite.source.files import Found, SourceFile, alone_of_their_names, plainly_named
from mcsite.source.languages import language


def told_apart(found: Found, main: str, others: Collection[str]) -> Found:
    """The same files, with those alone among the ``translations`` that are in one of the ``others``, by its code as the site writes it.

    On a site in one language none is: ``stretch.de.md`` is a file of its own, with dots in its name. On one in several, a language that is
    none of them is a mistake (E261); so is the main one (E262), as its files have no code in their names.
    """
    if not found.translations:
        return found
    diagnostics = list(found.diagnostics)
    if others:
        translations = alone_of_their_names(_in_the_languages(found.translations, main, others, diagnostics), diagnostics)
        return replace(found, translations=translations, diagnostics=tuple(sorted(diagnostics)))
    plain = (file for each in found.translations if (file := _as_it_stands(each, found, main, diagnostics)))
    files = alone_of_their_names(sorted((*found.files, *plain), key=lambda file: file.path), diagnostics)
    return replace(found, files=files, translations=(), diagnostics=tuple(sorted(diagnostics)))


def _as_it_stands(file: SourceFile, found: Found, main: str, diagnostics: list[Diagnostic]) -> SourceFile | None:
    """A file of a site in one language. Beside another of the same name it may be meant as its translation all the same."""
    notes: list[Diagnostic] = []
    plain = plainly_named(file, notes)
    if any((other.kind, other.slug) == (file.kind, file.slug) for other in found.files):
        meant = f"; if it is a translation of {_plain_name(file)}, write 'languages: [{main}, {file.language}]' in site.md"
        notes = [replace(note, help=note.help + meant) for note in notes]
    diagnostics += notes
    return plain


def _in_the_languages(files: Collection[SourceFile], main: str, others: Collection[str], diagnostics: list[Diagnostic]) -> Iterator[SourceFile]:
    for file in files:
        code = _one_of(file.language, others)
        if code:
            yield replace(file, language=code)
        elif _one_of(file.language, (main,)):
            help_ = f"its words belong into {_plain_name(file)}: only the other languages stand in the names of files"
            diagnostics.append(Diagnostic(Span(file.path), "E262", f"'{main}' is the main language of the site, so this is no translation", help_))
        else:
            help_ = f"write it among the 'languages' of site.md; there are now: {', '.join((main, *others))}"
            diagnostics.append(Diagnostic(Span(file.path), "E261", f"'{file.language}' is none of the languages of the site", help_))


def _one_of(ending: str, codes: Collection[str]) -> str:
    """The code that is meant by the ending of a name: itself, or the only one of its language; ``pt`` may be ``pt-BR``."""
    try:
        written = language(ending)
    except Misread:
        return ""
    alike = [code for code in codes if code.split("-")[0] == written]
    return written if written in codes else alike[0] if len(alike) == 1 else ""


def _plain_name(file: SourceFile) -> str:
    return file.path.rpartition("/")[2].removesuffix(f".{file.language}.md") + ".md"

"""The only door to typst: a theme's print templates, filled with data, become PDF.

What editors wrote goes in as JSON and is never read as markup: a template builds its content from the values. All files that a
template may name are given to it by name; it reaches nothing else, and packages from elsewhere are refused. PDFs are tagged
(PDF/UA-1, ISO 14289-1), hold no date, and have the same bytes wherever they are made: fonts are those of ``fonts``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from mcsite.diagnostics import Diagnostic, Span
from mcsite.model.origin import Origin
from mcsite.render.fonts import Fonts
from mcsite.render.theme_error import ThemeError
from mcsite.render.theme_sources import Prints
from mcsite.shipped import shipped

MAIN = "main.typ"
_CALL = '#import "{template}": sheet\n#sheet(json(bytes(sys.inputs.data)), own-fonts: json(bytes(sys.inputs.fonts)))\n'
_MISSING = re.compile(r"PDF/UA-1 error: the text `\"(.*?)\"` could not be displayed", re.DOTALL)
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_PLACE = re.compile(r"┌─ (?:.*/)?([^/:]+\.typ):(\d+):(\d+)")
_PACKAGE = re.compile(r"\"@[a-z0-9-]+/")
_SCAN = """#set page(width: auto, height: auto, margin: 0pt, fill: white)
#let page-of(..size) = image("document.pdf", page: 1, ..size)
#context {
  let natural = measure(page-of())
  let scale = calc.min(1600pt / natural.width, 1600pt / natural.height)
  page-of(width: natural.width * scale, height: natural.height * scale)
}
"""
_FROM_ELSEWHERE = "nothing-from-elsewhere"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is to be set: the name of a print template, its values, and the pictures that it may name. ``left_out`` are characters to do without."""

    template: str
    data: Mapping[str, Any]
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    left_out: str = ""

    @property
    def values(self) -> str:
        """The values as JSON."""
        return json.dumps(self.data, ensure_ascii=False).translate(dict.fromkeys(map(ord, self.left_out)))


class Unprintable(Exception):  # noqa: N818 - not a failure: a finding about a text
    """No font here has some characters; they are ``characters``, each once, in order."""

    def __init__(self, characters: str) -> None:
        super().__init__(characters)
        self.characters = characters


class Closed(Exception):  # noqa: N818 - a finding about a file
    """A PDF that cannot be opened; ``locked``: without a password."""

    def __init__(self, *, locked: bool) -> None:
        super().__init__(locked)
        self.locked = locked


def available() -> bool:
    """Whether the typesetter is on this machine: there are a few systems for which nobody builds it. It is not brought in to know."""
    return find_spec("typst") is not None


def no_typesetter(origin: Origin) -> Diagnostic:
    """W664: it cannot; ``origin`` is that of the settings."""
    message = "there is no typesetter (the package 'typst') for this machine, so PDFs and cards are not made"
    return Diagnostic(origin.span(), "W664", message, "handouts can be printed from their pages; or write 'outputs:' without prints and cards")


def pdf(sheet: Sheet, prints: Prints, fonts: Fonts) -> bytes:
    """A sheet as PDF/UA-1. Raises ``Unprintable``, and ``ThemeError`` (E520) for a mistake in a template."""
    made: bytes = _set(sheet, prints, fonts, lambda compiler, files, values: compiler.compile(files, format="pdf", pdf_standards=["ua-1"], sys_inputs=values))
    return made


def png(sheet: Sheet, prints: Prints, fonts: Fonts, ppi: int = 96) -> bytes:
    """The first page of a sheet as a picture, for previews."""
    made: bytes | list[bytes]
    made = _set(sheet, prints, fonts, lambda compiler, files, values: compiler.compile(files, format="png", ppi=ppi, sys_inputs=values))
    return made[0] if isinstance(made, list) else made


def scan(document: bytes) -> bytes:
    """The first page of a PDF as PNG, 1600 pixels at the longer side. Raises ``Closed``; a PDF made to do harm may not let it end."""
    import typst  # noqa: PLC0415 - see ``_compiler``

    with TemporaryDirectory() as folder:
        Path(folder, "document.pdf").write_bytes(document)
        compiler = typst.Compiler(root=folder, font_paths=typst.Fonts(include_system_fonts=False))
        try:
            made: Any = compiler.compile(_SCAN.encode(), format="png", ppi=72)
        except typst.TypstError as error:
            raise Closed(locked="encrypted" in error.message) from error
    return bytes(made)


def report(sheet: Sheet, prints: Prints, fonts: Fonts) -> dict[str, Any]:
    """What a template says of the sheet that it set, in its element ``<report>``. Raises as ``pdf`` does."""
    import typst  # noqa: PLC0415 - see ``_compiler``

    def ask(compiler: Any, files: dict[str, bytes], values: dict[str, str]) -> str:  # noqa: ANN401 - typst's
        shared = _setting(fonts.folders)
        try:
            return typst.query(files, "<report>", field="value", one=True, sys_inputs=values, **shared)
        except RuntimeError:
            compiler.compile(files, format="pdf", sys_inputs=values)  # a query does not say where the mistake is; this does
            raise

    said: dict[str, Any] = json.loads(_set(sheet, prints, fonts, ask))
    return said


def _set(sheet: Sheet, prints: Prints, fonts: Fonts, deed: Callable[[Any, dict[str, bytes], dict[str, str]], T]) -> T:
    import typst  # noqa: PLC0415 - see ``_compiler``

    files = {MAIN: _CALL.format(template=sheet.template).encode(), **_texts(prints), **sheet.pictures}
    compiler, own = _compiler(fonts.folders)
    values = {"data": sheet.values, "fonts": own}
    try:
        return deed(compiler, files, values)
    except typst.TypstError as error:
        raise _explained(error.message, error.diagnostic, prints) from error


@lru_cache(maxsize=4)
def _texts(prints: Prints) -> dict[str, bytes]:
    """The templates by name. Raises ``ThemeError`` when one asks for a package: a build asks nobody."""
    for _, shown, text in prints.texts:
        if found := _PACKAGE.search(text):
            line = text.count("\n", 0, found.start()) + 1
            message = "this print template asks for a package from elsewhere"
            raise ThemeError(Diagnostic(Span(shown, line), "E520", message, "copy what you need of it into the theme's folder print/"))
    return {name: text.encode() for name, _, text in prints.texts}


@lru_cache(maxsize=2)
def _setting(folders: tuple[str, ...]) -> dict[str, Any]:
    """What every sheet is set with. The root is a folder of ours: all that a template may read is given to it."""
    import typst  # noqa: PLC0415 - see ``_compiler``

    nowhere = str(shipped("themes/default") / _FROM_ELSEWHERE)
    fonts = typst.Fonts(include_system_fonts=False, font_paths=list(folders))
    return {"root": str(shipped("themes/default")), "font_paths": fonts, "package_path": nowhere, "package_cache_path": nowhere}


@lru_cache(maxsize=2)
def _compiler(folders: tuple[str, ...]) -> tuple[Any, str]:
    """One for each process, with the names of the fonts that only this site has, as JSON."""
    import typst  # noqa: PLC0415 - 80 MB that most builds never need

    everywhere = set(_setting(Fonts().folders)["font_paths"].families())
    own = sorted(set(_setting(folders)["font_paths"].families()) - everywhere)
    return typst.Compiler(**_setting(folders)), json.dumps(own)


def _explained(message: str, diagnostic: str, prints: Prints) -> Exception:
    """What typst's error means: a character that no font has, or a mistake in a template, with its place."""
    if missing := _MISSING.findall(diagnostic):
        return Unprintable("".join(sorted({char for text in missing for char in _unescaped(text)})))
    shown = {name: path for name, path, _ in prints.texts}
    place = next((found for found in _PLACE.finditer(diagnostic) if found[1] in shown), None)
    span = Span(shown[place[1]], int(place[2]), int(place[3]) + 1) if place else Span("themes/default/print")
    return ThemeError(Diagnostic(span, "E520", f"this print template cannot be set: {message}", "mend this line of the template"))


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], text)

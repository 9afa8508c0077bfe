"""A theme as a chain of folders: the first that has a file of a name gives it.

A theme is ``themes/NAME/`` with ``theme.toml`` (``extends``), ``templates/``, ``static/``, ``print/`` and ``strings/``. The chain begins with the
site's own folder of that name, goes on with what it extends, and ends with the default theme that comes with the program.
Overriding is placing a file of the same name; the default theme has no privileges.

A ``Template`` is a plain value among an artifact's inputs: it compares by the digest of everything in the theme that its
page depends on (itself, what it extends, includes and imports, the static files that it names, and what its messages are
in the site's language), so that an edit of one template or translation makes exactly the pages again that use it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from mcsite import kept
from mcsite.diagnostics import Diagnostic, Span
from mcsite.render.catalogues import strings_of
from mcsite.render.frame import Frame
from mcsite.render.strings import ENGLISH, Strings
from mcsite.render.templates.use import Used, used_by
from mcsite.render.theme_chain import Folder, chain
from mcsite.render.theme_error import ThemeError
from mcsite.render.theme_sources import NO_PRINTS, Prints, Sources

__all__ = ["Template", "Theme", "ThemeError", "ThemeFile", "fill"]

SETTING = Span("content/site.md")
"""Where a theme is chosen, when nobody says it more exactly."""


@dataclass(frozen=True, slots=True)
class ThemeFile:
    """A file below ``static/``: its name there (``site.css``) and the digest of its bytes; ``source`` is where it lies."""

    name: str
    digest: str
    source: str = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Template:
    """One template of a theme, ready to be filled in. ``digest`` is that of everything in the theme it depends on."""

    name: str
    digest: str
    sources: Sources = field(compare=False, repr=False)

    def render(self, frame: Frame, **context: object) -> bytes:
        """The page as UTF-8. Raises ``ThemeError`` with file and line when the template asks for what is not there."""
        from mcsite.render.templates import pages  # noqa: PLC0415 - jinja2 is imported only where a page is really made

        return pages.render(self.sources, self.name, frame, context)


@dataclass(frozen=True)
class Theme:
    """The files of one theme as they were when it was opened: path to show and text of each template, by name, the static files, and the words."""

    texts: Mapping[str, tuple[str, str]]
    files: tuple[ThemeFile, ...]
    strings: Strings = ENGLISH
    prints: Prints = NO_PRINTS

    @classmethod
    def open(cls, root: Path, name: str, named_at: Span = SETTING, language: str = "en") -> Theme:
        """The theme of a site, in a language. Raises ``ThemeError`` when there is none of that name, or a file of it cannot be read."""
        folders = chain(root, name, named_at)
        opened = cls(_texts(folders[::-1], "templates"), _statics(folders[::-1]), strings_of(folders, language), _prints(folders[::-1]))
        return kept.the_same(opened, *(file.source for file in opened.files))

    def template(self, name: str, *given: str) -> Template:
        """A template, checked with everything that it uses.

        ``given`` are the names it is filled in with, besides ``frame``; when they are said, a template that asks for
        another one is refused here already. Raises ``ThemeError``.
        """
        known = self._checked.get((name, given))
        if known is None:
            known = self._checked[name, given] = self._check(name, given)
        return known

    def inputs(self, name: str, frame: Frame, here: str, **context: object) -> dict[str, object]:
        """The inputs of ``fill`` for the page at the address ``here``: the template and all that it is given. Raises ``ThemeError``."""
        return {"template": self.template(name, "here", *context), "frame": frame, "here": here, **context}

    def statics(self) -> tuple[ThemeFile, ...]:
        """Every file below ``static/`` of the chain, by name; the nearest folder gives it."""
        return self.files

    def _check(self, name: str, given: tuple[str, ...]) -> Template:
        used = used_by(name, self.texts, {file.name for file in self.files}, frozenset(given))
        texts = (part for other in used.templates for part in (other, self.texts[other][1]))
        statics = (part for file in self.files if file.name in used.statics for part in (file.name, file.digest))
        return Template(name, _digest(*texts, *statics, *self._words(used)), self._sources)

    def _words(self, used: Used) -> Iterator[str]:
        """The language, and what it says for the messages of some templates."""
        strings = self.strings
        yield strings.language
        for said in strings.translations if used.says_anything else strings.of(used.messages):
            yield repr(said)

    @cached_property
    def _sources(self) -> Sources:
        templates = tuple((name, *found) for name, found in sorted(self.texts.items()))
        statics = tuple((file.name, f"theme/{file.name}?v={file.digest[:10]}") for file in self.files)
        parts = (part for row in (*templates, *statics, (self.strings.language, self.strings.digest)) for part in row)
        return Sources(_digest(*parts), templates, statics, self.strings)

    @cached_property
    def _checked(self) -> dict[tuple[str, tuple[str, ...]], Template]:
        """Templates that were asked for before: a thousand events share one."""
        return {}


def fill(template: Template, frame: Frame, **context: object) -> bytes:
    """One page as UTF-8: the maker of every page."""
    return template.render(frame, **context)


def _texts(folders: Iterable[Folder], room: str) -> dict[str, tuple[str, str]]:
    """Path to show and text of each template below ``room``, by name; the last folder that has one gives it."""
    return {
        name: (f"{folder.shown}/{room}/{name}", _read(path, f"{folder.shown}/{room}/{name}")) for folder in folders for name, path in _files(folder.path / room)
    }


def _prints(folders: Iterable[Folder]) -> Prints:
    texts = tuple((name, *found) for name, found in sorted(_texts(folders, "print").items()))
    return Prints(_digest(*(part for row in texts for part in row)), texts)


def _statics(folders: Iterable[Folder]) -> tuple[ThemeFile, ...]:
    found = {name: path for folder in folders for name, path in _files(folder.path / "static")}
    return tuple(ThemeFile(name, sha256(path.read_bytes()).hexdigest(), str(path)) for name, path in sorted(found.items()))


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file below a folder with its name there, with ``/``; those that begin with a dot belong to systems and editors."""
    if folder.is_dir():
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and not any(part.startswith(".") for part in name.split("/")):
                yield name, path


def _read(path: Path, shown: str) -> str:
    """The text of a template; line ends are the same whatever system it was saved on."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        message = "this template is not UTF-8 text"
        raise ThemeError(Diagnostic(Span(shown, line), "E504", message, "save it again with the encoding UTF-8")) from error


def _digest(*parts: str) -> str:
    whole = sha256()
    for part in parts:
        data = part.encode()
        whole.update(len(data).to_bytes(8, "big") + data)
    return whole.hexdigest()

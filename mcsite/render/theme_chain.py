"""Which folders a theme consists of: its own, those it extends, and the default theme last."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from mcsite.diagnostics import Diagnostic, Span
from mcsite.memo import SHIPPED
from mcsite.render.theme_error import ThemeError
from mcsite.shipped import shipped

DEFAULT = "default"
KEYS = ("extends", "title")
"""What a ``theme.toml`` may say: the theme it builds upon, and a name for people."""


@dataclass(frozen=True, slots=True)
class Folder:
    """One folder of a chain; ``shown`` is its path for people, relative to the site."""

    path: Path
    shown: str


def chain(root: Path, name: str, named_at: Span) -> tuple[Folder, ...]:
    """The folders of a theme, nearest first. Raises ``ThemeError`` (E500 to E503)."""
    folders: list[Folder] = []
    names: list[str] = []
    following: str | None = name
    while following is not None:
        if following in names:
            raise _circle(names, following, named_at)
        found = _folder(root, following, named_at)
        names.append(following)
        folders += found
        following, named_at = _extends(found)
    if DEFAULT not in names:
        folders += _folder(root, DEFAULT, named_at)
    return tuple(folders)


def _folder(root: Path, name: str, named_at: Span) -> list[Folder]:
    """The folders of one name: the site's, and for the default theme the one that comes with the program."""
    own = root / "themes" / name
    found = [own] if re.fullmatch(r"[\w-]+", name) and own.is_dir() else []
    if name == DEFAULT and not (found and own.samefile(shipped("themes/default"))):
        found.append(shipped("themes/default"))
    if not found:
        raise _unknown(root, name, named_at)
    return [Folder(path, f"themes/{name}") for path in found]


def _extends(folders: list[Folder]) -> tuple[str | None, Span]:
    """What a theme extends, and where it says so; nothing when it does not."""
    folder = folders[0]
    file = folder.path / "theme.toml"
    shown = f"{folder.shown}/theme.toml"
    if not file.is_file():
        return None, Span(shown)
    text = file.read_bytes()
    said = _table(text, shown)
    for key, value in said.items():
        if key not in KEYS or not isinstance(value, str):
            raise _wrong_key(key, _line(text, key, shown))
    return said.get("extends"), _line(text, "extends", shown)


def _table(text: bytes, shown: str) -> dict[str, str]:
    try:
        return tomllib.loads(text.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        span = Span(shown, int(place[1]), int(place[2])) if place else Span(shown)
        message = "this file is not TOML, so I cannot tell what the theme builds upon"
        raise ThemeError(Diagnostic(span, "E501", message, 'write lines like: extends = "default"')) from error


def _line(text: bytes, key: str, shown: str) -> Span:
    for number, line in enumerate(text.decode("utf-8-sig").splitlines(), 1):
        if re.match(rf"""\s*["']?{re.escape(key)}["']?\s*=|\s*\[\[?{re.escape(key)}""", line):
            return Span(shown, number, line.index(key) + 1, len(key))
    return Span(shown)


def _themes(root: Path) -> Iterator[str]:
    yield DEFAULT
    folder = root / "themes"
    if folder.is_dir():
        yield from (path.name for path in sorted(folder.iterdir()) if path.is_dir() and path.name != DEFAULT)


def _unknown(root: Path, name: str, named_at: Span) -> ThemeError:
    known = list(_themes(root))
    near = get_close_matches(name, known, 1)
    help_ = f"did you mean '{near[0]}'?" if near else f"there is: {', '.join(known)}; a theme of your own is a folder themes/{name}/"
    return ThemeError(Diagnostic(named_at, "E500", f"there is no theme '{name}'", help_))


def _wrong_key(key: str, span: Span) -> ThemeError:
    if key in KEYS:
        return ThemeError(Diagnostic(span, "E502", f"'{key}' is not a text", f'put it in quotes: {key} = "default"'))
    near = get_close_matches(key, KEYS, 1)
    help_ = f"did you mean '{near[0]}'?" if near else f"a theme.toml may say: {', '.join(KEYS)}"
    return ThemeError(Diagnostic(span, "E502", f"a theme.toml has no '{key}'", help_))


def _circle(names: list[str], again: str, span: Span) -> ThemeError:
    way = " → ".join([*names[names.index(again) :], again])
    message = f"these themes build upon each other in a circle: {way}"
    return ThemeError(Diagnostic(span, "E503", message, "take one of the lines 'extends' out"))


def remembered_as(kind: str, shown: str) -> str:
    """The kind under which something of a template is remembered: of one that comes with the program, for all sites (``memo.SHIPPED``)."""
    return SHIPPED + kind if shown.startswith(f"themes/{DEFAULT}/") else kind

"""How the outputs of a room are found: by being there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import iter_modules

from mcsite.build.artifact import Artifact
from mcsite.build.bundle import Bundle
from mcsite.model.site import Edition
from mcsite.render.theme import Theme
from mcsite.stopwatch import stage


def planned(room: str, folders: Iterable[str], edition: Edition, theme: Theme) -> Iterator[Artifact | Bundle]:
    """The artifacts and bundles of every module of a package, in order of the modules' names. Raises ``ThemeError``."""
    for name in sorted(module.name for module in iter_modules(folders)):
        with stage(name) as planning:
            found = tuple(import_module(f"{room}.{name}").plan(edition, theme))
            planning.counted(len(found), "file")
        yield from found

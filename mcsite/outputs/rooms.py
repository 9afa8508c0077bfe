"""How the outputs of a room are found: by being there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from mcsite.build.artifact import Artifact
from mcsite.build.gathering import Later
from mcsite.diagnostics import Diagnostic
from mcsite.model.site import Edition
from mcsite.render.theme import Theme
from mcsite.stopwatch import stage


def modules(room: str, folders: Iterable[str]) -> Iterator[ModuleType]:
    """Every module of a package, in order of their names."""
    return (import_module(f"{room}.{name}") for name in sorted(module.name for module in iter_modules(folders)))


def planned(room: str, folders: Iterable[str], edition: Edition, theme: Theme) -> Iterator[Artifact | Later]:
    """The artifacts, bundles and gatherings of every module of a package. Raises ``ThemeError``."""
    for module in modules(room, folders):
        yield from planned_by(module, edition, theme)


def planned_by(module: ModuleType, edition: Edition, theme: Theme) -> tuple[Artifact | Later, ...]:
    """Those of one module. Raises ``ThemeError``."""
    with stage(module.__name__.rpartition(".")[2]) as planning:
        found = tuple(module.plan(edition, theme))
        planning.counted(len(found), "file")
        return found


def reviewed(room: str, folders: Iterable[str], edition: Edition, theme: Theme) -> Iterator[Diagnostic]:
    """What the modules of a package that have a ``review`` say of how their files come out. Raises ``ThemeError``."""
    for module in modules(room, folders):
        if hasattr(module, "review"):
            yield from module.review(edition, theme)

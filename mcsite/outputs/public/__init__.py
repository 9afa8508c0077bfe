"""What is deployed. Each module has ``plan(edition, theme)``, which yields artifacts; it is found by being here."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from mcsite.build.artifact import Artifact
from mcsite.build.bundle import Bundle
from mcsite.model.site import Edition
from mcsite.render.theme import Theme


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact | Bundle]:
    """Every public artifact and bundle, in order of the modules' names."""
    for name in sorted(module.name for module in iter_modules(__path__)):
        yield from import_module(f"{__name__}.{name}").plan(edition, theme)

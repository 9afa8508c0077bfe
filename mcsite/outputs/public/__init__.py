"""What is deployed. Each module has ``plan(edition, theme)``, which yields artifacts; it is found by being here.

One whose files can turn out wrong though nothing is wrong with the content has ``review(edition, theme)`` too, which yields diagnostics.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from mcsite.build.artifact import Artifact
from mcsite.diagnostics import Diagnostic
from mcsite.model.site import Edition
from mcsite.render.theme import Theme


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """Every public artifact, in order of the modules' names."""
    for module in _modules():
        yield from module.plan(edition, theme)


def review(edition: Edition, theme: Theme) -> Iterator[Diagnostic]:
    """What those who wrote the content should know of how it comes out."""
    for module in _modules():
        if hasattr(module, "review"):
            yield from module.review(edition, theme)


def _modules() -> list[ModuleType]:
    return [import_module(f"{__name__}.{name}") for name in sorted(module.name for module in iter_modules(__path__))]

"""Questions put to a complete site: one family a file, each with ``ask(edition)``. Found by being here."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from mcsite.diagnostics import Diagnostic
from mcsite.model.site import Edition


def ask(edition: Edition) -> tuple[Diagnostic, ...]:
    """The answers of every family, sorted by place."""
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(sorted(note for name in names for note in import_module(f"{__name__}.{name}").ask(edition)))

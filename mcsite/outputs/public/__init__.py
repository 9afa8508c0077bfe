"""What is deployed. Each module has ``plan(edition, theme)``, which yields artifacts; it is found by being here.

One whose files can turn out wrong though nothing is wrong with the content has ``review(edition, theme)`` too, which yields diagnostics.
"""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.build.artifact import Artifact
from mcsite.build.bundle import Bundle
from mcsite.diagnostics import Diagnostic
from mcsite.model.site import Edition
from mcsite.outputs.rooms import planned, reviewed
from mcsite.render.theme import Theme


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact | Bundle]:
    """Every public artifact and bundle, in order of the modules' names."""
    yield from planned(__name__, __path__, edition, theme)


def review(edition: Edition, theme: Theme) -> Iterator[Diagnostic]:
    """What those who wrote the content should know of how it comes out. Raises ``ThemeError``."""
    yield from reviewed(__name__, __path__, edition, theme)

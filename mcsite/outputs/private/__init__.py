"""What is never deployed: drafts to send, sheets to lay out and to hand over.

Each module has ``plan(edition, theme)``, which yields artifacts of ``Area.PRIVATE``, and ``review`` where those of ``public`` have one.
"""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.build.artifact import Artifact
from mcsite.build.gathering import Later
from mcsite.diagnostics import Diagnostic
from mcsite.model.site import Edition
from mcsite.outputs.rooms import planned, reviewed
from mcsite.render.theme import Theme


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact | Later]:
    """Every private artifact."""
    yield from planned(__name__, __path__, edition, theme)


def review(edition: Edition, theme: Theme) -> Iterator[Diagnostic]:
    """What those who wrote the content should know of how it comes out. Raises ``ThemeError``."""
    yield from reviewed(__name__, __path__, edition, theme)

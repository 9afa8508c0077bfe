"""What is never deployed: drafts to send and to hang up. Each module has ``plan(edition, theme)``, which yields artifacts of ``Area.PRIVATE``."""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.build.artifact import Artifact
from mcsite.build.gathering import Later
from mcsite.model.site import Edition
from mcsite.outputs.rooms import planned
from mcsite.render.theme import Theme


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact | Later]:
    """Every private artifact."""
    yield from planned(__name__, __path__, edition, theme)

"""What is deployed. Each module has ``plan(edition, theme)``, which yields artifacts; it is found by being here."""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.build.artifact import Artifact
from mcsite.build.bundle import Bundle
from mcsite.model.site import Edition
from mcsite.outputs.rooms import planned
from mcsite.render.theme import Theme


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact | Bundle]:
    """Every public artifact and bundle, in order of the modules' names."""
    yield from planned(__name__, __path__, edition, theme)

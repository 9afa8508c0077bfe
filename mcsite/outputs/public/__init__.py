"""What is deployed. Each module has ``plan(edition, theme)``, which yields artifacts; it is found by being here.

One whose files can turn out wrong though nothing is wrong with the content has ``review(edition, theme)`` too, which yields diagnostics.

Of a site in several languages each output is made for every one of them, with the edition and the theme of that language, below its
folder. One that is ``SHARED`` is made once, with the main edition.
"""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.build.artifact import Artifact
from mcsite.build.gathering import Later
from mcsite.diagnostics import Diagnostic
from mcsite.model.site import Edition
from mcsite.outputs.rooms import modules, planned, planned_by, reviewed
from mcsite.render.theme import Theme


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact | Later]:
    """Every public artifact, bundle and gathering of the main edition."""
    yield from planned(__name__, __path__, edition, theme)


def plan_translation(edition: Edition, theme: Theme) -> Iterator[Artifact | Later]:
    """Those of another language that it does not share, as they are below its folder."""
    for module in modules(__name__, __path__):
        if not getattr(module, "SHARED", False):
            yield from planned_by(module, edition, theme)


def review(edition: Edition, theme: Theme) -> Iterator[Diagnostic]:
    """What those who wrote the content should know of how it comes out. Raises ``ThemeError``."""
    yield from reviewed(__name__, __path__, edition, theme)

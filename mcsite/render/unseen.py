"""What no template sees, whatever a theme writes: what is not published, and of a person who is not public everything."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from mcsite.model.people import Person
from mcsite.model.unpublished import unpublished


def is_unseen(thing: Any, name: str) -> bool:  # noqa: ANN401 - whatever a template is given
    """Whether pages may not say it: a field that is marked so; of a person who is not public, everything but that."""
    if not _hides(thing.__class__):
        return False
    if isinstance(thing, Person):
        return not thing.public and name != "public"
    return name in unpublished(thing.__class__)


@lru_cache(maxsize=256)
def _hides(kind: Any) -> bool:  # noqa: ANN401 - a type
    """Whether there are things of a kind of which something is unseen. It is asked three hundred times for a page, and nearly always there are none."""
    return issubclass(kind, Person) or bool(unpublished(kind))

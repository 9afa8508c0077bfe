"""What no template sees, whatever a theme writes: what is not published, and of a person who is not public everything."""

from __future__ import annotations

from typing import Any

from mcsite.model.people import Person
from mcsite.model.unpublished import unpublished

OPEN: set[type] = set()
"""The kinds of things that hide nothing, as far as any were seen. A page asks three hundred times, and nearly always about one of these."""


def is_unseen(thing: Any, name: str) -> bool:  # noqa: ANN401 - whatever a template is given
    """Whether pages may not say it: a field that is marked so; of a person who is not public, everything but that."""
    if isinstance(thing, Person):
        return not thing.public and name != "public"
    hidden = unpublished(thing.__class__)
    if not hidden:
        OPEN.add(thing.__class__)
    return name in hidden

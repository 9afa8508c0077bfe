"""What the model knows for those who hold the sessions, and no page may say.

The field of such a thing is marked, and a template cannot see it: for a page it is not there. So a theme of somebody else's cannot publish it either.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any

UNPUBLISHED: dict[str, Any] = {"unpublished": True}
"""The mark, as metadata of a field."""


@lru_cache(maxsize=256)
def unpublished(kind: type) -> frozenset[str]:
    """The names of the marked fields of a kind of thing."""
    return frozenset(each.name for each in fields(kind) if each.metadata.get("unpublished")) if is_dataclass(kind) else frozenset()

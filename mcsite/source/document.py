"""A content file that was read: its fields as they were typed, where each stands, and the Markdown below them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mcsite.model.origin import Origin
from mcsite.source.raw import Raw


@dataclass(frozen=True, slots=True)
class Document:
    """One file of ``content/``: ``kind`` is that of its folder (``event``), ``slug`` comes from its name."""

    path: str
    kind: str
    slug: str
    fields: Mapping[str, Raw] = field(default_factory=dict)
    origin: Origin = field(default_factory=lambda: Origin(""))
    body: str = ""

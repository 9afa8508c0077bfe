"""Where a thing was written: rides along with every object for diagnostics, never part of its identity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mcsite.diagnostics import Span

Key = tuple[str | int, ...]
"""The way to a field: ``("prices", 0, "amount")``; a leading ``"@key"`` means the key itself, not its value."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A file and the place of each of its fields.

    ``places`` maps a field's way to ``(line, column, length)``, lines and columns from 1.
    ``body_line`` is the line of the file on which the Markdown body begins.
    """

    path: str
    places: Mapping[Key, tuple[int, int, int]] = field(default_factory=dict)
    body_line: int = 1

    def span(self, *way: str | int) -> Span:
        """The place of a field, or of the nearest enclosing one that has a place, or of the file."""
        for length in range(len(way), 0, -1):
            if way[:length] in self.places:
                return Span(self.path, *self.places[way[:length]])
        return Span(self.path, 1 if self.places else 0)

    def key(self, *way: str | int) -> Span:
        """The place of a field's key, or else of its value."""
        marked = ("@key", *way)
        return Span(self.path, *self.places[marked]) if marked in self.places else self.span(*way)

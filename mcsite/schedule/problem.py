"""What can be wrong with an event's dates, as a value that whoever knows the file can place."""

from __future__ import annotations

from dataclasses import dataclass

from mcsite.diagnostics import Misread

Way = tuple[str | int, ...]
"""The way to the field, as in ``Origin``: ``("start",)``, ``("moved", "2026-02-17")``, ``("extra", 0)``.

``("@key", "moved", "2026-02-17")`` is the date that names the session, as against what is said of it.
"""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a schedule: the field, the code of the diagnostic, what is wrong, and what to write instead."""

    way: Way
    code: str
    message: str
    help: str = ""

    @classmethod
    def of(cls, way: Way, misread: Misread) -> Problem:
        """What a reader of one value could not understand, at the field it stands in."""
        return cls(way, misread.code, misread.message, misread.help)

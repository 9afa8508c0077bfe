"""Lines as components: a calendar with its events and time zones. Parts that are not closed, or closed twice, are no obstacle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from mcsite.importing.lines import Line

_OF_CALENDARS = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE", "VAVAILABILITY"})
"""What stands in a calendar directly, so that its beginning ends what was not closed before it."""


@dataclass(slots=True)
class Component:
    """``BEGIN:NAME`` to ``END:NAME``. ``closed`` is false where the file ends in the middle of it."""

    name: str
    lines: list[Line] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)
    closed: bool = False

    def all(self, name: str) -> list[Line]:
        """The lines of that name."""
        return [line for line in self.lines if line.name == name]

    def first(self, *names: str) -> Line | None:
        """The first line of the first of the names that is there with a value."""
        return next((line for name in names for line in self.lines if line.name == name and line.value.strip()), None)

    def text(self, *names: str) -> str:
        """Its text, or nothing."""
        line = self.first(*names)
        return line.text.strip() if line else ""

    def walk(self, name: str) -> Iterator[Component]:
        """All components of that name in it, however deep."""
        for part in self.parts:
            if part.name == name:
                yield part
            yield from part.walk(name)


def calendars(lines: Iterable[Line]) -> tuple[Component, ...]:
    """The calendars of a file; events that stand in none are in a nameless one."""
    top = Component("")
    stack = [top]
    for line in lines:
        if line.name == "BEGIN":
            _open(stack, line.value.strip().upper())
        elif line.name == "END":
            _close(stack, line.value.strip().upper())
        else:
            stack[-1].lines.append(line)
    loose = [part for part in top.parts if part.name != "VCALENDAR"]
    found = tuple(part for part in top.parts if part.name == "VCALENDAR")
    return (*found, Component("VCALENDAR", top.lines, loose, closed=True)) if any(part.name == "VEVENT" for part in loose) else found


def _open(stack: list[Component], name: str) -> None:
    if name in _OF_CALENDARS:
        while stack[-1].name not in ("", "VCALENDAR"):
            stack.pop()
    elif name == "VCALENDAR":
        del stack[1:]
    part = Component(name)
    stack[-1].parts.append(part)
    stack.append(part)


def _close(stack: list[Component], name: str) -> None:
    """The innermost open component of that name, with all that was opened in it."""
    place = next((place for place in range(len(stack) - 1, 0, -1) if stack[place].name == name), None)
    if place is not None:
        stack[place].closed = True
        del stack[place:]

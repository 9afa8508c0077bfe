"""Templates of the asset library: texts and drawings with placeholders, which are filled in for sessions or events.

A placeholder is a name from ``vocabulary``, ``{{ session.when }}``, perhaps with what to say where there is none:
``{{ venue.name or "online" }}``. It is never code.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from mcsite.diagnostics import Span
from mcsite.model.prose import Picture

SESSION, EVENT = "session", "event"
"""For what a template is filled in."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One placeholder: its name, and the words that stand there where it has no value; ``None`` where nobody said any."""

    name: str
    instead: str | None = None
    span: Span = field(default_factory=lambda: Span(""), compare=False, repr=False)

    @property
    def written(self) -> str:
        """As it stands in a template."""
        return f"{{{{ {self.name} }}}}" if self.instead is None else f'{{{{ {self.name} or "{self.instead}" }}}}'


Part = str | Slot
"""A template is a row of these: words that stay, and placeholders."""


@dataclass(frozen=True, slots=True)
class TextTemplate:
    """A Markdown text. ``links``, ``pictures`` and ``folder`` are those of ``Prose``.

    ``html``: there are tags of HTML in it, within which no backslash helps.
    """

    parts: tuple[Part, ...]
    links: tuple[tuple[str, str], ...] = ()
    pictures: tuple[tuple[str, Picture], ...] = ()
    html: bool = False
    folder: str = ""

    @property
    def source(self) -> str:
        """The template as people read it."""
        return "".join(part if isinstance(part, str) else part.written for part in self.parts).strip()


@dataclass(frozen=True, slots=True)
class DrawingTemplate:
    """An SVG drawing with placeholders among its words: the name of its file without ending, and its size in pixels, 0 where it says none."""

    name: str
    parts: tuple[Part, ...]
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Filling:
    """That an entry is a template: ``each`` is ``SESSION`` or ``EVENT``.

    ``only`` are the slugs of the kinds and events that it is for; empty for all. A filled text should have at most ``limit`` characters.
    """

    each: str
    only: tuple[str, ...] = ()
    limit: int | None = None
    text: TextTemplate | None = None
    drawings: tuple[DrawingTemplate, ...] = ()

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Every placeholder, in order."""
        templates = (*((self.text,) if self.text else ()), *self.drawings)
        return tuple(part for template in templates for part in template.parts if isinstance(part, Slot))

    def says(self, name: str) -> bool:
        """Whether a placeholder of this name is in it."""
        return any(slot.name == name for slot in self.slots)

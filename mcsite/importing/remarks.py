"""What could not be carried over, or was read in one of several ways: said to the person who imports."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Remarks:
    """Grows while a calendar is imported.

    ``left_out`` counts what is not carried over, by the words for several of it; ``general`` is said once; ``of_event`` is said of
    single events, each with its title.
    """

    left_out: Counter[str] = field(default_factory=Counter)
    general: list[str] = field(default_factory=list)
    of_event: list[tuple[str, str]] = field(default_factory=list)

    def drop(self, what: str, times: int = 1) -> None:
        """Count something that is not carried over."""
        if times:
            self.left_out[what] += times

    def once(self, sentence: str) -> None:
        """Say something of the calendar as a whole."""
        if sentence not in self.general:
            self.general.append(sentence)

    def event(self, title: str, sentence: str) -> None:
        """Say something of one event."""
        if (title, sentence) not in self.of_event:
            self.of_event.append((title, sentence))

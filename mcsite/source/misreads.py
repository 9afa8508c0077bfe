"""Everything that is wrong inside one value: a list, a mapping, a form."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mcsite.diagnostics import Diagnostic, Misread
from mcsite.model.origin import Key, Origin


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at one place of a form: the way to it as the author wrote it, and whether the key itself is meant.

    ``before`` is the way to a key that this one says again; the line on which that stands belongs into the message.
    """

    way: Key
    misread: Misread
    on_key: bool = False
    before: Key = ()

    def below(self, *way: str | int) -> Problem:
        """The same, seen from outside."""
        return replace(self, way=(*way, *self.way), before=(*way, *self.before) if self.before else ())

    def at(self, origin: Origin) -> Diagnostic:
        """The same, placed in its file."""
        found = self.misread.at(origin.key(*self.way) if self.on_key else origin.span(*self.way))
        return replace(found, message=f"{found.message} as on line {origin.key(*self.before).line}") if self.before else found


class Misreads(ValueError):  # noqa: N818 - like Misread: nothing failed, a person must write something differently
    """Several misreadings inside one value: a list, a mapping, a form."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(problem.misread.message for problem in problems))
        self.problems = problems

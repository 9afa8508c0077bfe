"""Reading shared out among processes, where there is much to read.

One part is read here; children that are forked meanwhile read the others, for what they remember of it. When it is these parts' turn, what
was worked out for them is known: reading them here, too, is quick, and everything comes about in the order of the files, as if one process
had done it all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from mcsite.forked import CAN_FORK, Report, dismiss, fork, hear

T = TypeVar("T")

SHARE = 150
"""A further process pays for itself from about so many files that have to be read anew."""


def in_turn(things: Sequence[T], anew: int, read: Callable[[T], object], jobs: int) -> Iterator[T]:
    """The same things in order, each when it is worth reading it here. ``anew``: how many of them nobody remembers; ``read`` remembers."""
    count = min(jobs, anew // SHARE) if CAN_FORK else 1
    if count < 2:
        yield from things
        return
    here, *elsewhere = (things[len(things) * part // count : len(things) * (part + 1) // count] for part in range(count))
    children = [fork(partial(_ahead, share, read)) for share in elsewhere]
    try:
        yield from here
        for child, share in zip(children, elsewhere, strict=True):
            hear(child.reports)
            yield from share
    finally:
        dismiss(children)


def _ahead(share: Sequence[T], read: Callable[[T], object], report: Report) -> None:
    """What comes of it is given up: what counts is what is remembered then, which goes with the report."""
    for thing in share:
        read(thing)
    report(None)

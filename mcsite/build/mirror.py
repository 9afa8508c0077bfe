"""The material of the next generation, put together while this build is still comparing and making.

A first build leaves nothing beside what it published, so the one after it has to link every file: for a large site that takes longer than
to make one page anew. Another process does it meanwhile. Whatever comes of that, publishing looks at what lies there and does the rest.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial

from mcsite.build.publish import Place, link
from mcsite.forked import CAN_FORK, Report, dismiss, fork, hear

WORTH = 500
"""Files from which on another process pays for itself."""


@contextmanager
def mirroring(places: Iterable[Place], files: int, jobs: int) -> Iterator[Callable[[], object]]:
    """In the block, link the files of each present generation beside it, where nothing lies yet. The function waits until that is done.

    The child keeps the lock of the output folder: should its parent be killed, the next build waits for it.
    """
    waiting = [place for place in places if place.present.is_dir() and not place.beside.exists()]
    if not (waiting and CAN_FORK) or jobs < 2 or files < WORTH:
        yield lambda: None
        return
    child = fork(partial(_mirror, waiting))
    try:
        yield partial(hear, child.reports)
    finally:
        dismiss([child])


def _mirror(places: Iterable[Place], report: Report) -> None:
    for place in places:
        place.beside.parent.mkdir(parents=True, exist_ok=True)
        _linked(str(place.present), str(place.beside))
    report(None)


def _linked(source: str, target: str) -> None:
    os.mkdir(target)  # noqa: PTH102 - by the thousand, plain calls are a third of the price
    with os.scandir(source) as entries:
        for entry in entries:
            there = f"{target}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                _linked(entry.path, there)
            else:
                link(entry.path, there)

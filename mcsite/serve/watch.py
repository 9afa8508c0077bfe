"""Notices that files of a site were changed. The only door to watchdog.

Editors save in many ways: in place, by renaming a new file over the old one, by way of a hidden copy. What happened does not matter
here, only that something did; what is different is found out by the build. Reading is no change.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable
from pathlib import Path
from threading import Event
from types import TracebackType
from typing import Self

from watchdog import events
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

_CHANGES: list[type[FileSystemEvent]] = [
    *(events.FileCreatedEvent, events.FileModifiedEvent, events.FileMovedEvent, events.FileDeletedEvent, events.FileClosedEvent),
    *(events.DirCreatedEvent, events.DirModifiedEvent, events.DirMovedEvent, events.DirDeletedEvent),
]
"""What the system is asked to tell. Of files that are only read it would tell three times each: a build would be slowed by its own reading."""
_TOO_MANY = frozenset({errno.ENOSPC, errno.EMFILE, errno.ENOSYS, errno.ENOTSUP})
"""The system cannot tell of so many folders, or of folders of this kind."""
_EVERY = 1.0
"""Seconds between two looks where the system tells nothing."""


class Watch:
    """Watches some folders of a site, whether they are there yet or not. ``polls`` says that they are looked at again and again."""

    def __init__(self, root: Path, folders: Iterable[str], *, poll: bool = False) -> None:
        """``folders`` are names below ``root``. Raises ``OSError`` when ``root`` cannot be watched at all."""
        self.root, self.folders, self.polls = root.resolve(), tuple(folders), poll
        self.changed = Event()
        self._watched: dict[str, ObservedWatch] = {}
        self._observer = self._started()

    def __enter__(self) -> Self:
        """For ``with``."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Stop watching."""
        self._observer.stop()
        self._observer.join()

    def wait(self, quiet: float) -> None:
        """Return when something was changed and nothing more has been for ``quiet`` seconds: a checkout of many files is one change."""
        self.changed.wait()
        while self.changed.is_set():
            self.changed.clear()
            self._look_for_folders()
            self.changed.wait(quiet)

    def _started(self) -> BaseObserver:
        try:
            return self._observing(PollingObserver(timeout=_EVERY) if self.polls else Observer())
        except OSError as error:
            if self.polls or error.errno not in _TOO_MANY:
                raise
            self.polls = True
            return self._observing(PollingObserver(timeout=_EVERY))

    def _observing(self, observer: BaseObserver) -> BaseObserver:
        self._observer, self._watched = observer, {}
        observer.schedule(_Handler(self.root, frozenset(self.folders), self.changed), str(self.root), recursive=False, event_filter=_CHANGES)
        self._look_for_folders()
        self.changed.clear()  # that they are there is no change yet
        observer.start()
        return observer

    def _look_for_folders(self) -> None:
        """Watch folders that have come, and no more those that have gone: one that comes again is another."""
        for name in self.folders:
            there = (self.root / name).is_dir()
            if there and name not in self._watched:
                handler = _Handler(None, frozenset(), self.changed)
                self._watched[name] = self._observer.schedule(handler, str(self.root / name), recursive=True, event_filter=_CHANGES)
                self.changed.set()  # what came with it may have come before it was watched
            elif not there and name in self._watched:
                self._observer.unschedule(self._watched.pop(name))


class _Handler(FileSystemEventHandler):
    """Sets an event at each change; of those directly in ``root``, when they are about the folders of that name."""

    def __init__(self, root: Path | None, names: frozenset[str], changed: Event) -> None:
        super().__init__()
        self.root, self.names, self.changed = root, names, changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        if self.root is None or self._is_ours(event.src_path) or self._is_ours(event.dest_path):
            self.changed.set()

    def _is_ours(self, path: bytes | str) -> bool:
        return Path(path.decode() if isinstance(path, bytes) else path).name in self.names

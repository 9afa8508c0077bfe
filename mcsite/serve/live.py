"""What is known of the last build, by those who serve it and those who look at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Condition


@dataclass(frozen=True, slots=True)
class Edition:
    """One state of the site in the making.

    ``number`` counts them. ``root`` is the public folder, ``base_path`` the path below which it is served. ``styles`` says that nothing
    but styles changed. ``problems`` are the reports of mistakes, each as text; with ``broken`` the pages are those of the last good build.
    ``sources`` name the content file of an address.
    """

    number: int = 0
    root: Path = Path()
    base_path: str = "/"
    styles: bool = False
    problems: tuple[str, ...] = ()
    broken: bool = False
    sources: Mapping[str, str] = field(default_factory=dict)


class Live:
    """The present state. Any thread may ask; the builder alone tells."""

    def __init__(self, first: Edition) -> None:
        """Before the first build there is nothing to see."""
        self._now = first
        self._changed = Condition()
        self._over = False

    @property
    def now(self) -> Edition:
        """The present state."""
        return self._now

    @property
    def over(self) -> bool:
        """Whether the server stops."""
        return self._over

    def tell(self, edition: Edition) -> None:
        """Put another state in the place of the present one, and wake whoever waits."""
        with self._changed:
            self._now = edition
            self._changed.notify_all()

    def stop(self) -> None:
        """Let everybody go who waits."""
        with self._changed:
            self._over = True
            self._changed.notify_all()

    def wait(self, seen: int, seconds: float) -> Edition | None:
        """The present state as soon as it is another than the one that was seen; none when there is none in time."""
        with self._changed:
            self._changed.wait_for(lambda: self._over or self._now.number != seen, seconds)
            return self._now if self._now.number != seen and not self._over else None

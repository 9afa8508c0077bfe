"""A site that is served as a person serves it, in a process of its own, for tests that save files and look."""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from queue import Empty, Queue
from threading import Thread
from urllib.error import HTTPError
from urllib.request import urlopen

from story import NOW, Story, surroundings

PATIENCE = 60.0
"""Seconds after which something that does not come is taken never to come."""


@dataclass(frozen=True)
class Served:
    """A site at an address, and what the command says."""

    address: str
    process: subprocess.Popen[str]
    said: Queue[str]

    def hear(self, pattern: str) -> str:
        """Wait for a line that the command says."""
        heard = []
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                heard.append(self.said.get(timeout=1))
            except Empty:
                continue
            if re.search(pattern, heard[-1]):
                return heard[-1]
        raise AssertionError(f"never said {pattern!r}, but:\n" + "".join(heard))

    def page(self, path: str = "") -> str:
        """A page as a browser gets it."""
        with urlopen(self.address + path, timeout=PATIENCE) as answer:
            return answer.read().decode()

    def shows(self, path: str, words: str) -> bool:
        """Whether there is a page now that says so."""
        try:
            return words in self.page(path)
        except HTTPError:
            return False

    def until(self, seen: Callable[[], bool]) -> None:
        """Look again and again until something is seen."""
        until = time.monotonic() + PATIENCE
        while not seen():
            assert time.monotonic() < until, "it never came"
            time.sleep(0.02)

    def stop(self) -> int:
        """End it politely; gives the exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)


@contextmanager
def served(site: Story, *arguments: str) -> Iterator[Served]:
    """Serve a site until the end of the block."""
    command = [sys.executable, "-m", "mcsite", "serve", "--site", str(site.root), "--now", NOW, *arguments]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, encoding="utf-8", env=surroundings()) as process:
        said: Queue[str] = Queue()
        listener = Thread(target=lambda: [said.put(line) for line in process.stderr or ()], daemon=True)
        listener.start()
        serving = Served("", process, said)
        try:
            address = serving.hear(r"Your site is at").rpartition(" ")[2].strip()
            yield Served(address, process, said)
        finally:
            process.kill()
            listener.join()  # it reads to the end: closing the pipe under it would fail there

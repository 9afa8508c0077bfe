"""``mcsite serve``: builds a preview, shows it in the browser of this machine, and builds it anew after each save."""

from __future__ import annotations

import gc
import signal
import time
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import click

from mcsite import kept, report
from mcsite.build.artifact import Area
from mcsite.build.folder import Refused
from mcsite.build.gathering import Gathering
from mcsite.build.run import run
from mcsite.commands.memory import remembering
from mcsite.commands.options import Setting, Wishes, clock, everywhere, for_building
from mcsite.commands.previous import previous
from mcsite.commands.quick import Look, Tree
from mcsite.commands.saying import Refusal, aside, contents, count, problems, reader, screen_columns, verdict
from mcsite.diagnostics import Diagnostic
from mcsite.model.ledger import Ledger
from mcsite.pipeline import Prepared, base_url, prepare
from mcsite.serve.live import Edition, Live
from mcsite.serve.server import HOST, Server
from mcsite.serve.watch import Watch

FIRST_PORT = 8000
_PORTS = 100
_QUIET = 0.05
"""Seconds without a further change after which a save is taken to be complete."""
_READ = ("content", "assets", "themes")
_PREVIEW = "preview"


@click.command("serve")
@click.option("--port", type=click.IntRange(1, 65535), metavar="N", help=f"Where to serve.  [default: the first free one from {FIRST_PORT}]")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in the browser.")
@click.option("--poll", is_flag=True, help="Look at the files again and again: for folders on a network, where nothing tells of changes.")
@for_building
@everywhere
@click.pass_context
def command(context: click.Context, /, port: int | None, *, open_browser: bool, poll: bool, **typed: Any) -> int:  # noqa: ANN401 - see ``for_building``
    """Build a preview, show it, and build it anew after each save. Drafts are shown. What is published is left as it is.

    The preview is made in .mcsite/preview, and compared with what was published last: saving a slip of the pen announces nothing.
    """
    setting, wishes = Setting.of(context), Wishes(**{**typed, "drafts": True})
    preview = _Preview(setting, wishes, Live(Edition()), _published(setting.site, wishes))
    with remembering(wishes.cache_of(setting.site)), kept.keeping(), _listening(port, preview.live) as server:
        preview.build(wishes.jobs)
        with Watch(setting.site, _READ, poll=poll) as watch, _stopped_by_a_signal():
            Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
            _greet(f"http://{HOST}:{server.server_port}{preview.live.now.base_path}", watch, open_browser=open_browser)
            try:
                _follow(watch, preview)
            except KeyboardInterrupt:
                aside("\nStopped. What is published is as it was.")
            finally:
                preview.live.stop()
                server.shutdown()
    return 0


def _greet(address: str, watch: Watch, *, open_browser: bool) -> None:
    aside(f"\nYour site is at {address}\nSave a file, and the page follows. Ctrl-C ends it.")
    if watch.polls:
        aside("The files are looked at once a second, because the system does not tell of changes here.")
    if open_browser:
        webbrowser.open(address)


def _published(site: Path, wishes: Wishes) -> Ledger:
    """What people have in their calendars. It is asked for once: what the preview shows has not been announced to anybody."""
    options = wishes.options(clock()[0])
    found = previous(wishes.previous, site, site / "output", lambda: base_url(site, options))
    if found.problem:
        raise Refusal(problems([found.problem], "text", site).strip())
    if found.notice:
        aside(found.notice)
    return found.ledger


def _follow(watch: Watch, preview: _Preview) -> None:
    """Build after each change, and once at the beginning: something may have been saved before anybody watched.

    In one process only: others cannot be forked safely from one that answers a browser at the same time.
    """
    while True:
        preview.build(jobs=1)
        watch.wait(_QUIET)


@contextmanager
def _listening(port: int | None, live: Live) -> Iterator[Server]:
    """A server on the port that is wished for, or on the first that is free."""
    for candidate in [port] if port else range(FIRST_PORT, FIRST_PORT + _PORTS):
        try:
            server = Server(candidate, live)
        except OSError:
            continue
        with server:
            yield server
        return
    message = f"port {port} is taken: choose another one, or leave --port out." if port else "there is no free port; --port says which to try."
    raise Refusal(message)


@contextmanager
def _stopped_by_a_signal() -> Iterator[None]:
    """A polite request to end (SIGTERM) is Ctrl-C."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@dataclass
class _Preview:
    """Builds the preview. Whatever goes wrong is shown, and the last good one stays."""

    setting: Setting
    wishes: Wishes
    live: Live
    published: Ledger
    look: Look | None = None
    summary: str = ""
    shown: tuple[datetime, datetime] | None = None
    """As of when it is shown, and until when that is the same as the present."""

    def build(self, jobs: int) -> None:
        """One build; nothing when no file differs from what was last seen."""
        before, self.look = self.look, Look([str(folder) for folder in self._folders], [])
        if before and before.settled and before.trees == self.look.trees:
            return
        started = time.perf_counter()
        try:
            self._build(jobs, styles=before is not None and _only_styles(before.trees, self.look.trees))
        except (OSError, Refused) as failure:
            self.look = None  # a file that went away while it was read is no state to rest in
            self._tell_failure(f"the system failed: {failure.strerror or failure}" if isinstance(failure, OSError) else str(failure))
        except Exception as failure:  # noqa: BLE001 - a bug must not end what an editor is at work with
            self._tell_failure(f"this is a bug in mcsite, not a mistake of yours: {type(failure).__name__}: {failure}")
        else:
            self._say(f"({time.perf_counter() - started:.2f} s)")

    @property
    def output(self) -> Path:
        """The folder of the preview."""
        return self.wishes.output or self.setting.site / ".mcsite" / _PREVIEW

    @property
    def _folders(self) -> tuple[Path, ...]:
        return tuple(self.setting.site / name for name in _READ)

    def _build(self, jobs: int, *, styles: bool) -> None:
        prepared = prepare(self.setting.site, replace(self.wishes.options(self._moment()), previous=self.published, jobs=jobs))
        found = prepared.diagnostics
        if not (prepared.broken or (self.wishes.strict and found)):
            zips = [each for each in prepared.bundles if isinstance(each, Gathering)]  # a preview has no search index, which takes its time
            made = run(prepared.artifacts, self.output, self.wishes.cache_of(self.setting.site), bundles=zips, jobs=jobs)
            found = tuple(sorted({*found, *made.diagnostics}))
            if not made.diagnostics:
                self._tell(prepared, found, styles=styles)
                self._keep(prepared)
                return
        said = problems(found, "text", self.setting.site, screen_columns())
        aside(f"\n{said}{verdict(found)} The last good page stays.")
        self.live.tell(replace(self._next, problems=self._texts(found), broken=True))

    def _moment(self) -> datetime:
        """The present, or an earlier moment that looks the same: what nobody edits need not be looked at again because a minute has gone by."""
        now, _ = clock()
        return self.shown[0] if self.shown and self.shown[0] <= now < self.shown[1] else now

    def _keep(self, prepared: Prepared) -> None:
        """After a good build, while nobody waits: let go of what it did not need, and let Python look through what is new, not in the next one."""
        if prepared.edition:
            self.shown = prepared.edition.now, prepared.edition.holds_until
        kept.next_build()
        gc.collect()
        gc.freeze()

    def _tell(self, prepared: Prepared, found: tuple[Diagnostic, ...], styles: bool) -> None:
        """A good build."""
        edition = prepared.edition
        if found:
            aside(f"\n{problems(found, 'text', self.setting.site, screen_columns())}{verdict(found)}")
        public = [artifact for artifact in prepared.artifacts if artifact.area is Area.PUBLIC]
        sources = {artifact.path: artifact.origin.path for artifact in public if artifact.origin}
        base = urlsplit(edition.site.settings.base_url).path if edition else "/"
        self.summary = f"{contents(edition)}, {count(len(prepared.artifacts), 'file')}" if edition else ""
        self.live.tell(Edition(self._next.number, self.output / Area.PUBLIC, base, styles, self._texts(found), sources=sources))

    @property
    def _next(self) -> Edition:
        return replace(self.live.now, number=self.live.now.number + 1)

    def _texts(self, found: tuple[Diagnostic, ...]) -> tuple[str, ...]:
        read_line = reader(self.setting.site)
        return tuple(report.as_text([diagnostic], read_line).rstrip("\n") for diagnostic in found)

    def _tell_failure(self, sentence: str) -> None:
        aside(f"mcsite: {sentence}")
        self.live.tell(replace(self._next, problems=(sentence,), broken=True))

    def _say(self, time_taken: str) -> None:
        if not self.setting.quiet and not self.live.now.broken:
            aside(f"Built: {self.summary} {time_taken}")


def _only_styles(before: dict[str, Tree], now: dict[str, Tree]) -> bool:
    """Whether nothing but styles of a theme differs."""
    files = [{fact for tree in trees.values() for fact in tree or ()} for trees in (before, now)]
    changed = {fact[0] for fact in files[0] ^ files[1]}
    return bool(changed) and all(path.endswith(".css") for path in changed)

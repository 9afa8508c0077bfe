"""Whether files mean what the calendar meant: read as any file of the site is, and compared session by session."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from mcsite.content.options import Options
from mcsite.content.site import read_site
from mcsite.diagnostics import Diagnostic, Severity
from mcsite.importing.drafts import Draft
from mcsite.importing.sessions import Meant
from mcsite.model.event import Session, Status
from mcsite.schedule.english import short_day
from mcsite.source.files import Found, SourceFile

Seen = tuple[datetime | date, datetime | date, bool]
"""Start and exclusive end (instants in UTC, or days), and whether it is called off."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What reading the files gave, by slug: what is wrong with each, and how its sessions differ from what was meant, in words."""

    wrong: Mapping[str, Sequence[Diagnostic]]
    differing: Mapping[str, str]


def prove(found: Found, drafts: Sequence[Draft], others: Mapping[str, Mapping[str, str]], folder: str, options: Options) -> Proof:
    """Read a site with these files added; ``others`` are texts of further new files by kind and path."""
    paths = {draft.slug: f"{folder}/{draft.slug}.md" for draft in drafts}
    files = [_file(paths[draft.slug], "event", draft.text) for draft in drafts]
    files += [_file(path, kind, text) for kind, texts in others.items() for path, text in texts.items()]
    read = read_site(replace(found, files=tuple(sorted((*found.files, *files), key=lambda file: file.path))), options)
    slugs = {path: slug for slug, path in paths.items()}
    wrong: dict[str, list[Diagnostic]] = {}
    for diagnostic in read.diagnostics:
        if diagnostic.severity is Severity.ERROR and diagnostic.span.path in slugs:
            wrong.setdefault(slugs[diagnostic.span.path], []).append(diagnostic)
    sessions: dict[str, list[Session]] = {}
    for session in read.edition.site.sessions if read.edition else ():
        sessions.setdefault(session.event.slug, []).append(session)
    different = {draft.slug: _difference(draft, sessions.get(draft.slug, [])) for draft in drafts if draft.slug not in wrong}
    return Proof(wrong, {slug: words for slug, words in different.items() if words})


def _file(path: str, kind: str, text: str) -> SourceFile:
    return SourceFile(path, kind, path.rpartition("/")[2].removesuffix(".md"), text.encode())


def _difference(draft: Draft, sessions: Iterable[Session]) -> str:
    """In words, with the first day on which they differ; nothing when the sessions are the same."""
    meant = {_meant(each) for each in draft.sessions}
    read = {_read(session) for session in sessions}
    if meant == read:
        return ""
    first = min((_day(each[0]) for each in meant ^ read), default=None)
    return f"{len(meant - read)} of its sessions differ from those of the calendar" + (f", the first on {short_day(first)}" if first else "")


def _meant(session: Meant) -> Seen:
    return _instant(session.start), _instant(session.end), session.cancelled


def _read(session: Session) -> Seen:
    when = session.when
    end = when.end if isinstance(when.end, datetime) else when.end + timedelta(days=1)
    return _instant(when.start), _instant(end), session.status is Status.CANCELLED


def _instant(point: datetime | date) -> datetime | date:
    return point.astimezone(UTC) if isinstance(point, datetime) else point


def _day(point: datetime | date) -> date:
    return point.date() if isinstance(point, datetime) else point

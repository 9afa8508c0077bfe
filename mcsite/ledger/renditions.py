"""A session in the other languages of a site: the same identity, and words that change at another time.

UID and SEQUENCE are the session's in every language, so that who follows two feeds is not told anything twice. LAST-MODIFIED is that of
what is read in the language: a better translation moves it there and nowhere else, and a correction of the main text leaves the
others as they are, byte for byte. A language that is added takes over the moment of the main one; nobody followed it before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from mcsite.ledger.digest import digest_of
from mcsite.model.event import Session
from mcsite.model.ledger import Ledger, Published, Rendition
from mcsite.model.moment import instant
from mcsite.model.settings import Settings, SiteLanguage
from mcsite.render.entries import entry_of


@dataclass(frozen=True, slots=True)
class Rendered:
    """The sessions of a language as they are published in it now, and what the ledger is to remember of each, by UID."""

    sessions: tuple[Session, ...]
    renditions: dict[str, Rendition]


def render(sessions: Iterable[Session], settings: Settings, previous: Ledger, now: datetime) -> Rendered:
    """Settle the sessions of a language, whose identities are those of the main one, against what was published in it."""
    known = {session.uid: session for session in previous.sessions}
    moment = instant(now).replace(microsecond=0).astimezone(UTC)
    settled, renditions = [], {}
    for session in sessions:
        rendition = _rendition(session, settings, known.get(session.identity.uid), moment)
        settled.append(replace(session, identity=replace(session.identity, modified=rendition.modified)))
        renditions[session.identity.uid] = rendition
    return Rendered(tuple(settled), renditions)


def remembering(ledger: Ledger, rendered: Iterable[Rendered]) -> Ledger:
    """The ledger with the renditions of all languages; one in which the site is no more is remembered too, for its return."""
    found = [each.renditions for each in rendered]
    return replace(ledger, sessions=tuple(_with(session, [each[session.uid] for each in found if session.uid in each]) for session in ledger.sessions))


def in_language(ledger: Ledger, language: SiteLanguage) -> Ledger:
    """The ledger as one language sees it: sessions changed when they changed in it, and addresses are below its folder."""
    own = tuple((address.removeprefix(language.folder), whose) for address, whose in ledger.addresses if address.startswith(language.folder))
    return Ledger(tuple(_as_in(session, language.code) for session in ledger.sessions), own)


def reworded(now: Ledger, then: Ledger) -> Iterator[tuple[str, int]]:
    """How many sessions are said otherwise in a language and are the same in the main one, by language."""
    before = {session.uid: session for session in then.sessions}
    same = ((session, before[session.uid]) for session in now.sessions if session.uid in before and session.modified == before[session.uid].modified)
    pairs = ((each, known) for session, was in same for each in session.renditions for known in was.renditions if known.language == each.language)
    counts = Counter(each.language for each, known in pairs if each.modified != known.modified)
    yield from sorted(counts.items())


def _as_in(session: Published, language: str) -> Published:
    rendition = next((each for each in session.renditions if each.language == language), None)
    return replace(session, modified=rendition.modified) if rendition else session


def _rendition(session: Session, settings: Settings, known: Published | None, now: datetime) -> Rendition:
    digest = digest_of(entry_of(session, settings))
    before = next((each for each in known.renditions if each.language == settings.language), None) if known else None
    if known is None or before is None:
        return Rendition(settings.language, digest, session.identity.modified.astimezone(UTC))
    same = before.digest == digest and known.sequence == session.identity.sequence
    return Rendition(settings.language, digest, before.modified if same else max(now, before.modified))


def _with(session: Published, new: list[Rendition]) -> Published:
    found = {each.language: each for each in (*session.renditions, *new)}
    return replace(session, renditions=tuple(found[language] for language in sorted(found))) if new else session

"""Lines of front matter to paste, as answers to what is asked about announced sessions.

A field is given once in a file (E113). So where it stands there already, the proposed line holds what it says too: put in its place, it
takes nothing back that the editor had written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from mcsite.model.event import Event
from mcsite.model.origin import Origin
from mcsite.model.settings import Settings
from mcsite.schedule.english import listed, typed

_PLAIN = re.compile(r"\w[\w .-]*")


def cancelling(event: Event, reasons: Mapping[str, str]) -> str:
    """``cancelled: {2026-02-24: clinic closed}``, by the names of sessions."""
    there = {typed(day): written(reason) if reason else '""' for day, reason in event.schedule.cancelled}
    return _group("cancelled", {key: written(reason) for key, reason in reasons.items()} | there)


def moving(event: Event, moments: Mapping[str, str]) -> str:
    """``moved: {2026-03-03: 2026-03-04 19:00}``, by the names of sessions."""
    return _group("moved", dict(moments) | {typed(day): typed(moment) for day, moment in event.schedule.moved})


def adding(event: Event, moments: Iterable[str]) -> str:
    """``extra: [2026-04-07 18:00]``."""
    there = [typed(moment) for moment in event.schedule.extra] if _stands("extra", event.origin) else []
    return f"extra: [{', '.join(sorted({*there, *moments}))}]"


def withdrawing(settings: Settings, pages: Iterable[str]) -> str:
    """``withdrawn: [events/stretch/2026-03-03/]``."""
    return f"withdrawn: [{', '.join(dict.fromkeys((*settings.withdrawn, *pages)))}]"


def instead(origin: Origin, *fields: str) -> str:
    """Says which lines a proposal takes the place of: `` (in place of the present 'extra')``, or nothing."""
    there = [f"'{field}'" for field in fields if _stands(field, origin)]
    return f" (in place of the present {listed(there)})" if there else ""


def written(reason: str) -> str:
    """A reason as it can stand in a line of front matter."""
    return reason if _PLAIN.fullmatch(reason) else json.dumps(reason, ensure_ascii=False) if reason else "why"


def _stands(field: str, origin: Origin) -> bool:
    return (field,) in origin.places


def _group(name: str, entries: Mapping[str, str]) -> str:
    return f"{name}: {{{', '.join(f'{key}: {entries[key]}' for key in sorted(entries))}}}"

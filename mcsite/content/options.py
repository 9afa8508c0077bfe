"""What a command decides about a reading, apart from the folder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mcsite.model.ledger import EMPTY, Ledger


@dataclass(frozen=True, slots=True)
class Options:
    """``now`` without a zone is meant in the site's zone; ``base_url`` takes the place of the one in ``site.md``.

    ``previous`` is the ledger of the last publication. ``jobs`` processes may read; the same comes of it, however many they are.
    """

    now: datetime
    base_url: str | None = None
    drafts: bool = False
    previous: Ledger = EMPTY
    jobs: int = 1

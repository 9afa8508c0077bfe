"""How near the ledger is to the size beyond which no build reads it: it keeps every session that was ever published, so it only grows."""

from __future__ import annotations

from mcsite.ledger.document import LARGEST

_MB = 1024 * 1024


def fullness(size: int, largest: int = LARGEST) -> str:
    """A sentence for whoever builds, when a ledger of so many bytes fills more than three quarters of the room; else nothing."""
    if size * 4 <= largest * 3:
        return ""
    after = "the next build will refuse it" if size > largest else "what is larger the next build refuses"
    return f"ledger.json has {size / _MB:.1f} of at most {largest / _MB:.0f} MB, and {after} (E900): 'mcsite explain E900' says how to make room in it"

"""Guessing which known word was meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

MOST = 12
"""Known words that are listed."""


def nearest(word: str, known: Iterable[str], *, likeness: float = 0.6) -> str | None:
    """The known word that looks most like ``word``, case aside, or ``None`` when none is as close as ``likeness`` (1 is the same)."""
    by_fold = {name.casefold(): name for name in sorted(known)}
    close = get_close_matches(word[:80].casefold(), by_fold, n=1, cutoff=likeness)
    return by_fold[close[0]] if close else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``did you mean 'venue'?``, or the known words when none is close; of very many, the first."""
    names = sorted(known)
    if close := nearest(word, names):
        return f"did you mean '{close}'?"
    if not names:
        return "there is none yet"
    more = f" and {len(names) - MOST:,} more" if len(names) > MOST else ""
    return f"known here: {', '.join(names[:MOST])}{more}"

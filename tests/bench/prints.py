"""How long 100 handouts, 100 flyers and 100 cards take, each of its own text, and how much memory: ``python tests/bench/prints.py``.

Processor time, in one process, with a picture on each; the first of a kind, which reads the fonts, is said apart.
"""

import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY))

from mcsite.content.options import Options  # noqa: E402 - from the checkout that this file is in
from mcsite.pipeline import load  # noqa: E402 - the same
from mcsite.render import flyer, handout  # noqa: E402 - the same
from mcsite.render.flyers import flyers_of  # noqa: E402 - the same
from mcsite.render.fonts import Fonts  # noqa: E402 - the same
from mcsite.render.handouts import handouts_of  # noqa: E402 - the same
from mcsite.render.print import pdf  # noqa: E402 - the same
from mcsite.render.social_card import FORMS, draw  # noqa: E402 - the same
from mcsite.render.social_cards import cards_of  # noqa: E402 - the same
from mcsite.render.theme_sources import Prints  # noqa: E402 - the same

COUNT = 100
SHEETS = {
    "handout, A4": lambda one: handout.sheet_of(one, handout.Format("a4")),
    "handout, large print": lambda one: handout.sheet_of(one, handout.Format("a4", large=True)),
    "flyer, A4": lambda one: flyer.sheet_of(one, flyer.Format("a4")),
    "flyer, four on a page": lambda one: flyer.sheet_of(one, flyer.Format("a4", "four")),
    "flyer, tabs": lambda one: flyer.sheet_of(one, flyer.Format("a4", "tabs")),
}
Make = Callable[[Any, Prints], bytes]


def kinds() -> dict[str, Make]:
    """How one of each kind is made."""
    prints: dict[str, Make] = {kind: lambda one, prints, sheet=sheet: pdf(sheet(one), prints, Fonts()) for kind, sheet in SHEETS.items()}
    cards: dict[str, Make] = {f"card, {form}": lambda one, prints, form=form: draw(one, form, prints, Fonts()) for form in FORMS}
    return prints | cards


def main() -> None:
    """Measures each kind and prints a row for it."""
    loaded = load(REPOSITORY, Options(datetime(2026, 12, 1, 9)))
    assert loaded.edition is not None
    assert loaded.theme is not None
    things = {"handout": list(handouts_of(loaded.edition).values()), "flyer": list(flyers_of(loaded.edition).values())}
    things["card"] = [card for card in cards_of(loaded.edition).values() if card.address]
    for kind, make in kinds().items():
        many = (replace(one, title=f"{one.title} {number}") for number, one in enumerate(_round(things[kind.partition(",")[0]])))
        first, *rest, size = _measured(many, make, loaded.theme.prints)
        tell(f"{kind:24} first {first:5.0f} ms, then {statistics.median(rest):5.1f} ms each (median of {len(rest)}), {size:3.0f} kB")
    tell(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def tell(line: str) -> None:
    sys.stdout.write(line + "\n")


def _round(things: list) -> Iterator:
    for number in range(COUNT):
        yield things[number % len(things)]


def _measured(many: Iterator, make: Make, prints: Prints) -> list[float]:
    """Milliseconds of processor time of each, and at last the mean size in kB."""
    times, sizes = [], []
    for one in many:
        began = time.process_time()
        sizes.append(len(make(one, prints)))
        times.append(1000 * (time.process_time() - began))
    return [*times, statistics.mean(sizes) / 1000]


if __name__ == "__main__":
    main()

"""How long 100 of each thing to print take, each of its own text, and how much memory: ``python tests/bench/prints.py``.

Processor time, in one process, with a picture on each; the first of a kind, which reads the fonts, is said apart.
"""

import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY))

from mcsite.content.options import Options  # noqa: E402 - from the checkout that this file is in
from mcsite.model.site import Edition  # noqa: E402 - the same
from mcsite.pipeline import load  # noqa: E402 - the same
from mcsite.render import desk, flyer, handout  # noqa: E402 - the same
from mcsite.render.flyers import flyers_of  # noqa: E402 - the same
from mcsite.render.fonts import Fonts  # noqa: E402 - the same
from mcsite.render.handouts import handouts_of  # noqa: E402 - the same
from mcsite.render.print import Sheet, pdf  # noqa: E402 - the same
from mcsite.render.running_order import running_order_of  # noqa: E402 - the same
from mcsite.render.sign_in import is_met, sign_in_of  # noqa: E402 - the same
from mcsite.render.social_card import FORMS, draw  # noqa: E402 - the same
from mcsite.render.social_cards import cards_of  # noqa: E402 - the same
from mcsite.render.strings import ENGLISH  # noqa: E402 - the same
from mcsite.render.theme_sources import Prints  # noqa: E402 - the same
from mcsite.render.venue_dates import venue_dates  # noqa: E402 - the same
from mcsite.render.venue_notice import venue_notices  # noqa: E402 - the same

COUNT = 100
Make = Callable[[Any, Prints], bytes]


@dataclass(frozen=True)
class Kind:
    """A kind of print: what there is of it in the sample, how one becomes a file, and how one becomes another."""

    things: list[Any]
    make: Make
    another: Callable[[Any, int], Any]


def kinds(edition: Edition) -> dict[str, Kind]:
    """Every kind by its name."""
    handouts, flyers = list(handouts_of(edition).values()), list(flyers_of(edition).values())
    meetings = [session for session in edition.coming if is_met(session)]
    sign_ins = [sign_in_of(session, edition.site.settings, ENGLISH) for session in meetings]
    orders = [running_order_of(session, edition.site, ENGLISH) for session in meetings]
    notices, dates = list(venue_notices(edition, ENGLISH).values()), list(venue_dates(edition, ENGLISH).values())
    cards = [card for card in cards_of(edition).values() if card.address]
    return {
        "handout, A4": Kind(handouts, _printed(lambda one: handout.sheet_of(one, handout.Format("a4"))), _retitled),
        "handout, large print": Kind(handouts, _printed(lambda one: handout.sheet_of(one, handout.Format("a4", large=True))), _retitled),
        "flyer, A4": Kind(flyers, _printed(lambda one: flyer.sheet_of(one, flyer.Format("a4"))), _retitled),
        "flyer, four on a page": Kind(flyers, _printed(lambda one: flyer.sheet_of(one, flyer.Format("a4", "four"))), _retitled),
        "flyer, tabs": Kind(flyers, _printed(lambda one: flyer.sheet_of(one, flyer.Format("a4", "tabs"))), _retitled),
        "notice for the door": Kind(notices, _printed(desk.sheet_of), lambda one, number: replace(one, venue=f"{one.venue} {number}")),
        "sign-in sheet": Kind(sign_ins, _printed(desk.sheet_of), _renamed),
        "running order": Kind(orders, _printed(desk.sheet_of), _renamed),
        "dates of a venue": Kind(dates, _printed(desk.sheet_of), lambda one, number: replace(one, venue=f"{one.venue} {number}")),
    } | {f"card, {form}": Kind(cards, lambda one, prints, form=form: draw(one, form, prints, Fonts()), _retitled) for form in FORMS}


def _printed(sheet: Callable[[Any], Sheet]) -> Make:
    return lambda one, prints: pdf(sheet(one), prints, Fonts())


def main() -> None:
    """Measures each kind and prints a row for it."""
    loaded = load(REPOSITORY, Options(datetime(2026, 12, 1, 9)))
    assert loaded.edition is not None
    assert loaded.theme is not None
    for name, kind in kinds(loaded.edition).items():
        many = (kind.another(one, number) for number, one in enumerate(_round(kind.things)))
        first, *rest, size = _measured(many, kind.make, loaded.theme.prints)
        tell(f"{name:24} first {first:5.0f} ms, then {statistics.median(rest):5.1f} ms each (median of {len(rest)}), {size:3.0f} kB")
    tell(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _retitled(thing: Any, number: int) -> Any:
    return replace(thing, title=f"{thing.title} {number}")


def _renamed(thing: Any, number: int) -> Any:
    return replace(thing, occasion=_retitled(thing.occasion, number))


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

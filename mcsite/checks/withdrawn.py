"""Checks that what is taken back was ever announced."""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.diagnostics import Diagnostic
from mcsite.model import addresses
from mcsite.model.ledger import Ledger
from mcsite.model.site import Edition
from mcsite.source.nearest import nearest

_NOT_NEAR = "write its address as the browser shows it behind the site's own, or take the line out"


def ask(edition: Edition) -> Iterator[Diagnostic]:
    """W643: an address in ``withdrawn`` at which no event and no session ever was, and which so takes nothing back.

    One that did its work stays known to the ledger, and raises no question. Without a ledger of an earlier publication nothing is asked.
    """
    settings = edition.site.settings
    if not settings.withdrawn or not edition.ledger.addresses:
        return
    known = _announced(edition.ledger)
    for number, page in enumerate(settings.withdrawn):
        if page not in known:
            message = f"nothing was ever published at '{page}', so nothing is withdrawn by it"
            near = nearest(page.removeprefix(addresses.EVENTS), (each.removeprefix(addresses.EVENTS) for each in known))
            help_ = f"did you mean '{addresses.EVENTS}{near}'?" if near else _NOT_NEAR
            yield Diagnostic(settings.origin.span("withdrawn", number), "W643", message, help_)


def _announced(ledger: Ledger) -> frozenset[str]:
    """The pages of all events and sessions that were ever published, under their former names too."""
    pages = {address for address, _ in ledger.addresses if address.startswith(addresses.EVENTS) and address.endswith("/") and address != addresses.EVENTS}
    for known in ledger.sessions:
        pages |= {known.address, addresses.event(known.slug), addresses.session(known.slug, known.key)}
    return frozenset(pages)

"""Sessions and series as schema.org knows them: ``Event`` and ``EventSeries``, with what Google asks of an event.

Which page says what, so that a series and its sessions do not compete for the same search (developers.google.com, "Event
structured data": each event has a page of its own, with markup about nothing else):

- A session is an ``Event``. The page of a session of a series, or of a one-off event, describes it in full, and is its
  canonical address: its title has the date, and each date is something else to go to.
- A series is an ``EventSeries``, described by the event's page under the event's title. It names its coming sessions in brief,
  each by its own address; only where the site makes no pages for them does it describe them itself.
- When a session is over its page still answers and says so, but is ``noindex`` and not in the sitemap: what may be found of
  a series is the series, and what comes. Cancelled and postponed ones stay to be found until their day has passed.
"""

from __future__ import annotations

from collections.abc import Sequence

from mcsite.model import addresses
from mcsite.model.event import Event, Price, Session, Status
from mcsite.model.settings import Settings
from mcsite.render.linked_data.nodes import Node, node, pictured
from mcsite.render.linked_data.parties import brief_organiser, brief_person
from mcsite.render.linked_data.places import brief_place, neighbourhood, virtual

_SCHEMA = "https://schema.org/"
_STATUS = {
    Status.SCHEDULED: "EventScheduled",
    Status.MOVED: "EventRescheduled",
    Status.POSTPONED: "EventPostponed",
    Status.CANCELLED: "EventCancelled",
}


def event(settings: Settings, session: Session, *, over: bool) -> Node:
    """A session in full. Nothing is offered any more of one that is ``over`` or does not take place."""
    of = session.event
    offered = [price for price in of.prices if price.audience == "everyone"]
    further = node(
        "Event",
        superEvent=_brief_series(settings, of) if of.is_series else None,
        maximumAttendeeCapacity=session.capacity,
        isAccessibleForFree=_is_free(offered),
        offers=[] if over or not session.status.takes_place else [_offer(settings, session, price) for price in offered],
    )
    return {**brief_event(settings, session), **_invitation(settings, session, of), **further}


def brief_event(settings: Settings, session: Session) -> Node:
    """What a series says of a session that has its own page: what everybody needs, and where the rest is.

    ``startDate`` is the present one, also of a session that is postponed or cancelled; whole days are dates, the last inclusive.
    """
    url = addresses.absolute(settings, session.address)
    return node(
        "Event",
        f"{url}#{session.key}",
        identifier=session.identity.uid,
        name=session.title,
        url=url,
        startDate=session.when.iso_start,
        endDate=session.when.iso_end,
        eventStatus=_SCHEMA + _STATUS[session.status],
        previousStartDate=session.moved_from.iso_start if session.moved_from else None,
        eventAttendanceMode=_attendance(session),
        location=_locations(settings, session),
    )


def series(settings: Settings, of: Event, told: Sequence[Session], span: tuple[str, str], *, over: bool) -> Node:
    """A series: when it began and ends as far as its dates are known (``span``, ISO 8601), and the sessions that are ``told`` of it.

    ``over``: all of them are.
    """
    further = node(
        "EventSeries",
        startDate=span[0],
        endDate=span[1],
        eventStatus=_SCHEMA + _STATUS[of.status],
        eventAttendanceMode=_attendance(of),
        location=_locations(settings, of),
        subEvent=[_part(settings, session, over=over) for session in told],
    )
    return {**_brief_series(settings, of), **_invitation(settings, of, of), **further}


def _brief_series(settings: Settings, of: Event) -> Node:
    url = addresses.absolute(settings, addresses.event(of.slug))
    return node("EventSeries", f"{url}#series", name=of.title, url=url)


def _part(settings: Settings, session: Session, *, over: bool) -> Node:
    """A session of a series, on the page of the series."""
    has_its_own_page = session.address != addresses.event(session.event.slug)
    return brief_event(settings, session) if has_its_own_page else event(settings, session, over=over)


def _invitation(settings: Settings, held: Session | Event, of: Event) -> Node:
    """What it is about, and who invites: of a session or a series. ``of`` is the event of either."""
    return node(
        "Event",
        description=held.summary,
        image=pictured(settings, of.image),
        organizer=brief_organiser(settings),
        performer=[brief_person(settings, host) for host in held.hosts if host.public],
        keywords=", ".join(tag.title for tag in of.tags),
        inLanguage=settings.language,
    )


def _attendance(held: Session | Event) -> str | None:
    """Where one takes part: in a room, on the web, or in either."""
    room = bool(held.venue or held.neighbourhood)
    if held.online:
        return _SCHEMA + ("MixedEventAttendanceMode" if held.venue else "OnlineEventAttendanceMode")
    return f"{_SCHEMA}OfflineEventAttendanceMode" if room else None


def _locations(settings: Settings, held: Session | Event) -> list[Node]:
    """The venue, the address on the web, or both; where there is neither, the part of town, which is all that is known."""
    found = [brief_place(settings, held.venue)] if held.venue else []
    found += [virtual(held.online)] if held.online else []
    return found or ([neighbourhood(settings, held.neighbourhood)] if held.neighbourhood else [])


def _is_free(offered: Sequence[Price]) -> bool | None:
    """Whether one comes for nothing; where it depends, or nothing is said, only the offers say."""
    answers = {price.amount == 0 for price in offered}
    return answers.pop() if len(answers) == 1 else None


def _offer(settings: Settings, session: Session, price: Price) -> Node:
    """What everybody may have for a price; what members pay is no offer to those who search. It is valid from its publication."""
    of = session.event
    return node(
        "Offer",
        name=price.name,
        price=str(price.amount),
        priceCurrency=price.currency or settings.currency,
        availability=_SCHEMA + ("SoldOut" if session.full else "InStock"),
        url=price.url or addresses.absolute(settings, session.address),
        validFrom=of.publish_on.isoformat() if of.publish_on else None,
    )

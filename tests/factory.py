"""Small sites, made of model objects, for tests of what is drawn from them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from mcsite.model import addresses
from mcsite.model.event import Event, Identity, Session, Status, Tag
from mcsite.model.ledger import Details, Earlier, Ledger, Published
from mcsite.model.moment import When, zone
from mcsite.model.origin import Origin
from mcsite.model.people import Person
from mcsite.model.places import Neighbourhood, Venue
from mcsite.model.prose import Prose
from mcsite.model.schedule import Schedule
from mcsite.model.settings import Kind, Settings
from mcsite.model.site import Edition, Site
from mcsite.render.theme import Theme

LONDON = "Europe/London"
MODIFIED = datetime(2026, 1, 1, 12, tzinfo=UTC)
WORDLESS = Theme({}, ())
"""A theme for outputs that no template makes: it speaks English."""


def settings(**changes):
    return Settings(**{"title": "Moves", "base_url": "https://moves.example/", "timezone": LONDON, "origin": Origin("content/site.md"), **changes})


def venue(slug="cowork", **changes):
    known = {"title": "Harbour Cowork", "address": "1 Quay", "postcode": "HB1 1AA", "neighbourhood": Neighbourhood("old-harbour", "Old Harbour")}
    return Venue(**{"slug": slug, **known, "geo": (51.5, -0.13), "origin": Origin(f"content/venues/{slug}.md"), **changes})


def person(slug="ada", **changes):
    return Person(**{"slug": slug, "title": slug.title(), "origin": Origin(f"content/people/{slug}.md"), **changes})


def event(slug="stretch", *, rule="", **changes):
    """A one-off at the venue, or a series when there is a rule."""
    here = venue()
    schedule = Schedule(start=datetime(2026, 1, 6, 18), timezone=LONDON, duration=timedelta(minutes=45), rule=rule)
    known = {"title": "Stretch", "kind": Kind("circle", "Circle"), "tags": (Tag("desk", "Desk work"),), "hosts": (person(),), "summary": "Loosen up."}
    places = {"venue": here, "neighbourhood": here.neighbourhood}
    return Event(**{"slug": slug, **known, **places, "schedule": schedule, "origin": Origin(f"content/events/{slug}.md"), **changes})


def when(start, end=None, timezone=LONDON):
    """``when("2026-01-06 18:00", "2026-01-06 18:45")`` in the zone; ``when("2026-01-06")`` is a whole day."""
    if len(start) == 10:
        return When(date.fromisoformat(start), date.fromisoformat(end or start), timezone)
    first = datetime.fromisoformat(start).replace(tzinfo=zone(timezone))
    last = datetime.fromisoformat(end).replace(tzinfo=zone(timezone)) if end else first + timedelta(minutes=45)
    return When(first, last, timezone)


def session(of=None, /, start="2026-01-06 18:00", end=None, **changes):
    """The session of an event at a time; its key is the day of ``start``, or ``key`` of the changes."""
    of = of or event()
    key = changes.pop("key", start[:10])
    address = addresses.session(of.slug, key) if of.is_series else addresses.event(of.slug)
    uid = f"{of.slug}-{key}@moves.example" if of.is_series else f"{of.slug}@moves.example"
    taken = {name: getattr(of, name) for name in ("title", "summary", "venue", "online", "hosts", "neighbourhood", "capacity")}
    known = {
        "event": of,
        "key": key,
        "address": address,
        "when": when(start, end, of.schedule.timezone),
        "identity": Identity(uid, 0, MODIFIED, f"{of.slug}@moves.example"),
    }
    return Session(**{**known, **taken, **changes})


def weekly(of=None, /, start="2026-01-06 18:00", times=3, **changes):
    """Sessions of a series, a week apart, numbered."""
    of = of or event(rule="FREQ=WEEKLY")
    first = datetime.fromisoformat(start)
    days = [(first + timedelta(weeks=week)).isoformat(" ", "minutes") for week in range(times)]
    return tuple(session(of, day, number=number, of=times, **changes) for number, day in enumerate(days, 1))


def edition(*sessions, now="2026-01-05 09:00", site=None):
    """A site of these sessions, their events, venues and people, as of a moment in London."""
    ordered = tuple(sorted(sessions, key=lambda one: (one.when.begins.astimezone(UTC), one.event.slug, one.key)))
    events = {one.event.slug: one.event for one in sessions}
    venues = {one.venue.slug: one.venue for one in sessions if one.venue}
    people = {host.slug: host for one in sessions for host in one.hosts}
    parts = {"events": _sorted(events), "venues": _sorted(venues), "people": _sorted(people), "sessions": ordered}
    whole = replace(Site(settings=settings(), **parts), **(site or {}))
    return Edition(whole, datetime.fromisoformat(now).replace(tzinfo=zone(LONDON)))


def lately(one, now="2026-01-06 10:00", others=(), site=None, **before):
    """An edition with a session that was announced otherwise until it was changed.

    Before, it was at another time (``was``), in another ``place``, of another ``status``, with another ``title`` or other ``details``; it was
    ``changed`` at a moment in UTC.
    """
    moment = datetime.fromisoformat(before.get("changed", "2026-01-06T09:00")).replace(tzinfo=UTC)
    here = one.venue.location if one.venue else one.online
    words = (before.get("title", one.title), before.get("details", Details()))
    earlier = Earlier(before.get("was", one.when), before.get("place", here), before.get("status", Status.SCHEDULED), moment, *words)
    seen = {"address": one.address, "digest": "0" * 32, "title": one.title, "when": one.when, "place": here, "status": one.status}
    identity = {"uid": one.identity.uid, "sequence": 1, "modified": moment, "series": one.identity.series, "slug": one.event.slug, "key": one.key}
    details = Details(hosts=tuple((host.slug, host.title) for host in one.hosts), online=one.online, note=one.note) if "details" in before else Details()
    return replace(edition(one, *others, now=now, site=site), ledger=Ledger((Published(**identity, **seen, earlier=(earlier,), details=details),)))


def prose(text):
    return Prose(text)


def _sorted(things):
    return tuple(things[slug] for slug in sorted(things))

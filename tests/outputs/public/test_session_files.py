from factory import WORDLESS, edition, event, session, settings, weekly
from icalendar import Calendar

from mcsite.model.settings import FAMILIES
from mcsite.outputs.public import feeds
from mcsite.outputs.public.session_files import plan


def made(whole):
    return {artifact.path: artifact.make(**artifact.inputs) for artifact in plan(whole, WORDLESS)}


def without(family):
    return {"settings": settings(outputs=tuple(each for each in FAMILIES if each != family))}


def test_a_one_off_has_its_file_beside_its_page_and_a_series_one_for_each_session():
    whole = edition(session(event("once")), *weekly(event("club", rule="FREQ=WEEKLY"), times=2))
    assert sorted(made(whole)) == ["events/club/2026-01-06/session.ics", "events/club/2026-01-13/session.ics", "events/once/session.ics"]


def test_a_file_holds_the_very_session_of_the_feed():
    whole = edition(session(event("once")))
    (artifact,) = (each for each in feeds.plan(whole, WORDLESS) if each.path == "calendar.ics")
    feed, file = artifact.make(**artifact.inputs), made(whole)["events/once/session.ics"]
    (vevent,) = Calendar.from_ical(file).walk("VEVENT")
    assert vevent.to_ical() in feed
    assert b"X-WR-CALNAME" not in file


def test_each_belongs_to_its_family():
    sessions = (session(event("once")), *weekly(event("club", rule="FREQ=WEEKLY"), times=1))
    assert sorted(made(edition(*sessions, site=without("sessions")))) == ["events/once/session.ics"]
    assert sorted(made(edition(*sessions, site=without("calendars")))) == ["events/club/2026-01-06/session.ics"]

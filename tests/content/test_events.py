from decimal import Decimal

import pytest
from reading_aloud import times, town

from mcsite.model.event import Status
from mcsite.model.signup import Provider

TUESDAYS = "title: Circle\nvenue: cowork\nstart: 2026-01-06 18:00\nend: 18:45\nrepeat: weekly\ntimes: 3\n"


def read(site, front_matter, slug="circle", **kwargs):
    """The event of that front matter, and the edition; nothing may be wrong."""
    prepared = town(site).write(f"events/{slug}.md", front_matter).prepare(**kwargs)
    assert prepared.diagnostics == ()
    return next(event for event in prepared.edition.site.events if event.slug == slug), prepared.edition


def codes(site, front_matter, slug="circle"):
    return [note.code for note in town(site).write(f"events/{slug}.md", front_matter).check()]


def test_a_one_off_has_one_session_on_its_own_page(site):
    _, edition = read(site, "title: Circle\nvenue: cowork\nstart: 2026-01-06 18:00\nend: 18:45")
    (session,) = edition.site.sessions
    assert times(edition, "circle") == ["2026-01-06 18:00-18:45"]
    assert session.address == "events/circle/"


def test_a_series_has_numbered_sessions_on_pages_of_their_own(site):
    _, edition = read(site, TUESDAYS)
    sessions = edition.sessions_of["circle"]
    assert [(session.number, session.of) for session in sessions] == [(1, 3), (2, 3), (3, 3)]
    assert sessions[0].address == "events/circle/2026-01-06/"


def test_without_the_family_sessions_live_on_the_events_page(site):
    site.settings("outputs: [pages, calendars]")
    _, edition = read(site, TUESDAYS)
    assert {session.address for session in edition.site.sessions} == {"events/circle/"}


def test_references_are_the_things_themselves(site):
    event, _ = read(site, "title: Circle\nstart: 2026-01-06 18:00\nvenue: Harbour Cowork\nhosts: Ada Moss, ben\npartner: gym\nworkshop: desk posture")
    assert event.venue.slug == "cowork"
    assert [host.slug for host in event.hosts] == ["ada", "ben"]
    assert event.partner.venue is event.venue
    assert event.workshop.slug == "desk"


def test_a_workshop_lends_its_length_and_summary(site):
    event, edition = read(site, "title: Circle\nvenue: cowork\nstart: 2026-01-06 18:00\nworkshop: desk")
    assert times(edition, "circle") == ["2026-01-06 18:00-18:45"]
    assert event.summary == "A desk that fits."


def test_a_summary_is_the_beginning_of_the_body_when_none_is_given(site):
    body = "# Welcome\n\n1. Arrive\n2. Sit\n\nA *soft* hour\nfor stiff backs.\n\nMore.\n"
    event, _ = read(site, f"---\ntitle: Circle\nvenue: cowork\nstart: 2026-01-06 18:00\nend: 19:00\n---\n{body}")
    assert event.summary == "A soft hour for stiff backs."


def test_changes_of_one_session_are_resolved_too(site):
    town(site).write("venues/park.md", "title: Park\nneighbourhood: Elm Park")
    _, edition = read(site, TUESDAYS + "changed: {2026-01-13: {venue: park, hosts: ben, end: 19:30, note: Bring a mat}}")
    first, second, _ = edition.sessions_of["circle"]
    assert (second.venue.slug, second.neighbourhood.slug, second.note) == ("park", "elm-park", "Bring a mat")
    assert [host.slug for host in second.hosts] == ["ben"]
    assert times(edition, "circle")[1].endswith("18:00-19:30")
    assert (first.venue.slug, first.neighbourhood.slug, first.note) == ("cowork", "old-harbour", "")


def test_cancelled_and_moved_sessions_keep_their_place(site):
    _, edition = read(site, TUESDAYS + "cancelled: {2026-01-13: clinic closed}\nmoved: {2026-01-20: 19:00}")
    _, second, third = edition.sessions_of["circle"]
    assert (second.status, second.reason) == (Status.CANCELLED, "clinic closed")
    assert (third.status, third.key, third.number) == (Status.MOVED, "2026-01-20", 3)
    assert times(edition, "circle")[2] == "2026-01-20 19:00-19:45"


def test_the_status_of_the_whole_event_is_that_of_its_sessions(site):
    _, edition = read(site, TUESDAYS + "status: postponed")
    assert {session.status for session in edition.site.sessions} == {Status.POSTPONED}


def test_a_session_that_was_cancelled_by_itself_stays_cancelled_when_the_rest_is_postponed(site):
    _, edition = read(site, TUESDAYS + "status: postponed\ncancelled: {2026-01-13: clinic closed}")
    assert [(str(session.status), session.reason) for session in edition.sessions_of["circle"]] == [
        ("postponed", ""),
        ("cancelled", "clinic closed"),
        ("postponed", ""),
    ]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("cancelled: [2026-01-13, 2026-01-14]", (7, 25, 10)),
        ("cancelled: 2026-01-14", (7, 12, 10)),
        ("skip: [2026-01-13, 14 Jan 2026]", (7, 20, 11)),
        ("moved: {2026-01-14: 2026-01-15}", (7, 9, 10)),
        ("prices: {Drop-in: free, Long: 6}", (7, 31, 1)),
        ("prices: [{amount: 0}, {name: Long, amount: 6}]", (7, 44, 1)),
    ],
)
def test_what_is_wrong_with_one_entry_is_said_at_that_entry(site, line, place):
    (note,) = town(site).write("events/circle.md", TUESDAYS + line).check()
    assert (note.span.line, note.span.column, note.span.length) == (place[0] + 1, *place[1:])


@pytest.mark.parametrize(("line", "full"), [("full: yes", [True, True, True]), ("full: [2026-01-13]", [False, True, False]), ("", [False] * 3)])
def test_sessions_can_be_full(site, line, full):
    _, edition = read(site, TUESDAYS + line)
    assert [session.full for session in edition.sessions_of["circle"]] == full


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("kind: partner-hours", "gym"),
        ("kind: Partner hours\nvenue: cowork", "cowork"),
        ("kind: partner-hours\nonline: https://meet.example.org/", None),
    ],
)
def test_partner_hours_are_at_the_partners_unless_the_event_says_otherwise(site, line, place):
    town(site).write("venues/gym.md", "title: Gym\naddress: 3 Quay").write("partners/harbour-gym.md", "title: Harbour Gym\nvenue: gym")
    event, _ = read(site, "title: Hours\npartner: harbour-gym\nstart: 2026-01-06 18:00\nend: 18:45\n" + line)
    assert (event.venue.slug if event.venue else None) == place


def test_other_gatherings_with_a_partner_may_be_anywhere_and_must_say_where(site):
    town(site).write("venues/gym.md", "title: Gym\naddress: 3 Quay").write("partners/harbour-gym.md", "title: Harbour Gym\nvenue: gym")
    assert codes(site, "title: Circle\nkind: circle\npartner: harbour-gym\nstart: 2026-01-06 18:00\nend: 18:45") == ["W640"]


def test_prices_take_the_currency_of_the_site(site):
    site.settings("currency: GBP")
    event, _ = read(site, TUESDAYS + "prices: [{name: Drop-in, amount: 0}, {name: Long, amount: 15.50, currency: EUR, for: members}]")
    assert [(price.amount, price.currency, price.audience) for price in event.prices] == [
        (Decimal(), "GBP", "everyone"),
        (Decimal("15.50"), "EUR", "members"),
    ]


def test_the_sites_sign_up_holds_where_an_event_says_nothing(site):
    site.settings("signup: hello@example.org")
    event, _ = read(site, TUESDAYS)
    assert (event.signup.provider, event.signup.target) == (Provider.MAIL, "hello@example.org")


@pytest.mark.parametrize(("end", "line"), [("end: 01:30", 6), ("duration: 1 hour", 6), ("", 5)])
def test_an_end_that_does_not_exist_is_said_where_the_end_is_said(site, end, line):
    town(site).write("events/circle.md", f"title: Circle\nvenue: cowork\nstart: 2026-03-29 00:30\n{end}")
    assert ("E344", line - 1) in [(note.code, note.span.line) for note in site.check()]


def test_a_sentence_says_all_about_the_dates(site):
    _, edition = read(site, "title: Circle\nvenue: cowork\nwhen: Tuesdays 6pm-6:45pm from 6 Jan 2026 for 3 weeks, not 13 Jan")
    assert times(edition, "circle") == ["2026-01-06 18:00-18:45", "2026-01-20 18:00-18:45"]


def test_what_is_named_is_looked_up_even_if_a_date_cannot_be_understood(site):
    text = "title: Circle\nkind: popup\nvenue: kowork\nhosts: [ada, benn]\nimage: none.jpg\nprices: 15\nrepeat: now and then\nstart: 2026-01-06 18:00\nend: {}"
    in_one_go = ["E205", "E203", "E203", "E400", "E206"]
    assert codes(site, text.format("18:45")) == [*in_one_go, "E330"]
    assert codes(site, text.format("18:75")) == [*in_one_go, "E330", "E307"]


ON_MONDAYS = "title: Circle\nvenue: cowork\nstart: 2026-03-23 01:30\nduration: 45 min\nrepeat: every 6 days\ntimes: 3"


@pytest.mark.parametrize(
    ("front_matter", "found"),
    [
        (f"{ON_MONDAYS}\ncancelled: {{2026-07-01: Ill}}\ncapacity: lots", ["E340", "E344", "E709"]),
        (f"{ON_MONDAYS}\nvenue: nowhere".replace("venue: cowork\n", ""), ["E203", "E344"]),
        (ON_MONDAYS.replace("title: Circle", "host: nobody"), ["E203", "E344", "E701"]),
        (f"{ON_MONDAYS}\nkind: circus", ["E205", "E344"]),
        ("title: Circle\nvenue: cowork\nstart: soon\nrepeat: every blue moon", ["E300", "E330"]),
        ("title: Circle\nvenue: cowork\nstart: soon\nrepeat: weekly\ncancelled: {2026-07-01: Ill}", ["E300"]),
        ("title: Circle\nvenue: cowork\nstart: 2026-03-23 18:00\nend: soon\nrepeat: weekly\ntimes: 2", ["E306"]),
    ],
    ids=["another field", "another file", "no title", "an unknown kind", "the words of the rhythm", "only what is sure", "no length that was not understood"],
)
def test_one_mistake_does_not_hide_what_is_wrong_with_the_dates(site, front_matter, found):
    assert sorted(code for code in codes(site, front_matter) if code.startswith("E")) == found


def test_what_is_wrong_with_a_sentence_is_said_at_the_sentence(site):
    town(site).write("events/circle.md", "title: Circle\nvenue: cowork\nwhen: Tuesdays 6pm-6:45pm from 6 Jan 2026")
    (note,) = site.check()
    assert (note.code, note.span.line) == ("E335", 4)


@pytest.mark.parametrize(
    ("unsaid", "said"),
    [
        ("when: Tuesdays 6pm-6:45pm from 6 Jan 2026", "when: Tuesdays 6pm-6:45pm from 6 Jan 2026 until 31 March 2026"),
        ("when: Tuesdays 6pm-6:45pm from 6 Jan 2026", "when: Tuesdays 6pm-6:45pm from 6 Jan 2026\nconfirmed_until: 2026-03-31"),
        ("when: 6 Jan 2026 18:00", "when: 6 Jan 2026 18:00-18:45"),
    ],
)
def test_what_is_proposed_for_a_sentence_can_stand_beside_it(site, unsaid, said):
    town(site).write("events/circle.md", f"title: Circle\nvenue: cowork\n{unsaid}")
    (note,) = site.check()
    assert said.removeprefix(unsaid).strip() in note.help
    town(site).write("events/circle.md", f"title: Circle\nvenue: cowork\n{said}")
    assert not site.check()


@pytest.mark.parametrize(
    ("front_matter", "code"),
    [
        (TUESDAYS.replace("cowork", "kowork"), "E203"),
        (TUESDAYS + "hosts: [ada, benn]", "E203"),
        (TUESDAYS + "kind: popup", "E205"),
        (TUESDAYS + "prices: 15", "E206"),
        (TUESDAYS + "changed: {2026-01-13: {venue: kowork}}", "E203"),
    ],
)
def test_what_cannot_be_found_is_said(site, front_matter, code):
    assert codes(site, front_matter) == [code]


def test_a_broken_venue_is_said_once_and_not_again_for_each_event(site):
    town(site).write("venues/cowork.md", "title: Harbour Cowork\ncapacity: many").write("events/circle.md", TUESDAYS)
    assert {note.span.path for note in site.check()} == {"content/venues/cowork.md"}

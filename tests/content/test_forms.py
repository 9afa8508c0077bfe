import json
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from jsonschema import Draft202012Validator
from written import fields, written

from mcsite.content.forms import FORMS, EventForm, LibraryForm, PersonForm, SiteForm, VenueForm, WorkshopForm
from mcsite.model.schedule import Days
from mcsite.model.settings import Kind, NavigationItem
from mcsite.model.signup import Provider, Signup
from mcsite.source.form import Form, field_notes, fill, schema_of
from mcsite.source.moments import Start, Stated

CONTRACT = """\
title: Tuesday Stretch Circle
kind: pop-up
workshop: desk-posture
start: 2026-01-06 18:00
end: 18:45
timezone: Europe/London
repeat: weekly
times: 12
until: 2026-03-24
confirmed_until: 2026-06-30
skip:      {2026-02-17: half-term}
cancelled: {2026-02-24: clinic closed}
moved:     {2026-03-03: 2026-03-04 19:00}
changed:   {2026-03-10: {venue: park-pavilion, note: Bring a mat}}
extra:     [2026-04-07 18:00]
status: scheduled
venue: harbour-cowork
hosts: [lead-therapist]
partner: harbour-gym
tags: [posture, desk]
neighbourhood: Old Harbour
capacity: 10
prices:
  - {name: Drop-in, amount: 0}
  - {name: Deeper session, amount: 15, currency: GBP, url: https://book.example/x, for: members}
signup: https://forms.example/x
summary: One sentence for lists, cards and feeds.
image: stretch.jpg
draft: false
publish_on: 2025-12-20
id: tuesday-stretch
aliases: [old-slug]"""


def form(kind: type[Form], front_matter: str):
    document = written(f"---\n{front_matter}\n---\n").document
    assert document is not None
    filled = fill(kind, document)
    assert filled.diagnostics == ()
    return filled.form


def said(kind: type[Form], front_matter: str):
    document = written(f"---\n{front_matter}\n---\n").document
    assert document is not None
    return [(one.span.line, one.span.column, one.code) for one in fill(kind, document).diagnostics]


def test_an_event_can_say_all_that_the_contract_lists():
    event = form(EventForm, CONTRACT)
    assert event.start == Start(Stated(datetime(2026, 1, 6, 18)))
    assert event.ends == time(18, 45)
    assert (event.times, event.until, event.confirmed_until) == (12, date(2026, 3, 24), date(2026, 6, 30))
    assert event.skip == (Days(date(2026, 2, 17), date(2026, 2, 17), "half-term"),)
    assert event.cancelled == ((date(2026, 2, 24), "clinic closed"),)
    assert event.moved == ((date(2026, 3, 3), Stated(datetime(2026, 3, 4, 19))),)
    ((day, change),) = event.changed
    assert (day, change.venue, change.note, change.hosts) == (date(2026, 3, 10), "park-pavilion", "Bring a mat", None)
    assert event.extra == (Stated(datetime(2026, 4, 7, 18)),)
    assert [(price.name, price.value, price.unit, price.audience) for price in event.prices] == [
        ("Drop-in", Decimal(0), "", "everyone"),
        ("Deeper session", Decimal(15), "GBP", "members"),
    ]
    assert event.signup == Signup(Provider.LINK, "https://forms.example/x")
    assert (event.draft, event.publish_on, event.id, event.aliases) == (False, date(2025, 12, 20), "tuesday-stretch", ("old-slug",))


def test_an_event_needs_a_title_and_a_start_or_a_sentence():
    assert said(EventForm, "kind: event") == [(1, 0, "E701"), (1, 0, "E701")]
    assert form(EventForm, "title: x\nwhen: Tuesdays 6pm").when == "Tuesdays 6pm"


def test_a_sentence_takes_the_place_of_the_fields_that_it_says():
    assert [code for _, _, code in said(EventForm, "title: x\nwhen: Tuesdays 6pm\nstart: 2026-01-06\nrepeat: weekly")] == ["E704", "E704"]


def test_an_end_in_the_start_is_the_end():
    assert form(EventForm, "title: x\nstart: 2026-01-06 18:00-18:45").ends == time(18, 45)
    assert form(EventForm, "title: x\nstart: 2026-01-06 18:00").ends is None
    assert said(EventForm, "title: x\nstart: 2026-01-06 18:00-18:45\nend: 19:00") == [(4, 6, "E704")]
    assert said(EventForm, "title: x\nstart: 2026-01-06 18:00-18:45\nduration: 1h") == [(4, 11, "E704")]


def test_midnight_is_an_end_like_any_other():
    assert form(EventForm, "title: x\nstart: 2026-01-06 20:00\nend: midnight").ends == time(0)


def test_words_of_other_systems_lead_to_ours():
    def advice(key: str) -> str:
        document = written(f"---\ntitle: x\nstart: 2026-01-06\n{key}: y\n---\n").document
        assert document is not None
        return fill(EventForm, document).diagnostics[0].help

    assert [advice(key) for key in ("location", "date", "rrule", "description")] == [
        f"did you mean '{key}'?" for key in ("venue", "start", "repeat", "summary")
    ]


def test_american_spelling_is_as_good():
    event = form(EventForm, "title: x\nstart: 2026-01-06\nneighborhood: Harbor\ncanceled: {2026-01-06: snow}\nstatus: canceled")
    assert (event.neighbourhood, event.cancelled, event.status) == ("Harbor", ((date(2026, 1, 6), "snow"),), "cancelled")
    assert form(LibraryForm, "title: x\nlicense: CC BY 4.0").licence == "CC BY 4.0"


def test_an_event_may_be_booked_out_on_single_days():
    assert form(EventForm, "title: x\nstart: 2026-01-06\nfull: yes").full is True
    assert form(EventForm, "title: x\nstart: 2026-01-06\nfull: [2026-01-13]").full == (date(2026, 1, 13),)
    assert form(EventForm, "title: x\nstart: 2026-01-06").full is False


def test_a_site_has_settings_with_defaults():
    site = form(SiteForm, "title: Moves\nbase_url: https://example.org/moves/\ntimezone: Europe/London")
    assert (site.language, site.theme, site.feed_past_months, site.feed_future_months, len(site.outputs)) == ("en", "default", 12, 12, 8)


def test_a_site_can_say_all_that_the_contract_lists():
    site = form(
        SiteForm,
        "title: Moves\nbase_url: https://example.org/moves/\ntimezone: Europe/London\nlanguage: en_gb\norganiser: {name: Hands, email: a@b.example}\n"
        "closed: {2026-12-24..2027-01-02: winter break}\nkinds: {sound-bath: Sound bath}\nsignup: netlify\ncurrency: gbp\nfeed_past_months: 6\n"
        "navigation: [{title: Events, to: events/}, about]\noutputs: pages, calendars",
    )
    assert (site.language, site.currency, site.feed_past_months, site.outputs) == ("en-GB", "GBP", 6, ("pages", "calendars"))
    assert site.organiser.email == "a@b.example"
    assert site.closed == (Days(date(2026, 12, 24), date(2027, 1, 2), "winter break"),)
    assert site.kinds == (Kind("sound-bath", "Sound bath"),)
    assert site.navigation == (NavigationItem("Events", "events/"), NavigationItem("", "about"))
    assert site.signup == Signup(Provider.NETLIFY)


def test_an_unknown_family_of_outputs_gets_the_nearest():
    assert said(SiteForm, "title: x\nbase_url: https://example.org/\ntimezone: Europe/London\noutputs: [pages, calendar]") == [(5, 18, "E702")]


def test_a_workshop_has_an_outline_with_minutes():
    workshop = form(
        WorkshopForm,
        "title: x\nminutes: 45 min\noutline:\n  - 5 min: arrive\n  - 20 practise\n  - rest\nreview_by: 2026-03-15\nstop_if: [pain]\ntakeaway: |\n  - a\n  - b",
    )
    assert workshop.minutes == timedelta(minutes=45) // timedelta(minutes=1)
    assert workshop.outline == (("5", "arrive"), ("", "20 practise"), ("", "rest"))
    assert workshop.takeaway == "- a\n- b"


def test_a_venue_has_a_place_and_facts():
    venue = form(VenueForm, "title: x\ngeo: [51.5, -0.1]\nhours: {Tuesday: 17:30 to 20:00}\naccess:\n  - Step-free: yes\n  - A lift\ncapacity: 14")
    assert (venue.geo, venue.hours, venue.access) == ((51.5, -0.1), (("Tuesday", "17:30 to 20:00"),), (("Step-free", "yes"), ("A lift", "")))


def test_a_person_is_public_unless_it_says_otherwise():
    assert form(PersonForm, "title: Anna").public is True
    assert form(PersonForm, "name: Anna\npublic: no").public is False


@pytest.mark.parametrize("kind", sorted(FORMS))
def test_every_field_is_explained_and_its_example_can_be_read(kind):
    for note in field_notes(FORMS[kind]):
        assert note.description.endswith(".")
        key = {"start": "", "when": ""}.get(note.name, "\nstart: 2026-01-06") if kind == "event" and note.name != "when" else ""
        others = "".join(f"\n{other.name}: {other.example}" for other in field_notes(FORMS[kind]) if other.required and other.name != note.name)
        assert form(FORMS[kind], f"{note.name}: {note.example}{others}{key}") is not None


@pytest.mark.parametrize("kind", sorted(FORMS))
def test_every_form_has_a_schema_that_editors_can_use(kind):
    schema = schema_of(FORMS[kind])
    Draft202012Validator.check_schema(schema)
    assert json.loads(json.dumps(schema))["additionalProperties"] is False


def test_the_schema_of_events_accepts_what_the_contract_shows():
    assert list(Draft202012Validator(schema_of(EventForm)).iter_errors(fields(CONTRACT))) == []


ODD = (
    "[[a]]", "{a: b}", "{a: {b: c}}", "[{a: b}]", "[null]", "[{}]", "{'': x}", "{x: }", "-1", "1e999", "99999999999999999999", "..", "../..", "http://[::1",
    "mailto:", "RRULE:", "FREQ=WEEKLY;BYDAY=", "'weekly, weekly'", "0000-00-00", "9999-12-31 23:59", "2026-01-06T18:00+99:99", "{2026-01-06: {venue: x}}",
    "[2026-01-06, [2026-01-13]]", "from to", "\N{SEEDLING}", "x" * 3000,
)  # fmt: skip


@pytest.mark.parametrize(("kind", "field"), [(kind, note.name) for kind, form in FORMS.items() for note in field_notes(form)])
def test_whatever_stands_in_a_field_is_understood_or_explained(kind, field):
    for value in ODD:
        document = written(f"---\n{field}: {value}\n---\n").document
        if document is not None:
            for note in fill(FORMS[kind], document).diagnostics:
                assert note.span.line <= 2
                assert note.message

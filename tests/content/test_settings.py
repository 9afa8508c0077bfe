import pytest

from mcsite.model.settings import NavigationItem
from mcsite.model.signup import Intake


def settings(site, *lines):
    prepared = site.settings(*lines).prepare()
    assert prepared.diagnostics == ()
    return prepared.edition.site.settings


def test_own_kinds_come_after_the_usual_ones_and_may_rename_them(site):
    kinds = {kind.slug: kind.title for kind in settings(site, "kinds: {sound-bath: Sound bath, class: Lesson}").kinds}
    assert kinds["sound-bath"] == "Sound bath"
    assert kinds["class"] == "Lesson"
    assert kinds["pop-up"] == "Pop-up"


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("navigation: [{title: What is on, to: /events/}]", NavigationItem("What is on", "events/")),
        ("navigation: {Events: events}", NavigationItem("Events", "events/")),
        ("navigation: [first-visit]", NavigationItem("First visit", "first-visit/")),
        ("navigation: {Book: 'https://book.example/'}", NavigationItem("Book", "https://book.example/")),
        ("navigation: {Follow: calendar.ics}", NavigationItem("Follow", "calendar.ics")),
    ],
)
def test_a_menu_can_be_written_as_one_likes(site, line, item):
    site.write("pages/first-visit.md", "title: First visit")
    assert settings(site, line).navigation == (item,)


def test_the_base_url_ends_with_a_slash(site):
    site.write("site.md", "title: Moves\nbase_url: https://example.org/moves\ntimezone: Europe/London")
    assert site.prepare().edition.site.settings.base_url == "https://example.org/moves/"


def test_the_organiser_is_read(site):
    organiser = settings(site, "organiser: {name: Harbour Bodywork, email: hello@example.org}").organiser
    assert (organiser.name, organiser.email) == ("Harbour Bodywork", "hello@example.org")


def test_closed_days_take_sessions_of_series_only(site):
    site.settings("closed: {2026-01-13: bank holiday}")
    site.write("events/a.md", "title: A\nonline: https://meet.example/\nstart: 2026-01-06 18:00\nend: 19:00\nrepeat: weekly\ntimes: 2")
    site.write("events/b.md", "title: B\nonline: https://meet.example/\nstart: 2026-01-13 18:00\nend: 19:00")
    prepared = site.prepare()
    assert prepared.diagnostics == ()
    assert [session.key for session in prepared.edition.sessions_of["a"]] == ["2026-01-06", "2026-01-20"]
    assert len(prepared.edition.sessions_of["b"]) == 1


@pytest.mark.parametrize(("lines", "hours"), [((), 24), (("late_change_hours: 0",), 0), (("late_change_hours: 48",), 48), (("late_change_hours: 168",), 168)])
def test_the_hours_of_late_changes_are_a_day_unless_said(site, lines, hours):
    assert settings(site, *lines).late_change_hours == hours


@pytest.mark.parametrize("wrong", ["169", "-1", "a day"])
def test_more_than_a_week_of_late_changes_cannot_be_asked_for(site, wrong):
    assert [note.code for note in site.settings(f"late_change_hours: {wrong}").check()] == ["E709"]


def test_what_holds_for_every_form_is_said_once(site):
    found = settings(site, "consent: You may write to me.", "secure_intake: {name: Clinic portal, url: https://clinic.example/intake}")
    assert (found.consent, found.secure_intake) == ("You may write to me.", Intake("Clinic portal", "https://clinic.example/intake"))


def test_a_form_of_the_whole_site_that_asks_about_health_stops_the_build(site):
    site.write("pages/privacy.md", "title: Privacy").settings("language: de", "signup: {netlify: yes, fields: [name, Geburtsdatum]}")
    assert [(note.code, note.span.path, note.span.line) for note in site.check()] == [("E721", "content/site.md", 6)]
    assert site.build().report is None

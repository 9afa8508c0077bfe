"""What an edit costs, in things that are counted: a clock would tell of the machine, a count tells of the program."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

import pytest
from story import Story

from mcsite import kept, memo
from mcsite.content import events, opened
from mcsite.content.drafts import Draft
from mcsite.content.options import Options
from mcsite.pipeline import prepare
from mcsite.render import calendars, markup

WEEKS = 4


@pytest.fixture(params=[6, 24], ids=["few events", "many events"])
def community(site: Story, request):
    """Each third event is a series, and each has words of its own; ``e1`` stands at the first of three venues."""
    memo.forget()
    site.settings("outputs: [pages, calendars]")
    for number in range(3):
        site.write(f"venues/v{number}.md", f"title: Venue {number}\naddress: {number} High Street")
    for number in range(1, request.param + 1):
        series = f"repeat: weekly\ntimes: {WEEKS}\n" if number % 3 == 0 else ""
        fields = f"title: Event {number}\nstart: 2026-02-03 18:00\nend: 19:00\n{series}venue: v{number % 3}\ntags: [t{number % 3}]\nsummary: In short."
        site.write(f"events/e{number}.md", f"---\n{fields}\n---\nWhat there is to **say** of {number}.\n")
    site.build()
    return site


@pytest.fixture
def counted(monkeypatch):
    """How often what takes long is done: reading an event's fields and its text, understanding front matter, rendering Markdown, writing a VEVENT."""
    done = Counter()
    for module, name in ((events, "draft_of"), (Draft, "told"), (opened, "read"), (markup, "unsafe_html"), (calendars, "_lines")):
        monkeypatch.setattr(module, name, _counting(getattr(module, name), name, done))
    return done


def _counting(function, name, done):
    def counting(*arguments):
        done[name] += 1
        return function(*arguments)

    return counting


def test_an_edit_of_a_body_makes_what_shows_it_and_reads_one_text(community, counted):
    community.write("events/e1.md", community.path("events/e1.md").read_text("utf-8").replace("say", "tell"))
    report = community.build().report
    assert counted == {"told": 1, "unsafe_html": 1, "_lines": 1}
    assert {path.removeprefix("public/") for path in report.reasons} == {
        "events/e1/index.html",
        "events/e1/session.ics",
        "calendar.ics",
        "calendar/kinds/event.ics",
        "calendar/tags/t1.ics",
        "calendar/venues/v1.ics",
        "ledger.json",
    }


def test_a_process_that_goes_on_plans_again_only_what_shows_the_edit(site):
    site.settings("outputs: [pages, calendars]")
    for number in range(1, 7):
        site.write(f"events/e{number}.md", f"---\ntitle: Event {number}\nstart: 2026-02-0{number} 18:00\nend: 19:00\nsummary: In short.\n---\nSay it.\n")
    with kept.keeping():
        before = _planned(site)
        kept.next_build()
        site.write("events/e1.md", site.path("events/e1.md").read_text("utf-8").replace("Say", "Tell"))
        after = _planned(site)
    pages = {path for path in before if path.endswith("/index.html") and path.startswith("events/e")}
    assert {path for path in pages if after[path] is not before[path]} == {"events/e1/index.html"}


def _planned(site):
    prepared = prepare(site.root, Options(datetime(2026, 1, 5, 9, tzinfo=UTC)))
    return {artifact.path: artifact for artifact in prepared.artifacts}


def test_an_edit_of_one_session_writes_that_session_alone(community, counted):
    text = community.path("events/e3.md").read_text("utf-8")
    community.write("events/e3.md", text.replace("venue:", "changed: {2026-02-10: Bring a mat}\nvenue:"))
    report = community.build().report
    assert counted["draft_of"] == counted["told"] == counted["read"] == 1
    assert counted["unsafe_html"] == 0
    assert counted["_lines"] <= 2 + WEEKS
    assert not [path for path in report.reasons if path.startswith("public/events/e") and not path.startswith("public/events/e3/")]


def test_an_edit_of_a_venue_leaves_the_events_elsewhere_alone(community, counted):
    community.write("venues/v1.md", "title: Venue 1\naddress: 1 Low Street")
    reasons = community.build().report.reasons
    elsewhere = [path for path in community.files() if path.startswith("events/e") and int(path.split("/")[1][1:]) % 3 != 1]
    assert not [path for path in elsewhere if f"public/{path}" in reasons]
    assert counted["unsafe_html"] == 0


def test_where_nothing_changed_nothing_is_read_or_made(community, counted):
    report = community.build().report
    assert (report.reasons, report.written, report.removed) == ({}, (), ())
    assert not counted

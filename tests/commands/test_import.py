import io

import pytest
from foreign import WEEKLY, bring, calendar, event
from story import Story

from mcsite.cli import run

ENDLESS = WEEKLY.replace(";COUNT=4", "")


def test_a_calendar_is_imported_checked_and_built(site: Story):
    told = bring(site, calendar(event(WEEKLY + "\nLOCATION:Hall\nATTENDEE:mailto:ann@example.org")))
    assert told.splitlines() == [
        "Wrote 1 event with 4 sessions into content/events, and 1 venue into content/venues.",
        "Not carried over:",
        "  1 × names and addresses of people who attend",
        f"'mcsite check --site {site.root}' looks the files over, 'mcsite build --site {site.root}' puts them on the site.",
    ]
    assert site.check() == ()
    assert site.build().report is not None


def test_followers_find_the_uid_and_the_sequence_that_they_know(site: Story):
    bring(site, calendar(event("DTSTART:20260113T180000Z\nDURATION:PT1H\nSEQUENCE:7"), event(WEEKLY + "\nSEQUENCE:3", uid="0400-NO-AT", summary="Circle")))
    site.build()
    assert "UID:a@elsewhere.example\r\nSEQUENCE:7\r\n" in site.read("events/swap/session.ics").replace("\n", "\r\n")
    assert "UID:0400-NO-AT\r\nSEQUENCE:3\r\n" in site.read("events/circle/series.ics").replace("\n", "\r\n")
    assert "UID:0400-NO-AT-2026-01-06\r\nSEQUENCE:0\r\n" in site.read("events/circle/calendar.ics").replace("\n", "\r\n")


def test_another_import_of_the_same_file_changes_nothing(site: Story):
    data = calendar(event(WEEKLY), event("DTSTART:20260113T180000Z\nDURATION:PT1H", uid="", summary="Nameless"))
    bring(site, data)
    before = {path: path.read_bytes() for path in site.path("events").iterdir()}
    assert bring(site, data).splitlines() == ["There is nothing to write.", "On the site already, and left as they are: 2 events of the calendar."]
    assert {path: path.read_bytes() for path in site.path("events").iterdir()} == before


def test_a_dry_run_writes_nothing_and_says_what_it_would(site: Story):
    told = bring(site, calendar(event(WEEKLY)), "--dry-run", "--into", "2026")
    assert told.splitlines() == ["Would write 1 event with 4 sessions into content/events/2026.", "  content/events/2026/swap.md"]
    assert not site.path("events").exists()


def test_series_without_an_end_are_certain_for_a_year_or_as_long_as_is_said(site: Story):
    assert "One series has no end, and is certain up to 2027-01-05" in bring(site, calendar(event(ENDLESS)))
    assert "confirmed_until: 2027-01-05" in site.path("events/swap.md").read_text()
    bring(site, calendar(event(ENDLESS, uid="b", summary="Circle")), "--until", "2026-02-01")
    assert "confirmed_until: 2026-02-01" in site.path("events/circle.md").read_text()


def test_what_must_be_looked_at_is_named_with_its_event(site: Story):
    told = bring(site, calendar(event("DTSTART:20260113T180000Z")))
    assert told.splitlines()[1:4] == ["To look at:", "  It says no end after its beginning: one hour is assumed.", "    Swap"]


@pytest.mark.parametrize(("arguments", "words"), [
    (("feed.ics",), "holds no calendar"), (("missing.ics",), "does not exist"), (("feed.ics", "--into", "../x"), "is not a folder"),
    (("feed.ics", "--until", "soon"), "is not a day"),
    ((), "Missing argument"),
])  # fmt: skip
def test_what_makes_no_sense_is_answered_in_a_sentence(site: Story, arguments: tuple[str, ...], words: str):
    (site.root / "feed.ics").write_text("<!doctype html>")
    done = site.command("import", *arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_calendar_may_be_piped_in(site: Story, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(calendar(event(WEEKLY)))))
    assert run(["import", "-", "--site", str(site.root)]) == 0
    assert site.path("events/swap.md").exists()


def test_a_quiet_import_says_only_what_must_be_looked_at(site: Story):
    assert bring(site, calendar(event(WEEKLY)), "-q") == ""
    assert bring(site, calendar(event("DTSTART:20260113T180000Z", uid="b")), "-q").startswith("To look at:")


def test_outside_of_a_site_nothing_is_imported(tmp_path):
    (tmp_path / "feed.ics").write_bytes(calendar(event(WEEKLY)))
    done = Story(tmp_path).command("import", "feed.ics")
    assert (done.returncode, "there is no site" in done.stderr) == (2, True)

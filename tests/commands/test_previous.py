"""What was published last is read from where one says, as data, and without it there is no guessing."""

import pytest
from ledger.feeds import followed

from mcsite.commands import asking

STRETCH = "title: Stretch\nonline: https://meet.example/\nstart: 2026-01-06 18:00\nend: 18:45\nrepeat: weekly\ntimes: 3\n"
NOW = ("--now", "2026-01-05T09:00")
LATER = ("--now", "2026-01-05T10:00")


@pytest.fixture
def town(site, run):
    site.write("events/stretch.md", STRETCH)
    assert run(site, "build", *NOW).returncode == 0
    return site


def kept(site):
    """The published ledger, out of the way of the next build."""
    path = site.root / "kept.json"
    path.write_bytes((site.output / "public" / "ledger.json").read_bytes())
    return str(path)


def modified(site):
    return {entry["LAST-MODIFIED"] for entry in followed(site).values()}


def test_the_output_folder_remembers_by_itself(town, run):
    before = town.files()
    assert "Nothing changed" in run(town, "build", *LATER).stderr
    assert town.files() == before


def test_none_is_to_begin_anew(town, run):
    assert run(town, "build", *LATER, "--previous", "none").returncode == 0
    assert modified(town) == {"20260105T100000Z"}
    before = town.files()
    run(town, "build", *LATER, "--previous=none")
    assert town.files() == before


def test_a_file_takes_the_place_of_the_output_folder(town, run, tmp_path):
    path = kept(town)
    assert run(town, "build", *LATER, "--previous", path, "--output", str(tmp_path / "elsewhere")).returncode == 0
    assert (tmp_path / "elsewhere/public/calendar.ics").read_bytes() == (town.output / "public/calendar.ics").read_bytes()


def test_check_asks_the_same_questions(town, run):
    town.remove("events/stretch.md")
    done = run(town, "check", *LATER)
    assert done.returncode == 1
    assert "E901" in done.stdout
    assert run(town, "check", *LATER, "--previous", "none").returncode == 0


def test_a_file_that_is_not_there_is_said_at_once(town, run):
    done = run(town, "build", *LATER, "--previous", "nowhere.json")
    assert done.returncode == 2
    assert "there is no file nowhere.json" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_memory_that_is_damaged_is_one_of_the_problems(town, run):
    (town.output / "public" / "ledger.json").write_text("scribble")
    town.write("events/other.md", "title: Other")
    done = run(town, "build", *LATER)
    assert done.returncode == 1
    assert "output/public/ledger.json" in done.stdout
    assert "E900" in done.stdout
    assert "E701" in done.stdout


def test_a_memory_that_was_there_and_is_gone_is_not_forgotten_in_silence(town, run):
    (town.output / "public" / "ledger.json").unlink()
    lost = run(town, "build", *LATER)
    assert (lost.returncode, lost.stdout.count("warning[W900]")) == (0, 1)
    assert "'--previous live'" in lost.stdout
    assert "W900" not in run(town, "build", *LATER).stdout


def test_who_says_none_is_not_asked_about_a_memory_that_is_gone(town, run):
    (town.output / "public" / "ledger.json").unlink()
    assert "W900" not in run(town, "build", *LATER, "--previous", "none").stdout


def test_the_fast_door_is_shut_when_the_memory_was_changed(town, run):
    first = (town.output / "public" / "ledger.json").read_bytes()
    (town.output / "public" / "ledger.json").write_bytes(first.replace(b'"sequence": 0', b'"sequence": 7'))
    run(town, "build", *LATER)
    assert {entry["SEQUENCE"] for entry in followed(town).values()} == {"7"}


@pytest.fixture
def published(town, monkeypatch):
    """What the site's address answers with: bytes, or none for nothing yet. The addresses that were asked for."""
    asked = []
    answer = {"data": (town.output / "public" / "ledger.json").read_bytes(), "asked": asked}
    monkeypatch.setattr(asking, "ask", lambda address: asked.append(address) or answer["data"])
    return answer


def test_the_live_site_is_asked_below_its_own_address(town, run, published, tmp_path):
    done = run(town, "build", *LATER, "--previous", "live", "--output", str(tmp_path / "clean"))
    assert done.returncode == 0
    assert published["asked"] == ["https://example.org/ledger.json"]
    assert (tmp_path / "clean/public/calendar.ics").read_bytes() == (town.output / "public/calendar.ics").read_bytes()
    run(town, "check", *LATER, "--previous", "live", "--base-url", "https://elsewhere.example/moves")
    assert published["asked"][1:] == ["https://elsewhere.example/moves/ledger.json"]


def test_a_preview_at_another_address_asks_the_published_site(town, run, published, tmp_path):
    preview = ("--base-url", "https://preview.example/", "--output", str(tmp_path / "preview"))
    for address in ("https://example.org/", "https://example.org"):
        assert run(town, "build", *LATER, "--previous", address, *preview).returncode == 0
    assert published["asked"] == ["https://example.org/ledger.json"] * 2
    assert b"@example.org\r\n" in (tmp_path / "preview/public/calendar.ics").read_bytes()
    town.remove("events/stretch.md")
    assert "E901" in run(town, "build", *LATER, "--previous", "https://example.org/", *preview).stdout


def test_a_site_that_is_not_there_yet_is_published_for_the_first_time(town, run, published):
    published["data"] = None
    done = run(town, "build", *LATER, "--previous", "live")
    assert done.returncode == 0
    assert "this is the first publication" in done.stderr
    assert modified(town) == {"20260105T100000Z"}


def test_a_live_site_that_answers_with_something_else_stops_the_build(town, run, published):
    published["data"] = b"<!doctype html>"
    done = run(town, "build", *LATER, "--previous", "live")
    assert done.returncode == 1
    assert "https://example.org/ledger.json" in done.stdout
    assert modified(town) == {"20260105T090000Z"}
    assert "take the published one with '--previous live'" not in done.stdout


def test_settings_without_an_address_are_the_only_problem(town, run, published):
    town.write("site.md", "title: Moves\ntimezone: Europe/London")
    done = run(town, "check", *LATER, "--previous", "live")
    assert (done.returncode, published["asked"]) == (1, [])
    assert "E701" in done.stdout

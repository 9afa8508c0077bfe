"""``mcsite build`` as a person meets it."""

import json
import os
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from story import NOW, REPOSITORY, Story

import mcsite.cli
from mcsite.__main__ import main
from mcsite.ledger.fullness import fullness

EVENT = "title: Swap\nstart: 2026-01-06 18:00\nend: 19:00\nonline: https://meet.example.org/"
BROKEN = "title: Broken\nstart: soon"


@pytest.fixture
def settled(site: Story):
    """A site whose files were saved a while ago, so that the fast door trusts what the system says of them."""

    def settle():
        for path in (site.root / "content").rglob("*"):
            os.utime(path, (path.stat().st_atime, time.time() - 3600.25))
        time.sleep(0.1)  # the time of the change of status cannot be set back

    site.write("events/swap.md", EVENT)
    return settle


@pytest.fixture
def build(run):
    return lambda site, *arguments: run(site, "build", "--now", NOW, *arguments)


def test_a_build_counts_what_it_did_and_says_where_to_look(site, build):
    done = build(site.write("events/swap.md", EVENT))
    assert (done.returncode, done.stdout) == (0, "")
    summary, news, place = done.stderr.strip().split("\n")
    assert summary.startswith("1 event, 1 session, ")
    assert " written, 0 unchanged, 0 removed (" in summary
    assert news == "For followers: the first publication"
    assert place == f"The site is in {Path('output/public')}"


def test_what_followers_will_see_is_one_line_and_none_when_nothing_changes(site, build):
    build(site.write("events/swap.md", EVENT).write("events/talk.md", EVENT.replace("Swap", "Talk")))
    site.write("events/swap.md", EVENT.replace("18:00", "18:30")).write("events/talk.md", EVENT.replace("Swap", "A talk"))
    site.write("events/more.md", EVENT.replace("Swap", "More"))
    assert "\nFor followers: 1 moved, 1 new, 1 with another title\n" in build(site).stderr
    assert "For followers" not in build(site).stderr
    assert "For followers" not in build(site.write("pages/about.md", "title: About")).stderr
    site.write("events/swap.md", EVENT)
    assert build(site, "-q").stderr == ""


def test_of_drafts_followers_are_told_nothing(site, build):
    build(site.write("events/swap.md", EVENT))
    assert "For followers" not in build(site.write("events/draft.md", f"{EVENT}\ndraft: yes"), "--drafts").stderr


def test_the_fast_door_tells_no_news_twice(site, settled, door):
    settled()
    assert "For followers: the first publication\n" in door(site, "--now", NOW)[3]
    site.write("events/swap.md", EVENT.replace("19:00", "19:30"))
    time.sleep(0.1)
    assert "For followers: 1 with another end\n" in door(site, "--now", NOW)[3]
    for path in (site.root / "content").rglob("*"):
        os.utime(path, (path.stat().st_atime, time.time() - 3600.25))
    time.sleep(0.1)
    for expected in (False, True):
        _, fast, _, said = door(site, "--now", NOW)
        assert fast is expected
        assert said.startswith("Nothing changed")
        assert "For followers" not in said


def test_a_second_build_says_that_nothing_changed(site, build):
    build(site.write("events/swap.md", EVENT))
    done = build(site)
    assert done.stderr.startswith("Nothing changed: 1 event, 1 session, ")
    assert done.returncode == 0


def test_an_error_leaves_the_last_good_site(site, build):
    build(site.write("events/swap.md", EVENT))
    before = site.files()
    done = build(site.write("events/broken.md", BROKEN).write("events/swap.md", EVENT.replace("Swap", "Swop")))
    assert done.returncode == 1
    assert "content/events/broken.md:3:8: error[E3" in done.stdout
    assert done.stderr.startswith("Nothing was built: 1 error.")
    assert site.files() == before


def test_with_strict_a_warning_is_enough(site, build):
    site.write("events/swap.md", f"{EVENT}\ncapacity: 40\nvenue: loft").write("venues/loft.md", "title: Loft\ncapacity: 10")
    done = build(site, "--strict")
    assert (done.returncode, site.output.exists()) == (1, False)
    assert "warning[W641]" in done.stdout
    assert build(site).returncode == 0


def test_as_json_standard_output_holds_the_problems_and_nothing_else(site, build):
    assert json.loads(build(site.write("events/swap.md", EVENT), "--format", "json").stdout) == []
    found = json.loads(build(site.write("events/broken.md", BROKEN), "--format", "json").stdout)
    assert [(note["path"], note["severity"], note["line"]) for note in found] == [("content/events/broken.md", "error", 3)]


def test_as_json_it_is_one_list_also_when_a_template_fails_at_the_end(site, build):
    site.settings("theme: own").write("themes/own/theme.toml", 'extends = "default"\n').write("themes/own/templates/404.html", "{{ nothing }}\n")
    site.write("events/swap.md", EVENT.replace("19:00", "''"))
    assert [note["code"] for note in json.loads(build(site, "--format", "json").stdout)] == ["W360", "E507"]


def test_for_github_each_problem_is_a_line(site, build):
    assert build(site.write("events/broken.md", BROKEN), "--format", "github").stdout.startswith("::error file=content/events/broken.md,line=3,col=8,")


def test_the_reasons_can_be_asked_for(site, build):
    build(site.write("events/swap.md", EVENT).write("assets/card.txt", "Stand up."))
    done = build(site.write("events/swap.md", f"{EVENT}\nsummary: Bring a book."), "--explain")
    assert "made     public/events/swap/index.html  because " in done.stderr
    site.remove("assets/card.txt")
    assert "removed  public/assets/card.txt" in build(site, "--explain").stderr


def test_what_is_held_back_is_said_with_the_reason(site, build):
    site.write("events/draft.md", f"{EVENT}\ndraft: yes").write("events/later.md", f"{EVENT}\npublish_on: 2026-02-01")
    said = build(site).stderr
    assert "held back: content/events/draft.md: it is a draft\n" in said
    assert "held back: content/events/later.md: it is to be published on 2026-02-01\n" in said
    assert "2 events" not in said
    assert "held back" not in build(site, "--drafts").stderr


def test_quietly_only_problems_are_said_and_verbosely_every_file(site, build):
    assert build(site.write("events/swap.md", EVENT), "-q").stderr == ""
    site.write("events/swap.md", EVENT.replace("Swap", "Swop"))
    assert "wrote    public/events/swap/index.html\n" in build(site, "-v").stderr


def test_files_of_others_are_kept_and_said(site, build):
    build(site)
    (site.output / "public" / "proof.txt").write_text("mine")
    assert "kept, though not made by mcsite: public/proof.txt" in build(site.write("events/swap.md", EVENT)).stderr
    assert site.read("proof.txt") == "mine"


def test_a_folder_of_others_is_refused_in_one_sentence(site, build, tmp_path):
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.txt").write_text("years of work")
    done = build(site, "--output", str(tmp_path / "thesis"))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "not made by mcsite" in done.stderr
    assert [path.name for path in (tmp_path / "thesis").iterdir()] == ["chapter.txt"]


def test_without_a_cache_none_is_written(site, build):
    build(site.write("events/swap.md", EVENT), "--no-cache")
    assert not (site.root / ".mcsite").exists()
    assert site.files()


def test_deleting_the_cache_is_safe_and_damaging_it_too(site, build):
    build(site.write("events/swap.md", EVENT))
    before = site.files()
    stamps = {path: path.stat().st_mtime_ns for path in site.output.rglob("*.html")}
    for path in (site.root / ".mcsite").iterdir():
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2] + b"damage")
    assert build(site).returncode == 0
    assert site.files() == before
    assert {path: path.stat().st_mtime_ns for path in site.output.rglob("*.html")} == stamps


def test_the_moment_and_the_address_can_be_said(site, build, run):
    site.write("events/swap.md", EVENT)
    build(site, "--base-url", "https://other.example/moves")
    assert "https://other.example/moves/events/swap/" in site.read("sitemap.xml")
    assert "swap" in site.read("events/index.html")
    run(site, "build", "--now", "2026-02-01")
    assert "swap" not in site.read("events/index.html")


def test_the_environment_stops_the_clock(site, run):
    done = run(site.write("events/swap.md", EVENT), "build", SOURCE_DATE_EPOCH="1767603600")
    assert done.returncode == 0
    assert "swap" in site.read("events/index.html")


def test_one_process_and_two_python_o_and_another_place_give_the_same_bytes(tmp_path):
    sites = [Story(tmp_path / name).copy_of(REPOSITORY) for name in ("one", "two")]
    assert sites[0].command("build", "--now", NOW, "--jobs", "1").returncode == 0
    done = sites[1].command("build", "--now", NOW, "--jobs", "2", python=("-O",), cwd=tmp_path, TZ="Asia/Tokyo", LC_ALL="tr_TR.UTF-8", PYTHONHASHSEED="7")
    assert done.returncode == 0
    assert sites[0].files() == sites[1].files()


@pytest.fixture
def door(monkeypatch, capsys):
    """``door(site, …)``: through the front door, and whether it was the fast one."""

    def enter(site, *arguments):
        with monkeypatch.context() as patch:
            patch.chdir(site.root)
            patch.setattr("sys.argv", ["mcsite", "build", *arguments])
            patch.setattr("mcsite.cli.run", lambda typed: long_way.append(typed) or cli.run(typed))
            long_way = []
            status = main()
        return status, not long_way, *capsys.readouterr()

    cli = SimpleNamespace(run=mcsite.cli.run)
    return enter


def test_when_nothing_changed_the_fast_door_answers_in_the_same_words(site, settled, door):
    settled()
    arguments = ("--now", NOW, "--format", "json", "--explain")
    door(site, *arguments)
    (site.root / ".mcsite" / "last-build").unlink()
    status, fast, *long_way = door(site, *arguments)
    assert (status, fast) == (0, False)
    status, fast, *short_way = door(site, *arguments)
    assert (status, fast) == (0, True)
    assert [text.partition(" (")[0] for text in short_way] == [text.partition(" (")[0] for text in long_way]
    assert short_way[0] == "[]\n"


def test_the_fast_door_never_hides_a_change(site, settled, door):
    settled()

    def seen():
        status, fast, _, said = door(site, "--now", NOW)
        assert status == 0
        return "fast" if fast else said.rpartition("; ")[2].partition(" (")[0].rpartition("\n")[2]

    seen()
    assert seen() == "fast"
    site.write("events/swap.md", EVENT.replace("Swap", "Swop"))
    assert " written, " in seen()
    settled()
    seen()
    assert seen() == "fast"
    (site.output / "public" / "index.html").write_text("defaced")
    assert seen().startswith("1 written")
    assert seen() == "fast"
    (site.output / "public" / "index.html").unlink()
    assert seen().startswith("1 written")
    site.write("assets/leaf.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')
    assert seen() != "fast"


def test_the_fast_door_knows_that_time_passes(site, settled, door, monkeypatch):
    settled()
    door(site)
    assert door(site)[1]
    tomorrow = time.time() + 86400
    monkeypatch.setattr("mcsite.commands.quick.time.time", lambda: tomorrow)
    assert not door(site)[1]


@pytest.mark.parametrize("trouble", ["a warning that is an error", "an error"])
def test_the_fast_door_does_not_open_for_a_site_that_failed(site, settled, door, trouble):
    site.write("events/broken.md", BROKEN if trouble == "an error" else "title: Nowhere\nstart: 2026-01-06 18:00")
    settled()
    for _ in range(2):
        status, fast, *_ = door(site, "--now", NOW, "--strict")
        assert (status, fast) == (1, False)


def test_where_there_is_no_search_engine_one_line_says_so_and_the_site_is_built(site, build, monkeypatch):
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    done = build(site.write("events/swap.md", EVENT))
    assert done.returncode == 0
    assert [line for line in done.stderr.split("\n") if "warning" in line] == [
        "warning: there is no pagefind for this Python and system, so the search page finds titles only"
    ]
    assert "Swap" in site.read("search/index.html")
    assert not [path for path in site.files() if path.startswith("search/index/")]


def test_a_build_says_when_the_ledger_has_little_room_left(site, build, monkeypatch):
    site.settings("outputs: [calendars]").write("events/swap.md", EVENT)
    assert "ledger.json" not in build(site).stderr
    monkeypatch.setattr("mcsite.commands.build.fullness", lambda size: fullness(size, largest=size + 1))
    assert "warning: ledger.json has 0.0 of at most 0 MB, and what is larger the next build refuses (E900)" in build(site).stderr


def test_a_build_that_says_more_says_where_the_time_went(site, build):
    said = build(site.write("events/swap.md", EVENT), "-v").stderr
    table = said[said.index("Where the time went") :]
    stages = [line.split("  ")[0] for line in table.split("\n")[1:] if line and not line.startswith(" ")]
    assert stages[:3] == ["Start", "Look at all files", "What was published"]
    assert {"Front matter", "Events and their dates", "Ledger", "Plan", "Fingerprints", "Making", "Publishing"} <= set(stages)


def test_measuring_changes_no_byte(site, build):
    site.write("events/swap.md", EVENT)
    build(site, "--output", "plain")
    build(site, "-v", "--profile", "trace.json", "--output", "measured", "--jobs", "2", "--no-cache")
    assert files_of(site.root / "plain" / "public") == files_of(site.root / "measured" / "public")


def test_a_profile_names_every_file_that_was_made(site, build):
    build(site.write("events/swap.md", EVENT), "--profile", "trace.json")
    events = json.loads((site.root / "trace.json").read_text("utf-8"))["traceEvents"]
    made = {event["args"]["of"] for event in events if event.get("cat") == "file" and "of" in event["args"]}
    assert {"events/swap/index.html", "calendar.ics", "ledger.json"} <= made


def test_a_build_that_is_measured_is_done_though_nothing_changed(settled, site, build):
    settled()
    build(site, "-v")
    assert "Fingerprints" in build(site, "-v").stderr


def files_of(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

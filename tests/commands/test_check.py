"""``mcsite check`` as a person meets it."""

import json

import pytest
from story import NOW

EVENT = "title: Swap\nstart: 2026-01-06 18:00\nend: 19:00\nonline: https://meet.example.org/"


@pytest.fixture
def check(run):
    return lambda site, *arguments: run(site, "check", "--now", NOW, *arguments)


def test_a_good_site_is_said_to_be_one(site, check):
    done = check(site.write("events/swap.md", EVENT))
    assert (done.returncode, done.stdout, done.stderr) == (0, "No problems in 1 event, 1 session.\n", "")


def test_all_problems_of_all_files_come_in_one_run(site, check):
    done = check(site.write("events/a.md", "title: A\nstart: soon\nvenu: loft").write("events/b.md", "titel: B\nstart: 2026-01-06"))
    assert done.returncode == 1
    lines = [line for line in done.stdout.split("\n") if line.startswith("content/")]
    assert [line.partition(":")[0] for line in lines] == ["content/events/a.md"] * 2 + ["content/events/b.md"] * 2
    assert "did you mean 'venue'?" in done.stdout
    assert done.stdout.endswith("says more about the first.\n")


def test_nothing_is_built(site, check):
    check(site.write("events/swap.md", EVENT))
    assert not site.output.exists()


def test_it_tells_what_a_build_would_make(site, check):
    site.write("events/swap.md", EVENT).write("assets/card.txt", "Stand up.").build()
    before = site.files()
    done = check(site.write("events/swap.md", EVENT.replace("Swap", "Swop")), "--explain")
    assert "would make   public/events/swap/index.html  because " in done.stdout
    assert "would remove public/assets/card.txt" in check(site.remove("assets/card.txt"), "--explain").stdout
    assert site.files() == before


def test_a_folder_without_a_site_is_a_problem_that_says_what_to_do(site, check):
    site.remove("site.md")
    done = check(site)
    assert done.returncode == 1
    assert "mcsite init" in done.stdout


def test_quietly_and_as_json_there_are_problems_only(site, check):
    assert check(site.write("events/swap.md", EVENT), "-q").stdout == ""
    assert json.loads(check(site, "--format", "json").stdout) == []


def test_the_help_says_what_more_processes_are_for(site, run):
    assert "How many processes may read and make files" in " ".join(run(site, "check", "--help").stdout.split())

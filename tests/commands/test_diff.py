"""``mcsite diff`` as an editor meets it before she publishes, and as a workflow shows it in a pull request."""

import json

import pytest
from markdown_it import MarkdownIt

from mcsite.commands import asking

STRETCH = "title: Stretch\nvenue: cowork\nstart: 2026-03-03 18:00\nend: 18:45\nrepeat: weekly\ntimes: 6\n"
SWAP = "title: Swap\nvenue: cowork\nstart: 2026-02-07 10:00\nend: 12:00\n"
NOW = ("--now", "2026-01-05T09:00")
LATER = ("--now", "2026-01-05T10:30")
AGAINST = "Compared with the last build in the output folder; --previous live compares with the published site.\n"


@pytest.fixture
def town(site, run):
    site.write("venues/cowork.md", "title: Cowork\naddress: 1 Quay").write("events/stretch.md", STRETCH).write("events/swap.md", SWAP)
    assert run(site, "build", *NOW).returncode == 0
    return site


@pytest.fixture
def diff(run):
    return lambda site, *arguments: run(site, "diff", *LATER, *arguments, COLUMNS="100")


def plain(text):
    """Without the blanks at the ends of lines."""
    return "\n".join(line.rstrip() for line in text.split("\n"))


def test_an_edit_is_told_with_weekdays_and_both_times(town, diff):
    town.write("events/swap.md", SWAP.replace("02-07 10:00", "02-08 11:00")).write("events/stretch.md", f"{STRETCH}summary: Loosen up.\n")
    done = diff(town)
    assert (done.returncode, done.stderr) == (0, "")
    assert plain(done.stdout) == (
        "For followers: 1 moved, 6 with other words or details.\n\n"
        "Whether, when and where\n\n"
        "Swap  content/events/swap.md\n"
        "  moved  Saturday 7 February 2026, 10:00–12:00 → Sunday 8 February 2026, 11:00–12:00\n\n"
        "Only words and details\n"
        "Whether, when and where stay as they are: calendars take these over quietly.\n\n"
        "Stretch  content/events/stretch.md\n"
        "  other details  6 sessions, Tuesdays 3 Mar – 7 Apr 2026\n\n"
        f"{AGAINST}"
    )


def test_nothing_is_built_by_it(town, diff):
    before = town.files()
    town.write("events/swap.md", SWAP.replace("Swap", "Swop"))
    assert "'Swap' → 'Swop'" in diff(town).stdout
    assert town.files() == before
    assert "'Swap' → 'Swop'" in diff(town).stdout


@pytest.mark.parametrize(("style", "said"), [("text", f"Nothing changes for followers.\n\n{AGAINST}"), ("markdown", "**Nothing changes for followers.**")])
def test_that_nothing_changes_is_said(town, diff, style, said):
    done = diff(town, "--format", style)
    assert done.returncode == 0
    assert said in done.stdout


def test_a_first_publication_is_one_line(site, diff):
    site.write("events/swap.md", SWAP.replace("venue: cowork\n", ""))
    assert diff(site).stdout == (
        "First publication: 1 event, 1 session.\n\nThere is no earlier build in the output folder; --previous live compares with the published site.\n"
    )
    found = json.loads(diff(site, "--format", "json").stdout)
    assert (found["first"], [change["kinds"] for change in found["changes"]]) == (True, [["new"]])


def test_what_is_gone_is_told_with_every_answer(town, diff):
    done = diff(town.remove("events/swap.md"))
    assert done.returncode == 1
    said = plain(done.stdout)
    assert said.startswith("For followers: 1 gone without a word.\n\nGone without a word\n")
    assert "content/events/swap.md\n  called off or moved  put the file back, with 'status: cancelled'" in said
    assert "\n  never meant          write 'withdrawn: [events/swap/]' into content/site.md\n" in said
    assert "\nSwap\n  gone  Saturday 7 February 2026, 10:00–12:00\n" in said
    assert done.stderr.startswith("1 error. 'mcsite explain E901' says more.")


def test_of_a_site_with_errors_the_rest_is_told(town, diff):
    town.write("events/swap.md", "title: Swap\nstart: soon")
    done = diff(town)
    assert done.returncode == 1
    assert done.stdout.startswith("As far as the files can be read, nothing changes for followers.\n")
    assert "what could not be read is missing here" in done.stderr
    town.write("events/stretch.md", STRETCH.replace("Stretch", "Bend"))
    assert diff(town).stdout.startswith("For followers: 6 with another title.\n")
    assert json.loads(diff(town, "--format", "json").stdout)["errors"] == 1
    assert "what could not be read is missing here" in diff(town, "--format", "markdown").stdout


@pytest.mark.parametrize("trouble", ["the settings", "the ledger"])
def test_what_cannot_be_compared_is_not_said_to_be_the_same(town, diff, trouble):
    if trouble == "the settings":
        town.write("site.md", "title: [")
    else:
        (town.output / "public" / "ledger.json").write_text("scribble")
    for style in ("text", "markdown", "json"):
        done = diff(town, "--format", style)
        assert done.returncode == 1
        assert "What followers will see cannot be said." in done.stdout
        assert "irst publication" not in done.stdout


def test_programs_get_every_change_of_every_session(town, diff):
    town.write("events/swap.md", f"{SWAP.replace('10:00', '10:30')}status: cancelled\n")
    found = json.loads(diff(town, "--format", "json").stdout)
    assert found == {
        "summary": "For followers: 1 cancelled.",
        "first": False,
        "errors": 0,
        "changes": [
            {
                "uid": "swap@example.org",
                "event": "swap",
                "kinds": ["cancelled", "moved"],
                "past": False,
                "draft": False,
                "reason": "",
                "before": {
                    "title": "Swap",
                    "start": "2026-02-07T10:00:00+00:00",
                    "end": "2026-02-07T12:00:00+00:00",
                    "timezone": "Europe/London",
                    "place": "Cowork, 1 Quay",
                    "status": "scheduled",
                    "address": "events/swap/",
                },
                "after": {
                    "title": "Swap",
                    "start": "2026-02-07T10:30:00+00:00",
                    "end": "2026-02-07T12:00:00+00:00",
                    "timezone": "Europe/London",
                    "place": "Cowork, 1 Quay",
                    "status": "cancelled",
                    "address": "events/swap/",
                },
            }
        ],
    }
    town.remove("events/swap.md")
    (gone,) = json.loads(diff(town, "--format", "json").stdout)["changes"]
    assert (gone["kinds"], gone["after"]) == (["gone"], None)


def test_the_published_site_is_what_a_pull_request_is_compared_with(town, diff, monkeypatch):
    answer = {"data": (town.output / "public" / "ledger.json").read_bytes()}
    monkeypatch.setattr(asking, "ask", lambda _: answer["data"])
    town.write("events/swap.md", SWAP.replace("Swap", "Swop")).build()
    assert diff(town).stdout.startswith("Nothing changes")
    said = diff(town, "--previous", "live").stdout
    assert "'Swap' → 'Swop'" in said
    assert said.endswith("\nCompared with the published site.\n")
    answer["data"] = None
    assert diff(town, "--previous", "live").stdout == "First publication: 2 events, 7 sessions.\n\nNothing is published there yet.\n"


def test_a_file_or_nothing_can_be_compared_with(town, diff, tmp_path):
    kept = tmp_path / "kept.json"
    kept.write_bytes((town.output / "public" / "ledger.json").read_bytes())
    town.write("events/swap.md", SWAP.replace("Swap", "Swop")).build()
    assert f"'Swap' → 'Swop'\n\nCompared with {kept}.\n" in plain(diff(town, "--previous", str(kept)).stdout)
    assert diff(town, "--previous", "none").stdout.startswith("First publication: 2 events, 7 sessions.\n")
    assert diff(town, "--previous", "nowhere.json").returncode == 2


def test_drafts_are_shown_as_such_when_they_are_asked_for(town, diff):
    town.write("events/talk.md", f"{SWAP.replace('Swap', 'Talk')}draft: yes\n")
    assert diff(town).stdout.startswith("Nothing changes")
    assert "\nTalk (a draft)  content/events/talk.md\n  new  Saturday 7 February 2026, 10:00–12:00: Cowork, 1 Quay\n" in plain(diff(town, "--drafts").stdout)


def test_a_pull_request_gets_markdown(town, diff):
    town.remove("events/swap.md").write("events/stretch.md", STRETCH.replace("18:00", "18:30").replace("18:45", "19:15"))
    done = diff(town, "--format", "markdown")
    assert (done.returncode, done.stderr) == (1, "")
    page = MarkdownIt().render(done.stdout)
    assert page.startswith("<!-- mcsite diff -->\n<p><strong>For followers: 1 gone without a word, 6 moved.</strong></p>\n")
    assert "<h3>Gone without a word</h3>" in page
    assert "<em>never meant:</em> <code>write 'withdrawn: [events/swap/]' into content/site.md</code></li>" in page
    assert "<p><strong>Stretch</strong> (content/events/stretch.md)</p>\n<ul>\n<li><strong>moved</strong> 6 sessions, Tuesdays 3 Mar – 7 Apr 2026: " in page

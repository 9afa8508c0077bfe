"""``mcsite serve`` as an editor meets it: save, and see."""

import shutil
import socket
import urllib.error

import pytest
from served import served

EVENT = "---\ntitle: Swap\nstart: 2026-01-06 18:00-19:00\n---\nBring {what}.\n"


@pytest.fixture
def swap(site):
    return site.write("events/swap.md", EVENT.format(what="books"))


def test_a_saved_file_is_seen(swap):
    with served(swap) as at:
        assert "Bring books." in at.page("events/swap/")
        swap.write("events/swap.md", EVENT.format(what="plants"))
        at.until(lambda: at.shows("events/swap/", "Bring plants."))
        assert at.stop() == 0


def test_a_mistake_is_said_and_the_last_good_page_stays_until_it_is_mended(swap):
    with served(swap) as at:
        swap.write("events/swap.md", EVENT.format(what="plants").replace("18:00-19:00", "soon"))
        at.hear(r"error\[E\d+\]")
        at.hear("The last good page stays")
        assert "Bring books." in at.page("events/swap/")
        swap.write("events/swap.md", EVENT.format(what="plants"))
        at.until(lambda: at.shows("events/swap/", "Bring plants."))


def test_a_site_that_is_wrong_from_the_start_is_served_once_it_is_mended(site):
    site.write("site.md", "title: Moves")
    with served(site) as at:
        with pytest.raises(urllib.error.HTTPError, match="503"):
            at.page()
        site.write("site.md", "title: Moves\nbase_url: https://example.org/moves/\ntimezone: Europe/London")
        at.until(lambda: at.shows("", "Moves"))


def test_nothing_that_an_editor_does_ends_it(swap):
    with served(swap) as at:
        shutil.rmtree(swap.root / "content")
        at.hear("E010")
        (swap.root / "content").write_text("a file, not a folder")
        (swap.root / "content").unlink()
        swap.write("site.md", "\0\0\0").write("events/swap.md", EVENT.format(what="courage"))
        swap.write("site.md", "title: Moves\nbase_url: https://example.org/\ntimezone: Europe/London")
        at.until(lambda: at.shows("events/swap/", "Bring courage."))
        assert at.process.poll() is None


def test_drafts_are_shown_and_what_is_published_stays_as_it_is(swap):
    swap.build()
    before = swap.files()
    swap.write("events/draft.md", "title: Draft\nstart: 2026-01-07 18:00-19:00\ndraft: yes")
    with served(swap) as at:
        assert "Draft" in at.page("events/draft/")
        swap.write("events/swap.md", EVENT.format(what="plants"))
        at.until(lambda: at.shows("events/swap/", "Bring plants."))
    assert swap.files() == before


def test_a_date_that_was_only_seen_in_the_preview_may_be_changed_again(swap):
    with served(swap) as at:
        for day, words in (("2026-01-13", "Tuesday 13 January"), ("2026-01-20", "Tuesday 20 January")):
            swap.write("events/swap.md", EVENT.format(what="books").replace("2026-01-06", day))
            at.until(lambda words=words: at.shows("events/swap/", words))


def test_a_checkout_of_many_files_is_one_change(swap):
    with served(swap) as at:
        for number in range(200):
            swap.write(f"events/number-{number}.md", EVENT.format(what=str(number)))
        at.hear("201 events")
        assert "Bring 199." in at.page("events/number-199/")


def test_another_base_path_is_followed(swap):
    with served(swap) as at:
        swap.write("site.md", "title: Moves\nbase_url: https://example.org/moves/\ntimezone: Europe/London")
        at.until(lambda: at.shows("moves/events/swap/", "Bring books."))


def test_the_next_free_port_is_taken_and_one_that_was_asked_for_is_not_replaced(swap, run):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run(swap, "serve", "--port", str(port))
    assert done.returncode == 2
    assert done.stderr == f"mcsite: port {port} is taken: choose another one, or leave --port out.\n"


def test_where_nothing_tells_of_changes_they_are_looked_for(swap):
    with served(swap, "--poll") as at:
        at.hear("looked at once a second")
        swap.write("events/swap.md", EVENT.format(what="plants"))
        at.until(lambda: at.shows("events/swap/", "Bring plants."))

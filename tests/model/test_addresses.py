import factory
import pytest

from mcsite.model import addresses


@pytest.mark.parametrize(
    ("address", "file"),
    [("", "index.html"), ("events/swap/", "events/swap/index.html"), ("calendar.ics", "calendar.ics"), ("404.html", "404.html")],
)
def test_an_address_is_answered_by_a_file(address, file):
    assert addresses.file_of(address) == file


def test_links_stand_below_the_path_of_the_site():
    settings = factory.settings(base_url="https://example.org/moves/")
    assert addresses.href(settings, addresses.event("swap")) == "/moves/events/swap/"
    assert addresses.absolute(settings, addresses.FEED_ALL) == "https://example.org/moves/calendar.ics"


def test_a_session_file_lies_beside_its_page():
    assert addresses.session_file("swap") == addresses.event("swap") + "session.ics"
    assert addresses.session_file("swap", "2026-01-06") == addresses.session("swap", "2026-01-06") + "session.ics"


def test_a_file_s_name_may_hold_blanks_and_accents_and_its_link_holds_neither():
    settings = factory.settings(base_url="https://example.org/moves/")
    assert addresses.href(settings, "assets/caf\u00e9 100%.pdf") == "/moves/assets/caf%C3%A9%20100%25.pdf"
    assert addresses.href(settings, "events/?a=b%20c") == "/moves/events/?a=b%20c"
    assert addresses.absolute(settings, "calendar/#follow") == "https://example.org/moves/calendar/#follow"

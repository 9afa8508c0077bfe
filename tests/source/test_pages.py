import pytest

from mcsite.diagnostics import Misread
from mcsite.source.pages import page


@pytest.mark.parametrize(
    "written", ["events/swap/2026-02-24/", "/events/swap/2026-02-24", "https://example.org/moves/events/swap/2026-02-24/", " events/swap/2026-02-24 "]
)
def test_a_page_is_named_as_the_browser_shows_it(written):
    assert page(written) == "events/swap/2026-02-24/"


def test_a_session_of_a_day_with_two_has_its_time():
    assert page("events/swap/2026-02-24-1800") == "events/swap/2026-02-24-1800/"


@pytest.mark.parametrize("written", ["swap", "venues/hall/", "events/", "events/../site/", "http://[", "events/Swap Meet/"])
def test_anything_else_is_refused_with_an_example(written):
    with pytest.raises(Misread) as refused:
        page(written)
    assert refused.value.code == "E905"
    assert "events/old-name/" in refused.value.help

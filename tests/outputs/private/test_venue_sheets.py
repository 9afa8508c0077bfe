"""Stories of the sheets for those who lend a room."""

import pytest
from printed import heard

pytestmark = pytest.mark.prints

EVENT = "title: Stretch\nstart: 2026-01-06 18:00\nend: 18:45\nrepeat: weekly\ntimes: 3\nvenue: cowork\nsetup: 20 min\nclear_up: 15 min"


def dates(site):
    return site.output / "private" / "venues" / "cowork" / "dates.pdf"


def test_a_venue_gets_its_dates_with_set_up_times(site):
    site.write("venues/cowork.md", "title: Cowork").write("venues/empty.md", "title: Empty").write("events/stretch.md", EVENT).build()
    said = heard(dates(site).read_bytes())
    assert said.count("17:40–19:00") == 3
    assert "As of 5 January 2026" in said
    assert not (dates(site).parent.parent / "empty").exists()


def test_when_all_is_over_there_is_none(site):
    site.write("venues/cowork.md", "title: Cowork").write("events/stretch.md", EVENT).build()
    site.build("2026-01-21T09:00")
    assert not dates(site).exists()


def test_set_up_times_are_not_published(site):
    site.write("venues/cowork.md", "title: Cowork").write("events/stretch.md", EVENT).build()
    assert not any(b"17:40" in data or b"17.40" in data for data in site.files().values())

"""Stories of the notices for doors."""

import pytest
from drawn import Drawn
from factory import edition, session, settings
from printed import heard, structure

pytestmark = pytest.mark.prints

EVENT = "title: Stretch\nstart: 2026-01-06 18:00\nend: 18:45\nrepeat: weekly\ntimes: 3\nvenue: cowork\n"
NOTICE = "venues/cowork/notice.pdf"


@pytest.fixture
def town(site):
    return site.write("venues/cowork.md", "title: Cowork").write("venues/park.md", "title: Park").write("events/stretch.md", EVENT)


def test_a_venue_s_notice_follows_what_is_edited(town):
    town.build()
    assert "Cancelled" not in heard((town.output / "public" / NOTICE).read_bytes())
    town.write("events/stretch.md", EVENT + "cancelled: {2026-01-13: the heating failed}\nchanged: {2026-01-20: {venue: park}}")
    town.build("2026-01-05T10:00")
    said = heard((town.output / "public" / NOTICE).read_bytes())
    assert said.index("Cancelled") < said.index("the heating failed") < said.index("Moved to") < said.index("Park")
    assert "Stretch" in heard((town.output / "public/venues/park/notice.pdf").read_bytes())


def test_it_is_the_same_all_day(town):
    town.build("2026-01-06T00:10")
    before = town.files()[NOTICE]
    assert NOTICE not in town.build("2026-01-06T23:50").written
    assert town.files()[NOTICE] == before


def test_the_venue_s_page_leads_to_it_as_long_as_it_is_there():
    page = "venues/cowork/index.html"
    assert "/venues/cowork/notice.pdf" in Drawn(edition(session())).links(page)
    assert not [link for link in Drawn(edition(session(), now="2025-11-05 09:00")).links(page) if "notice" in link]
    assert not [link for link in Drawn(edition(session(), site={"settings": settings(outputs=("pages",))})).links(page) if "notice" in link]


def test_the_sample_s_are_one_page_each(sample):
    notices = sorted((sample.output / "public" / "venues").rglob("notice.pdf"))
    assert len(notices) > 2
    assert {structure(file.read_bytes()).pages for file in notices} == {1}

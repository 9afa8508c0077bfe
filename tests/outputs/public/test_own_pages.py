from drawn import Drawn
from factory import edition, prose

from mcsite.model.library import Page
from mcsite.model.origin import Origin


def test_a_page_stands_at_its_slug_and_is_named_on_every_page():
    drawn = Drawn(edition(site={"pages": (Page(slug="privacy", title="Privacy", body=prose("We keep **nothing**."), origin=Origin("p")),)}))
    assert "Privacy We keep nothing." in drawn.text("privacy/index.html")
    assert "/privacy/" in drawn.links("index.html")

from drawn import Drawn
from factory import edition, settings


def test_its_links_begin_at_the_root_so_that_they_work_at_any_depth():
    drawn = Drawn(edition(site={"settings": settings(base_url="https://example.github.io/moves/")}))
    assert all(link.startswith(("/moves/", "#main")) for link in drawn.links("404.html"))
    assert 'href="/moves/theme/site.css?v=' in drawn.html("404.html")


def test_it_is_kept_out_of_search_engines_and_claims_no_address():
    html = Drawn(edition()).html("404.html")
    assert '<meta name="robots" content="noindex">' in html
    assert "canonical" not in html

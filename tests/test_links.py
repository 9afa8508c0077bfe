"""The crawler of links is seen to find what it is for."""

import pytest
from links import dead_links

BASE = "https://example.org/moves/"
SITE = {
    "index.html": b"<link href=style.css rel=stylesheet><a href='/moves/events/#soon'>events</a><a href=https://elsewhere.example/>away</a>",
    "events/index.html": b"<h2 id=soon>Soon</h2><a href=../>home</a><a href=webcal://example.org/moves/calendar.ics>follow</a><a href=mailto:a@b.example>m</a>",
    "calendar.ics": b"URL:https://example.org/moves/events/\r\n",
    "style.css": b"body { background: url(ground.svg) }",
    "ground.svg": b"<svg/>",
}


def test_a_site_whose_links_all_lead_somewhere_has_no_dead_ones():
    assert dead_links(SITE, BASE) == []


@pytest.mark.parametrize(
    ("path", "data", "dead"),
    [
        ("a.html", b"<a href=/moves/nowhere/>", "/moves/nowhere/"),
        ("a.html", b"<a href=/events/>outside the path</a>", "/events/"),
        ("a.html", b"<a href=/moves/events>a folder without its slash</a>", "/moves/events"),
        ("a.html", b"<a href=events/#late>", "events/#late"),
        ("a.html", b"<a href=#top>", "#top"),
        ("a.html", b"<img srcset='ground.svg 1x, large.svg 2x'>", "large.svg"),
        ("a.html", b"<meta property=og:image content=https://example.org/moves/card.png>", "https://example.org/moves/card.png"),
        ("a.html", b'<script type=application/ld+json>{"url": ["https://example.org/moves/x/"]}</script>', "https://example.org/moves/x/"),
        ("a.html", b"<p style='background: url(none.png)'>", "none.png"),
        ("a.html", b"<form action=/thanks/>", "/thanks/"),
        ("a.html", b"<a href=webcal://example.org/moves/x.ics>", "webcal://example.org/moves/x.ics"),
        ("a.css", b"p { background: url('x.png') }", "x.png"),
        ("a.ics", b"DESCRIPTION:See\\nhttps://example.org/\r\n moves/x/\r\n", "https://example.org/moves/x/"),
        ("a.json", b'[{"url": "https://example.org/moves/x/"}]', "https://example.org/moves/x/"),
        ("sitemap.xml", b"<urlset><url><loc>https://example.org/moves/x/</loc></url></urlset>", "https://example.org/moves/x/"),
        ("robots.txt", b"Sitemap: https://example.org/moves/sitemap.xml\n", "https://example.org/moves/sitemap.xml"),
    ],
)
def test_a_dead_link_is_found(path, data, dead):
    assert dead_links({**SITE, path: data}, BASE) == [f"{path}: {dead}"]

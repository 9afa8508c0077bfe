import html5lib

from mcsite.render.catalogues import shipped_strings
from mcsite.render.forwarding import farewell_page, forwarding_page
from mcsite.render.strings import ENGLISH, Strings, Translation


def test_nothing_in_a_title_or_an_address_escapes_its_place():
    hostile = '"><script>alert(1)</script>\x00'
    page = html5lib.parse(forwarding_page(hostile, f"/a{hostile}", f"https://h.example/{hostile}", ENGLISH), namespaceHTMLElements=False)
    assert page.find(".//script") is None
    assert page.find(".//title").text == '"><script>alert(1)</script>'
    assert page.find(".//a").get("href").startswith('/a"><script>')


def test_only_the_page_that_does_not_lead_on_asks_not_to_be_found():
    assert b"noindex" not in forwarding_page("Yoga", "/a", "https://h.example/a", ENGLISH)
    assert b'name="robots" content="noindex"' in farewell_page("Yoga", "It is over.", "", "", "en")


def test_the_link_stands_where_the_language_wants_it():
    before, middle, after = "Hier: ", "Yoga", " ist umgezogen."
    strings = Strings("de", "one message", (Translation("This page has moved: %(title)s", ("Hier: %(title)s ist umgezogen.",)),))
    line = html5lib.parse(forwarding_page("Yoga", "/a", "https://h.example/a", strings), namespaceHTMLElements=False).find(".//p")
    assert (line.text, line[0].text, line[0].tail) == (before, middle, after)


def test_the_page_says_its_language_and_in_which_direction_it_is_read():
    for page in (forwarding_page("Yoga", "/a", "https://h.example/a", shipped_strings("ar")), farewell_page("Yoga", "…", "", "", "ar")):
        html = html5lib.parse(page, namespaceHTMLElements=False)
        assert (html.get("lang"), html.get("dir")) == ("ar", "rtl")

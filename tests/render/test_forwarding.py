import html5lib

from mcsite.render.forwarding import forwarding_page
from mcsite.render.strings import ENGLISH


def test_nothing_in_a_title_or_an_address_escapes_its_place():
    hostile = '"><script>alert(1)</script>\x00'
    page = html5lib.parse(forwarding_page(hostile, f"/a{hostile}", f"https://h.example/{hostile}", ENGLISH), namespaceHTMLElements=False)
    assert page.find(".//script") is None
    assert page.find(".//title").text == '"><script>alert(1)</script>'
    assert page.find(".//a").get("href").startswith('/a"><script>')

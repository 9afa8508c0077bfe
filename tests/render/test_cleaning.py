"""HTML that may hold anything, made harmless."""

import pytest

from mcsite.render.cleaning import Addresses, cleaned

NOWHERE = Addresses({}, {})


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ('<b onclick="x" class="y" style="color:red">bold</b>', "<b>bold</b>"),
        ("a<script>b</script>c", "ac"),
        ("<abbr title='World Wide Web'>WWW</abbr>", '<abbr title="World Wide Web">WWW</abbr>'),
        ("<p lang=pt dir=ltr>ol\u00e1</p>", '<p lang="pt" dir="ltr">ol\u00e1</p>'),
        ("<p lang='x y' dir=up>x</p>", "<p>x</p>"),
        ("<details open><summary>More</summary>text</details>", '<details open=""><summary>More</summary>text</details>'),
        ("<table><tr><td colspan=2 align=right>x</td></tr></table>", '<table><tbody><tr><td colspan="2" align="right">x</td></tr></tbody></table>'),
        ("<table><tr><td colspan=9999 align=justify>x</td></tr></table>", "<table><tbody><tr><td>x</td></tr></tbody></table>"),
        ("<form><button>x</button></form>", "x"),
        ("<unknown>x</unknown>", "x"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("<b title=''>x</b>", "<b>x</b>"),
    ],
)
def test_structure_stays_and_everything_else_goes(html, kept):
    assert cleaned(html, NOWHERE) == kept


def test_addresses_are_judged_whatever_they_came_from():
    addresses = Addresses({"a.md": "/a/", "event:b": "/events/b/"}, {"c.png": "/assets/c.png"})
    assert (
        cleaned("<a href=a.md>x</a><a href=event:b>y</a><img src=c.png>", addresses) == '<a href="/a/">x</a><a href="/events/b/">y</a><img src="/assets/c.png">'
    )
    assert cleaned("<a href=event:c>x</a><img src=d.png><a href=javascript:1>y</a>", addresses) == "<a>x</a><img><a>y</a>"


def test_anchors_of_several_texts_do_not_meet():
    first, second = Addresses({}, {}, "a-", "a-1f"), Addresses({}, {}, "b-", "b-2e")
    html = '<p id="x">x</p><a href="#x">y</a><sup id="fnref:1"><a href="#fn:1">1</a></sup>'
    assert cleaned(html, first) == '<p id="a-x">x</p><a href="#a-x">y</a><sup id="fnref-a-1f-1"><a href="#fn-a-1f-1">1</a></sup>'
    assert "b-2e" in cleaned(html, second)


def test_the_name_of_a_footnote_may_hold_anything():
    assert NOWHERE.anchor('fn:a "b" \u00e9') == "fn--a_20_22b_22_20_C3_A9"
    assert cleaned("<p id='a b'>x</p><p id=''>y</p>", NOWHERE) == "<p>x</p><p>y</p>"

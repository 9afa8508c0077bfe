"""Clean HTML in pieces."""

from mcsite.render.tokens import tokens_of


def test_the_pieces_put_together_are_the_whole():
    html = '<p id="a" title="x > y">One <b>two</b> &lt; three</p>\n<img alt="" src="a.png">'
    assert "".join(token.text for token in tokens_of(html)) == html


def test_a_tag_tells_its_name_and_its_values_as_written():
    begins, words, ends = tokens_of('<a href="x?a=1&amp;b=2" title="y">z</a>')
    assert (begins.tag, begins.closing, begins.attributes) == ("a", False, {"href": "x?a=1&amp;b=2", "title": "y"})
    assert (words.tag, words.text) == ("", "z")
    assert (ends.tag, ends.closing) == ("a", True)

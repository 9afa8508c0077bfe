"""The last touches: headings, tables, boxes to tick, pictures, links."""

from mcsite.model.prose import Picture
from mcsite.render.finishing import RESERVED, finished


def levels(*written, shift=0):
    html = finished("".join(f"<h{level}>a</h{level}>" for level in written), {}, shift)
    return [int(part[0]) for part in html.split("<h")[1:]]


def test_headings_stand_below_the_page_s_title_without_gaps():
    assert levels(1, 2, 3) == [2, 3, 4]
    assert levels(2, 3, 2) == [2, 3, 2]
    assert levels(3, 5, 5, 4, 3) == [2, 3, 3, 3, 2]
    assert levels(4, 2, 4) == [2, 2, 3]
    assert levels(1, 2, shift=1) == [3, 4]
    assert levels(1, 2, 3, 4, 5, 6, shift=1) == [3, 4, 5, 6, 6, 6]


def test_headings_are_called_by_their_words():
    assert finished("<h1>What <em>to</em> bring</h1><h2>Bring</h2><h2>Bring</h2>", {}) == (
        '<h2 id="what-to-bring">What <em>to</em> bring</h2><h3 id="bring">Bring</h3><h3 id="bring-2">Bring</h3>'
    )
    assert finished("<h1>\u2026</h1>", {}, prefix="x-") == '<h2 id="x-section">\u2026</h2>'


def test_a_heading_does_not_take_the_name_of_a_part_of_the_page():
    assert "signup" in RESERVED
    assert finished("<h1>Signup</h1>", {}) == '<h2 id="signup-2">Signup</h2>'
    assert finished('<p id="main">x</p><p id="a">y</p><p id="a">z</p><h1 id="b">A</h1>', {}) == '<p>x</p><p id="a">y</p><p>z</p><h2 id="a-2">A</h2>'


def test_a_table_scrolls_by_itself_and_is_named_after_its_columns():
    html = finished('<table><thead><tr><th>Time</th><th align="right">What &amp; who</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>', {})
    assert html.startswith('<div class="table-scroll" role="region" tabindex="0" aria-label="Time, What &amp; who"><table>')
    assert html.endswith("</table></div>")
    assert '<th scope="col">Time</th><th scope="col" class="align-right">' in html


def test_two_tables_have_two_names_and_a_table_without_headings_has_one():
    table = "<table><tbody><tr><td>Mat</td><td>Towel</td></tr></tbody></table>"
    html = finished(table + table, {})
    assert 'aria-label="Mat, Towel"' in html
    assert 'aria-label="Mat, Towel (2)"' in html


def test_a_table_inside_a_table_is_not_wrapped_again():
    html = finished("<table><tbody><tr><td><table><tbody><tr><td>x</td></tr></tbody></table></td></tr></tbody></table>", {})
    assert html.count("table-scroll") == 1
    assert html.count("<div") == html.count("</div>")


def test_a_task_has_a_box_that_says_what_it_stands_for():
    assert finished("<ul><li>[ ] a <em>b</em><ul><li>[x] c</li></ul></li><li><p>[X] d</p></li></ul>", {}) == (
        '<ul><li><label><input type="checkbox" disabled> a <em>b</em></label><ul><li><label><input type="checkbox" disabled checked> c</label></li></ul></li>'
        '<li><p><label><input type="checkbox" disabled checked> d</label></p></li></ul>'
    )
    assert finished("<ul><li>a [ ] b</li><li><a>x</a> [x] y</li></ul><p>[x] z</p>", {}) == "<ul><li>a [ ] b</li><li><a>x</a> [x] y</li></ul><p>[x] z</p>"


def test_a_picture_has_its_size_where_it_has_one():
    pictures = {"/a%20b.png": Picture("a b.png", 4, 3), "/c.svg": Picture("c.svg", 0, 0)}
    assert (
        finished('<p>x <img src="/a%20b.png" alt="x" title="y"></p>', pictures)
        == '<p>x <img src="/a%20b.png" alt="x" title="y" width="4" height="3" loading="lazy" decoding="async"></p>'
    )
    assert finished('x <img src="/c.svg" alt="x">', pictures) == 'x <img src="/c.svg" alt="x" loading="lazy" decoding="async">'
    assert finished('<img src="/d.png" alt="&lt;x&gt;">', pictures) == "&lt;x&gt;"


def test_a_picture_with_which_the_page_begins_is_not_waited_for():
    two = '<p><img src="/a.png" alt="x"></p><p><img src="/a.png" alt="x"></p>'
    pictures = {"/a.png": Picture("a.png", 4, 3)}
    first, second = finished(two, pictures).split("</p><p>")
    assert 'loading="eager" fetchpriority="high"' in first
    assert 'loading="lazy"' in second
    assert "eager" not in finished("<p>Words.</p>" + two, pictures)
    assert "eager" not in finished(two, pictures, 1, "takeaway-")


def test_a_tag_inside_an_attribute_is_no_tag():
    html = '<abbr title="<h1>x</h1><img src=&quot;y&quot;>">z</abbr>'
    assert finished(html, {}) == html


def test_code_stays_as_typed():
    assert finished('<p>"a" <code>"b" -- \'c\'</code> "d"</p><pre><code>"e"</code></pre>', {}) == (
        '<p>\u201ca\u201d <code>"b" -- \'c\'</code> \u201cd\u201d</p><pre><code>"e"</code></pre>'
    )


def test_marks_look_across_the_words_beside_them():
    assert finished('<p>"<em>a</em>" b<em>\'s</em></p>', {}) == "<p>\u201c<em>a</em>\u201d b<em>\u2019s</em></p>"

"""Drawings are filled in where words are, and nowhere else; what they then hold fits, and does nothing but draw."""

import time
from xml.etree import ElementTree as ET

import hostile
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mcsite.diagnostics import Misread
from mcsite.render.drawing_templates import fitted, judge, parts_of, words_of
from mcsite.render.drawings import inspect_drawing
from mcsite.render.tidy import tidy_line

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000" width="500" height="500">'
NAMES = ("session.title", "session.when")
ANY_TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=60).map(tidy_line)


def parts(inside, head=HEAD):
    found, faults = parts_of(f"{head}{inside}</svg>", "assets/square.svg")
    assert not faults
    return found


def drawn(inside, title="Swap", when="Tuesday"):
    return fitted(parts(inside), (("session.title", title), ("session.when", when)))


def read(svg):
    return ["".join(text.itertext()) for text in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_words_are_filled_in():
    svg, too_long = drawn('<title>{{ session.title }}</title><text x="10" y="20" font-size="30">{{ session.title }}, {{ session.when }}</text>')
    assert read(svg) == ["Swap, Tuesday"]
    assert "<title>Swap</title>" in svg
    assert not too_long


def test_the_size_is_that_of_the_drawing():
    assert judge(parts("<text>{{ session.title }}</text>"), "assets/square.svg") == (500, 500)


@settings(derandomize=True, deadline=None)
@given(ANY_TEXT)
def test_any_title_stays_words_and_the_drawing_does_nothing_but_draw(title):
    svg, _ = drawn(
        '<desc>{{ session.title }}</desc><text x="10" y="20" font-size="80" data-lines="2" id="t" aria-label="{{ session.title }}">{{ session.title }}</text>',
        title,
    )
    inspect_drawing(svg.encode(), "square.svg")
    assert "".join("".join(read(svg)).split()) == "".join(title.replace("\ufdd0", "").replace("\ufdd1", "").split())


@pytest.mark.parametrize("title", [*hostile.SCRIPTS, *hostile.HANDLERS])
def test_what_wants_to_run_is_read(title):
    plain = tidy_line(title)
    svg, _ = drawn('<text x="0" y="20" font-size="1">{{ session.title }}</text>', plain)
    inspect_drawing(svg.encode(), "square.svg")
    assert read(svg) == [plain]


@pytest.mark.parametrize(
    "inside",
    [
        "<style>.a{ fill: {{ session.title }} }</style>",
        '<rect style="fill:{{ session.title }}"/>',
        '<rect fill="{{ session.title }}"/>',
        '<a href="{{ session.title }}"><text>x</text></a>',
        '<text id="{{ session.title }}">x</text>',
        "<g>{{ session.title }}</g>",
    ],
)
def test_elsewhere_no_placeholder_may_stand(inside):
    with pytest.raises(Misread) as wrong:
        judge(parts(inside), "assets/square.svg")
    assert wrong.value.code in {"E774", "E405"}


def test_a_drawing_that_does_more_is_refused_as_ever():
    with pytest.raises(Misread) as wrong:
        judge(parts("<script/><text>{{ session.title }}</text>"), "assets/square.svg")
    assert wrong.value.code == "E405"


def test_one_that_is_not_xml_is_told():
    with pytest.raises(Misread) as wrong:
        judge(parts("<text>{{ session.title }}"), "assets/square.svg")
    assert wrong.value.code == "E403"


def test_in_a_comment_nothing_is_filled_in_and_in_cdata_it_is():
    found = parts("<!-- {{ nonsense }} --><text><![CDATA[{{ session.title }} & co]]></text>")
    svg, _ = fitted(found, (("session.title", "<Swap>"),))
    assert read(svg) == ["<Swap> & co"]


def test_a_long_title_is_broken_into_its_lines_each_a_text_of_its_own():
    svg, too_long = drawn('<text id="t" x="50" y="100" font-size="100" data-lines="2" fill="red">{{ session.title }}</text>', "Tuesday Stretch Circle")
    assert read(svg) == ["Tuesday", "Stretch Circle"]
    assert svg.count('fill="red"') == 2
    assert svg.count('id="t"') == 1
    assert 'transform="translate(0 115.0)"' in svg
    assert not too_long


def test_one_line_is_made_smaller_and_one_that_is_far_too_long_is_told():
    svg, too_long = drawn('<text x="50" y="100" style="font-size: 100px">{{ session.title }}</text>', "Tuesday Stretch Circle")
    assert "font-size:75.0px" in svg
    assert not too_long
    assert drawn('<text x="50" y="100" font-size="100">{{ session.title }}</text>', "a title " * 8)[1] == (("a title " * 8).strip(),)


def test_what_drawing_programs_put_around_words_stays():
    svg, _ = drawn(
        '<text x="50" y="100" font-size="90"><tspan x="50" y="100" style="fill:red">{{ session.title }}</tspan></text>', "Tuesday Stretch Circle, once more"
    )
    assert read(svg) == ["Tuesday Stretch Circle, once more"]
    assert '<tspan x="50" y="100" style="fill:red"><tspan style="font-size:' in svg


def test_texts_without_placeholders_and_of_unknown_size_are_left_alone():
    inside = '<text x="50" y="100" font-size="100">A line that is as wide as its author liked</text><text>{{ session.title }}</text>'
    assert drawn(inside, "a title " * 20)[0] == f"{HEAD}{inside}</svg>".replace("{{ session.title }}", "a title " * 20)


def test_its_words_are_known_to_those_who_cannot_see_it():
    svg, _ = drawn(
        '<text x="1" y="1" font-size="500" data-lines="2">{{ session.title }}</text><text><tspan>a</tspan> <tspan>&amp; b</tspan></text><rect/>', "Swap now"
    )
    assert words_of(svg) == "Swap, now, a & b"


@pytest.mark.parametrize("inside", ["<!--" * 100_000, "<text>" + " " * 100_000 + "<b", "<![CDATA[" * 50_000, "{{" * 20_000, "<text " + "a" * 50_000])
def test_a_hostile_drawing_takes_no_time(inside):
    started = time.process_time()
    found, _ = parts_of(f"{HEAD}{inside}", "assets/square.svg")
    fitted(found, ())
    assert time.process_time() - started < 3

"""A filled drawing in pixels looks as it does in a browser, or there is none."""

from io import BytesIO

import pytest
from drawn import default_theme
from PIL import Image

from mcsite.model.filling import DrawingTemplate
from mcsite.render.drawing_pictures import can_be_pictured, picture
from mcsite.render.fonts import Fonts

TEMPLATE = DrawingTemplate("square", (), 300, 200)


def svg(words, attributes="font-family=\"'Avenir Next',sans-serif\""):
    text = f'<text x="10" y="100" font-size="40" {attributes}>{words}</text>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200" width="300" height="200">{text}</svg>'


def drawn(drawing):
    return Image.open(BytesIO(picture(drawing, TEMPLATE, default_theme().prints, Fonts()))).convert("L")


def ink(drawing):
    """How dark the picture is: the sum of what is not white."""
    return sum((255 - shade) * count for shade, count in enumerate(drawn(drawing).histogram()))


def test_it_is_as_large_as_the_drawing_says():
    assert drawn(svg("Swap")).size == (300, 200)


def test_the_same_drawing_gives_the_same_bytes():
    made = {picture(svg("Swap"), TEMPLATE, default_theme().prints, Fonts()) for _ in range(3)}
    assert len(made) == 1


@pytest.mark.parametrize("words", ["Swap & co", "Füße, Ωμέγα, Да", "دائرة التمدد 18:00"])
def test_letters_that_the_typesetter_draws_right_are_pictured(words):
    assert can_be_pictured(svg(words), TEMPLATE)


@pytest.mark.parametrize("words", ["हिन्दी", "星期二", "Swap دائرة", "דוד"])
def test_others_are_left_to_browsers(words):
    assert not can_be_pictured(svg(words), TEMPLATE)


def test_so_is_what_has_no_size_or_is_huge_or_goes_from_right_to_left():
    assert not can_be_pictured(svg("Swap"), DrawingTemplate("square", ()))
    assert not can_be_pictured(svg("Swap"), DrawingTemplate("square", (), 9000, 10))
    assert not can_be_pictured(svg("دائرة", 'direction="rtl"'), TEMPLATE)


def test_weights_are_those_that_the_drawing_asks_for():
    plain, named, bold, styled = (ink(svg("Swap", weight)) for weight in ("", 'font-weight="400"', 'font-weight="bold"', 'style="font-weight:700"'))
    assert plain == named < bold == styled


def test_a_smile_leaves_no_box():
    assert ink(svg("Swap 🙂")) == ink(svg("Swap "))


def test_families_are_ours_where_the_drawing_names_only_those_of_other_machines():
    sans, serif = ink(svg("Swap")), ink(svg("Swap", 'style="font-family: Georgia, serif"'))
    assert sans != serif
    assert ink(svg("Swap", "")) == sans

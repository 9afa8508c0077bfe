import pytest

from mcsite.diagnostics import Misread
from mcsite.render import colours as drawn
from mcsite.source.colours import MOODS, colour, mood


@pytest.mark.parametrize(
    ("typed", "meant"), [("#1F6B5C", "#1f6b5c"), ("1f6b5c", "#1f6b5c"), ("#1a5", "#11aa55"), (" Teal ", "#008080"), ("terracotta", "#b5532f")]
)
def test_a_colour_is_understood_however_it_is_written(typed, meant):
    assert colour(typed) == meant


@pytest.mark.parametrize(
    ("typed", "advice"), [("teel", "did you mean 'teal'?"), ("#12", "six digits"), ("rgb(1,2,3)", "six digits"), ("#gggggg", "six digits")]
)
def test_what_is_no_colour_is_said_with_what_to_write(typed, advice):
    with pytest.raises(Misread) as wrong:
        colour(typed)
    assert wrong.value.code == "E760"
    assert advice in wrong.value.help


def test_every_mood_that_can_be_written_can_be_drawn():
    assert set(MOODS) == set(drawn.MOODS)
    assert [mood(f" {name.title()} ") for name in MOODS] == list(MOODS)


def test_an_unknown_mood_is_said_with_the_nearest():
    with pytest.raises(Misread) as wrong:
        mood("gardn")
    assert (wrong.value.code, wrong.value.help) == ("E761", "did you mean 'garden'?")

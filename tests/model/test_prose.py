"""Prose, pictures, and how wide the copies of a picture are."""

import pytest

from mcsite.model.prose import Picture, Prose


def test_prose_of_white_space_is_nothing_to_read():
    assert not Prose(" \n\n")
    assert Prose("Welcome.")


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (4032, (480, 800, 1200, 1600)),
        (1600, (480, 800, 1200, 1600)),
        (1250, (480, 800, 1250)),
        (820, (480, 820)),
        (480, (480,)),
        (30, (30,)),
    ],
)
def test_copies_are_never_wider_than_the_picture_and_never_two_of_nearly_one_width(width, widths):
    assert Picture("assets/a.jpg", width, 100, "A", "assets/a-1/").widths == widths


def test_of_a_drawing_there_are_no_copies():
    assert Picture("assets/a.svg", 4000, 3000, "A").widths == ()

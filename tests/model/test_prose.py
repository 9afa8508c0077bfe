from mcsite.model.prose import Prose


def test_prose_of_white_space_is_nothing_to_read():
    assert not Prose(" \n\n")
    assert Prose("Welcome.")

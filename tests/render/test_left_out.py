from mcsite.render.left_out import LeftOut


def test_it_says_to_the_person_what_is_left_out_and_why():
    assert str(LeftOut("there is no engine, so titles only are found")) == "there is no engine, so titles only are found"

from mcsite.render.theme_sources import Sources


def test_two_states_of_a_theme_are_the_same_exactly_when_their_digests_are():
    one = Sources("d", (("a.html", "themes/x/templates/a.html", "text"),), ())
    assert one == Sources("d", (("a.html", "themes/elsewhere/a.html", "text"),), ())
    assert one != Sources("e", one.templates, ())
    assert hash(one) == hash(Sources("d", (), ()))

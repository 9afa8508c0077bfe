from mcsite.content.usual_kinds import titles_of_usual_kinds


def test_usual_kinds_have_a_title_in_each_language():
    english, german = titles_of_usual_kinds("en"), titles_of_usual_kinds("de")
    assert english.keys() == german.keys() >= {"circle", "event"}
    assert english["event"] != german["event"]

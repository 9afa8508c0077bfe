from mcsite.source.nearest import did_you_mean, nearest


def test_the_nearest_word_is_found_whatever_its_capitals():
    assert nearest("Capacty", ["capacity", "currency"]) == "capacity"
    assert nearest("zzz", ["capacity"]) is None


def test_without_a_near_word_all_are_named():
    assert did_you_mean("librery", ["library", "venue"]) == "did you mean 'library'?"
    assert did_you_mean("zzz", ["venue", "library"]) == "known here: library, venue"


def test_a_very_long_word_is_answered_quickly():
    assert nearest("x" * 1_000_000, ["library"]) is None


def test_of_very_many_words_the_first_are_named():
    assert did_you_mean("zzz", [f"file-{number:03}" for number in range(200)]).endswith("file-011 and 188 more")

from refused import refusal

from mcsite.source.raw import is_given, items, pairs, text_of


def test_empty_values_are_not_given():
    assert not any(is_given(value) for value in (None, "", "  ", [], {}))
    assert all(is_given(value) for value in ("no", "0", [None], {"a": None}))


def test_text_is_one_value():
    assert text_of(" a ") == "a"
    assert "a list" in refusal(text_of, ["a"]).message
    assert "a group of fields" in refusal(text_of, {"a": "b"}).message
    assert {refusal(text_of, nothing).message for nothing in (None, "", " ", [], {})} == {"a value is missing here"}


def test_items_have_the_way_to_each():
    assert list(items(["a", None, "b"], commas=True)) == [((0,), "a"), ((2,), "b")]
    assert list(items("a, b", commas=True)) == [((), "a"), ((), "b")]
    assert list(items("a, b", commas=False)) == [((), "a, b")]


def test_pairs_come_from_mappings_lists_and_words():
    assert list(pairs({"a": "x", "b": None})) == [(("a",), "a", "x"), (("b",), "b", None)]
    assert list(pairs(["a", {"b": "y"}])) == [((0,), "a", None), ((1, "b"), "b", "y")]
    assert list(pairs("a, b")) == [((), "a", None), ((), "b", None)]

import pytest

from mcsite.source import located
from mcsite.source.located import Located, Refused, Unparsable, inside_curly_quotes


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def parser(request, monkeypatch):
    """Everything holds for both parsers: where libyaml is missing, the site must be the same."""
    if request.param == "python":
        monkeypatch.setattr(located, "_LOADER", located.yaml.BaseLoader)


def test_every_key_and_value_has_its_place():
    found = Located("title: Neck\n🙂 hosts:\n  - anna\n  - 'ben'\nprices: [{name: Drop-in}]\n", first_line=2)
    assert found.root == {"title": "Neck", "🙂 hosts": ["anna", "ben"], "prices": [{"name": "Drop-in"}]}
    assert found.places["@key", "title"] == (2, 1, 5)
    assert found.places["title",] == (2, 8, 4)
    assert found.places["@key", "🙂 hosts"] == (3, 1, 7)
    assert found.places["🙂 hosts", 0] == (4, 5, 4)
    assert found.places["🙂 hosts", 1] == (5, 5, 5)
    assert found.places["@key", "prices", 0, "name"] == (6, 11, 4)
    assert found.places["prices", 0, "name"] == (6, 17, 7)


def test_what_is_not_there_has_the_place_of_its_key():
    assert Located("title:\nvenue: null\n").places["title",] == (1, 1, 5)
    assert Located("title:\nvenue: null\n").places["venue",] == (2, 1, 5)


def test_text_of_several_lines_has_the_place_of_its_first():
    found = Located("summary: one\n  two\nbody: |\n  three\n  four\n")
    assert found.root == {"summary": "one two", "body": "three\nfour\n"}
    assert found.places["summary",] == (1, 10, 3)
    assert found.places["body",] == (3, 7, 1)


def test_scalars_are_text_and_nothing_is_none():
    assert Located("a: 18:30\nb: 0123\nc: no\nd: ~\ne: ''\nf: 'null'\n").root == {"a": "18:30", "b": "0123", "c": "no", "d": None, "e": "", "f": "null"}


def test_a_repeated_key_is_noted_and_its_first_value_kept():
    found = Located("a: 1\na: {b: 2}\n", first_line=2)
    assert found.root == {"a": "1"}
    assert [(place, misread.code) for place, misread in found.findings] == [((3, 1, 1), "E113")]
    assert "line 2" in found.findings[0][1].message


def test_what_stands_in_a_repeated_key_is_judged_too():
    assert [misread.code for _, misread in Located("a: 1\na: !x 2\n").findings] == ["E113", "E114"]


@pytest.mark.parametrize("text", ["a: b: c", "a: 'b", "a: [b", "a: @b", "--- a\n--- b", "%x", "a: \x01"])
def test_what_is_not_yaml_is_unparsable(text):
    with pytest.raises(Unparsable):
        Located(text)


def test_depth_has_a_limit():
    assert Located("[" * 8 + "]" * 8).root == [[[[[[[[]]]]]]]]
    with pytest.raises(Refused, match="8 levels"):
        Located("[" * 9 + "]" * 9)


def test_empty_text_is_nothing():
    assert Located("").root is None
    assert Located("# a remark\n").root is None


def test_quotes_of_word_processors_enclose_a_whole_text_or_nothing():
    assert inside_curly_quotes("“ Neck ”") == "Neck"
    assert inside_curly_quotes("“One” and “two”") is None
    assert inside_curly_quotes("“") is None
    assert inside_curly_quotes("Neck") is None

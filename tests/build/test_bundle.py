import pytest

from mcsite import memo
from mcsite.build.artifact import Area
from mcsite.build.bundle import Bundle, remembered, unpacked

MADE = []


@pytest.fixture(autouse=True)
def _blank():
    memo.forget()
    MADE.clear()


def spell(text):
    MADE.append(text)
    return {f"{word}/{len(word)}.txt": word.encode() for word in text.split()}


def files(bundle):
    return {artifact.path: artifact.make(**artifact.inputs) for artifact in unpacked(bundle)}


def test_a_bundle_becomes_an_artifact_for_each_of_its_files_made_at_once():
    assert files(Bundle("words/", spell, {"text": "one three"})) == {"words/one/3.txt": b"one", "words/three/5.txt": b"three"}
    assert MADE == ["one three"]


def test_what_its_files_are_is_known_without_making_it_again():
    unpacked(Bundle("words/", spell, {"text": "one"}))
    again = unpacked(Bundle("words/", spell, {"text": "one"}))
    assert MADE == ["one"]
    assert again[0].make(**again[0].inputs) == b"one"
    assert MADE == ["one", "one"]


def test_nothing_is_made_to_tell_whether_it_is_known():
    bundle = Bundle("words/", spell, {"text": "one"}, Area.PRIVATE)
    assert remembered(bundle) is None
    assert MADE == []
    assert list(unpacked(bundle)) == list(remembered(bundle))
    assert remembered(bundle)[0].area is Area.PRIVATE


def test_a_file_is_the_same_whatever_else_the_bundle_holds():
    (one, *_) = unpacked(Bundle("words/", spell, {"text": "one"}))
    (same, *_) = unpacked(Bundle("words/", spell, {"text": "one more"}))
    assert one.inputs == same.inputs


def test_inputs_that_could_change_are_refused():
    with pytest.raises(TypeError, match="plain frozen data"):
        unpacked(Bundle("words/", spell, {"text": ["one"]}))

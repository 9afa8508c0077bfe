from mcsite.content.lookup import Lookup
from mcsite.diagnostics import Span
from mcsite.source.document import Document

DOCUMENTS = (Document("a", "venue", "cowork", {"title": "Harbour Cowork"}), Document("b", "venue", "broken", {}))
VENUES = Lookup.of("venue", DOCUMENTS, {"cowork": "the venue itself"})
HERE = Span("content/events/a.md", 3, 8)


def find(name):
    notes = []
    return VENUES.find(name, HERE, notes), notes


def test_a_thing_is_found_by_slug_or_title_in_any_case():
    for name in ("cowork", "Cowork", "Harbour Cowork", "harbour cowork"):
        assert find(name) == ("the venue itself", [])


def test_a_thing_that_could_not_be_read_is_missing_in_silence():
    assert find("broken") == (None, [])


def test_an_unknown_name_is_said_with_the_nearest():
    thing, (note,) = find("kowork")
    assert thing is None
    assert (note.code, note.span, note.help) == ("E203", HERE, "did you mean 'cowork'?")


def test_a_name_like_nothing_is_said_with_all_there_are():
    _, (note,) = find("zzz")
    assert note.help == "known here: broken, cowork"


def test_of_a_kind_without_things_one_hears_how_to_make_one():
    notes = []
    assert Lookup.of("venue", (), {}).find("cowork", HERE, notes) is None
    assert "mcsite new venue" in notes[0].help

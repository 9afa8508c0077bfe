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


def test_a_title_that_two_have_is_nobodys_name():
    twins = (Document("a", "venue", "north", {"title": "Village  Hall"}), Document("b", "venue", "south", {"title": "village hall"}))
    notes = []
    known = Lookup.of("venue", twins, {"north": "in the north", "south": "in the south"})
    assert known.find("Village Hall", HERE, notes) is None
    assert [(note.code, note.help) for note in notes] == [("E207", "write the name of the file instead: north or south")]
    assert known.find("south", HERE, notes) == "in the south"


def test_a_file_whose_name_is_no_slug_is_found_by_that_name():
    known = Lookup.of(
        "venue", (Document("content/venues/Caf\u00e9 Nord.md", "venue", "cafe-nord", {"title": "The Caf\u00e9"}),), {"cafe-nord": "the caf\u00e9"}
    )
    assert [known.find(name, HERE, []) for name in ("Caf\u00e9 Nord", "cafe-nord", "The Cafe\u0301")] == ["the caf\u00e9"] * 3


def test_a_slug_counts_before_the_title_of_another():
    both = (Document("a", "venue", "hall", {"title": "Old Place"}), Document("b", "venue", "barn", {"title": "Hall"}))
    assert Lookup.of("venue", both, {"hall": "the hall", "barn": "the barn"}, ("hall", "barn")).find("Hall", HERE, []) == "the hall"


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

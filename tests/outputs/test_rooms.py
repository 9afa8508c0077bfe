import sys

import factory
import pytest

from mcsite.outputs.rooms import planned

OUTPUT = "def plan(edition, theme):\n    yield from ((__name__, edition, theme) for _ in range({}))\n"


@pytest.fixture
def room(tmp_path, monkeypatch):
    folder = tmp_path / "some_room"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    yield folder
    for name in [name for name in sys.modules if name.startswith("some_room")]:
        del sys.modules[name]


def test_outputs_are_found_by_being_there_in_order_of_their_names(room):
    (room / "posters.py").write_text(OUTPUT.format(2))
    (room / "cards.py").write_text(OUTPUT.format(1))
    edition = factory.edition()
    found = list(planned("some_room", [str(room)], edition, None))
    assert found == [("some_room.cards", edition, None), ("some_room.posters", edition, None), ("some_room.posters", edition, None)]


def test_an_empty_room_makes_nothing(room):
    assert list(planned("some_room", [str(room)], factory.edition(), None)) == []

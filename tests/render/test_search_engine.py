import json
import subprocess
import sys

import pytest

from mcsite.model.prose import Prose
from mcsite.render import search_engine
from mcsite.render.left_out import LeftOut
from mcsite.render.search_engine import Document, index

SHELF = (
    Document(
        address="events/stretch/", title="Stretch", kind="events", texts=("Loosen up.",), prose=(Prose("For **shoulders** and [hips](https://a.example/)."),)
    ),
    Document(address="about/", title="About <us>", kind="pages"),
)


def made(documents=SHELF, language="en", base_path="/"):
    return index(documents, language, base_path)


def test_an_index_has_a_script_an_entry_and_a_piece_for_each_document():
    files = made()
    assert {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.en.pagefind"} <= files.keys()
    assert len([name for name in files if name.startswith("fragment/")]) == 2
    assert json.loads(files["pagefind-entry.json"])["languages"]["en"]["page_count"] == 2


def test_it_is_of_the_language_of_the_site():
    assert "wasm.de.pagefind" in made(language="de")


def test_the_same_documents_give_the_same_bytes():
    assert made() == made()


def test_an_edit_of_one_document_leaves_the_pieces_of_others():
    before = made()
    after = made((Document(address="about/", title="About them", kind="pages"), SHELF[0]))
    assert len({name for name in before.keys() & after.keys() if name.startswith("fragment/")}) == 1


def test_no_interface_of_others_is_published():
    assert not [name for name in made() if "ui" in name or "highlight" in name]


def test_of_nothing_there_is_no_index():
    assert made(()) == {}


def test_where_there_is_no_program_it_is_left_out(monkeypatch):
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    with pytest.raises(LeftOut, match="there is no pagefind for this Python and system"):
        made()


def test_where_the_program_cannot_be_run_it_is_left_out(monkeypatch, tmp_path):
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: tmp_path / "gone")
    with pytest.raises(LeftOut, match="pagefind cannot be run here"):
        made()


def test_where_the_program_fails_it_is_left_out_with_what_it_said(monkeypatch):
    monkeypatch.setattr(search_engine.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 1, b"", b"no\n  room"))
    with pytest.raises(LeftOut, match=r"pagefind failed \(no room\)"):
        made()

"""A document is the same whether its file was read before, or its fields alone, or neither."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mcsite import memo
from mcsite.content.opened import opened
from mcsite.content.remembered_documents import documents_of
from mcsite.source.files import SourceFile

HEAD = "---\ntitle: Circle\nStart: 2026-01-06 18:00\n---\n"


def file_of(text, path="content/events/circle.md"):
    return SourceFile(path, "event", "circle", text.encode("utf-8", "surrogatepass"))


def first_read(text, **place):
    memo.forget()
    return read(text, **place)


def read(text, **place):
    (found,) = documents_of([file_of(text, **place)], opened)
    return found


def never_read(_file):
    pytest.fail("it was read anew")


def test_another_text_below_the_same_fields_is_no_reason_to_read_them_again():
    first_read(HEAD + "One.")
    ((document, notes),) = documents_of([file_of(HEAD + "\n\nTwo.\n")], never_read)
    assert (document, notes) == first_read(HEAD + "\n\nTwo.\n")
    assert (document.body, document.origin.body_line, document.fields["start"]) == ("Two.", 7, "2026-01-06 18:00")


@pytest.mark.parametrize("text", ["\ufeff" + HEAD + "One.", "\n" + HEAD + "One.", HEAD.replace("\n", "\r\n") + "One."])
def test_where_the_fields_stand_counts(text):
    expected = first_read(text)
    first_read(HEAD + "Zero.")
    assert read(text) == expected


@pytest.mark.parametrize("body", ["<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c", "a\x00b", "a\u202eb", "\ud800"])
def test_what_is_wrong_with_the_text_is_said_though_the_fields_are_known(body):
    expected = first_read(HEAD + body)
    assert expected[0] is None
    first_read(HEAD + "One.")
    assert read(HEAD + body) == expected == read(HEAD + body)


def test_a_file_of_another_place_has_its_own_origin():
    first_read(HEAD + "One.")
    assert read(HEAD + "Two.", path="content/events/2026/circle.md")[0].origin.path == "content/events/2026/circle.md"


def test_a_mend_is_told_each_time():
    text = "---\ntitle:Circle\n---\nOne."
    assert [note.code for note in first_read(text)[1]] == [note.code for note in read(text)[1]] == ["W105"]


@given(st.lists(st.sampled_from(["---", "...", "title: A", "a: b", "Text", "", "<<<<<<< a", "=======", "\t"]), max_size=8), st.integers(0, 8))
def test_no_other_lines_make_a_difference(lines, place):
    text = HEAD + "\n".join(lines)
    expected = first_read(text)
    memo.forget()
    read(HEAD + "One.")
    read("\n".join((HEAD + "\n".join(lines)).split("\n")[:place]))
    assert read(text) == expected

from mcsite.content.opened import opened
from mcsite.source.files import SourceFile


def test_the_fields_of_a_file_are_spelt_as_the_form_of_its_kind_spells_them():
    document, notes = opened(SourceFile("content/people/ada.md", "person", "ada", b"---\nTitle: Ada\nWebsite: https://example.org\n---\nHello."))
    assert (dict(document.fields), document.body, notes) == ({"title": "Ada", "url": "https://example.org"}, "Hello.", ())
    assert ("title",) in document.origin.places


def test_of_a_file_that_cannot_be_opened_only_the_reasons_are_left():
    document, notes = opened(SourceFile("content/people/ada.md", "person", "ada", b"Hello."))
    assert document is None
    assert [note.code for note in notes] == ["E110"]

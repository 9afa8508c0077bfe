from mcsite.content.forms import PageForm
from mcsite.content.links import Index
from mcsite.content.reading import Reading
from mcsite.content.understanding import form_of
from mcsite.model.origin import Origin
from mcsite.source.document import Document


def reading():
    return Reading(Index({}))


def page(fields, body=""):
    return Document("content/pages/a.md", "page", "a", fields, Origin("content/pages/a.md"), body)


def test_a_form_that_cannot_be_filled_in_is_said_with_every_reason():
    one = reading()
    assert form_of(PageForm, page({"tile": "A"}), one) is None
    assert sorted(note.code for note in one.notes) == ["E700", "E701"]


def test_the_links_and_the_picture_of_a_broken_document_are_looked_up_all_the_same():
    one = reading()
    fields = {"title": "A", "tile": "A", "image": "none.jpg"}
    assert form_of(PageForm, page(fields, "[b](b.md)"), one) is None
    assert sorted(note.code for note in one.notes) == ["E210", "E400", "E700"]


def test_what_is_sound_is_looked_over_even_without_a_title():
    looked_over = []
    for fields in ({"title": "A", "summary": "One", "tile": "A"}, {"summary": "Two"}):
        form_of(PageForm, page(fields), reading(), lambda form, document: looked_over.append((form.summary, document.path)))
    assert looked_over == [("One", "content/pages/a.md"), ("Two", "content/pages/a.md")]

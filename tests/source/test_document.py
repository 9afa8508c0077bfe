from mcsite.source.document import Document


def test_a_document_knows_nothing_until_it_is_told():
    document = Document("content/events/a.md", "event", "a")
    assert (dict(document.fields), document.body, document.origin.places) == ({}, "", {})

from mcsite.diagnostics import Span
from mcsite.model.origin import Origin

PLACES = {("prices",): (4, 1, 6), ("prices", 0): (5, 3, 10), ("@key", "prices"): (4, 1, 6), ("title",): (2, 8, 4)}


def test_a_field_has_its_own_place():
    assert Origin("a.md", PLACES).span("title") == Span("a.md", 2, 8, 4)


def test_a_field_without_a_place_is_found_in_what_encloses_it():
    assert Origin("a.md", PLACES).span("prices", 0, "amount") == Span("a.md", 5, 3, 10)
    assert Origin("a.md", PLACES).span("prices", 7) == Span("a.md", 4, 1, 6)


def test_a_key_has_a_place_besides_its_value():
    origin = Origin("a.md", {**PLACES, ("@key", "title"): (2, 1, 5)})
    assert origin.key("title") == Span("a.md", 2, 1, 5)
    assert origin.key("summary") == Span("a.md", 1)


def test_a_file_without_fields_is_named_as_a_whole():
    assert Origin("a.md").span("title") == Span("a.md", 0)

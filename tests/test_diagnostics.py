from mcsite.diagnostics import LONGEST, Diagnostic, Misread, Severity, Span


def test_the_code_says_how_much_a_diagnostic_weighs():
    assert Diagnostic(Span("a.md"), "E203", "m").severity is Severity.ERROR
    assert Diagnostic(Span("a.md"), "W104", "m").severity is Severity.WARNING


def test_diagnostics_sort_by_place():
    late, early, other = Diagnostic(Span("a.md", 9), "E101", "m"), Diagnostic(Span("a.md", 2, 8), "E700", "m"), Diagnostic(Span("b.md"), "E100", "m")
    assert sorted([other, late, early]) == [early, late, other]


def test_a_misreading_is_placed_by_whoever_knows_the_place():
    span = Span("a.md", 3, 8, 7)
    assert Misread("E302", "two readings", "write one").at(span) == Diagnostic(span, "E302", "two readings", "write one")


def test_a_message_that_cites_a_long_text_loses_its_middle():
    placed = Misread("E300", f"'{'x' * 5000}' is not a day", "y" * LONGEST).at(Span("a.md"))
    assert len(placed.message) == LONGEST
    assert placed.message.startswith("'xxx")
    assert placed.message.endswith("xxx' is not a day")
    assert placed.help == "y" * LONGEST


def test_so_does_one_that_was_placed_at_once():
    assert len(Diagnostic(Span("a.md"), "E205", f"there is no kind '{'x' * 900}'").message) == LONGEST

from mcsite.diagnostics import Misread, Span
from mcsite.model.origin import Origin
from mcsite.source.misreads import Misreads, Problem

ORIGIN = Origin("a.md", {("prices", 0, "amount"): (3, 9, 4), ("@key", "prices", 0, "amount"): (3, 1, 6)})


def test_a_problem_is_seen_from_outside_and_placed():
    problem = Problem(("amount",), Misread("E706", "m", "h")).below("prices", 0)
    assert problem.at(ORIGIN).span == Span("a.md", 3, 9, 4)
    assert Problem(problem.way, problem.misread, on_key=True).at(ORIGIN).span == Span("a.md", 3, 1, 6)


def test_what_is_said_twice_names_the_line_on_which_it_was_said_before():
    again = Problem(("host",), Misread("E113", "'host' says it again", "h"), on_key=True, before=("hosts",)).below("changed")
    origin = Origin("a.md", {("@key", "changed", "host"): (7, 3, 4), ("@key", "changed", "hosts"): (5, 3, 5)})
    assert (again.at(origin).span.line, again.at(origin).message) == (7, "'host' says it again as on line 5")


def test_several_problems_are_one_refusal():
    assert str(Misreads((Problem((), Misread("E706", "one")), Problem((), Misread("E706", "two"))))) == "one; two"

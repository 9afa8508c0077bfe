from mcsite.diagnostics import Misread, Span
from mcsite.model.origin import Origin
from mcsite.source.misreads import Misreads, Problem

ORIGIN = Origin("a.md", {("prices", 0, "amount"): (3, 9, 4), ("@key", "prices", 0, "amount"): (3, 1, 6)})


def test_a_problem_is_seen_from_outside_and_placed():
    problem = Problem(("amount",), Misread("E706", "m", "h")).below("prices", 0)
    assert problem.at(ORIGIN).span == Span("a.md", 3, 9, 4)
    assert Problem(problem.way, problem.misread, on_key=True).at(ORIGIN).span == Span("a.md", 3, 1, 6)


def test_several_problems_are_one_refusal():
    assert str(Misreads((Problem((), Misread("E706", "one")), Problem((), Misread("E706", "two"))))) == "one; two"

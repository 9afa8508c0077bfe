from mcsite.diagnostics import Misread
from mcsite.schedule.problem import Problem


def test_a_value_that_was_misread_is_a_problem_of_its_field() -> None:
    assert Problem.of(("repeat",), Misread("E330", "what?", "this")) == Problem(("repeat",), "E330", "what?", "this")

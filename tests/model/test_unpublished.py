from mcsite.model.event import Event
from mcsite.model.library import Workshop
from mcsite.model.people import Partner, Person
from mcsite.model.unpublished import unpublished


def test_what_is_for_those_who_hold_the_sessions_is_marked():
    assert unpublished(Event) == {"setup", "clear_up"}
    assert unpublished(Workshop) == {"prompt", "if_late"}
    assert unpublished(Partner) == {"contact", "code"}
    assert unpublished(Person) == unpublished(str) == set()

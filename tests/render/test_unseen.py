from factory import event, person, session

from mcsite.model.people import Partner
from mcsite.render.unseen import is_unseen


def test_what_is_for_those_who_hold_the_sessions_is_unseen():
    assert is_unseen(event("a"), "setup")
    assert not is_unseen(event("a"), "title")
    assert not is_unseen(session(), "setup")
    assert is_unseen(Partner.__new__(Partner), "code")
    assert not is_unseen("a text", "setup")
    assert not is_unseen(None, "public")


def test_of_a_person_who_is_not_public_one_sees_only_that():
    assert [is_unseen(person("ada", public=False), name) for name in ("title", "slug", "public")] == [True, True, False]
    assert not is_unseen(person("ada", public=True), "title")

from factory import person

from mcsite.importing.people import People


def test_who_is_on_the_site_is_found_by_name_and_who_is_not_is_added():
    people = People((person("ada", title="Ada Berg"),), ("ada",))
    assert people.named(["ada  BERG", "Bo"]) == ["ada", "bo"]
    assert [(new.slug, dict(new.fields)) for new in people.new.values()] == [("bo", {"title": "Bo"})]


def test_somebody_new_is_one_person_however_often_met():
    people = People((), ())
    assert people.named(["Bo", "bo"]) == ["bo", "bo"]


def test_no_file_is_taken_again_and_none_has_a_name_that_windows_keeps():
    assert People((), ("bo",)).named(["Bo"]) == ["bo-2"]
    assert People((), ()).named(["Con"]) == ["con-1"]


def test_a_name_without_letters_is_nobodys():
    people = People((), ())
    assert (people.named(["!?"]), people.new) == ([], {})

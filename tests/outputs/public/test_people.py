from dataclasses import replace

from drawn import Drawn
from factory import edition, event, person, session

HIDDEN = person("kit", title="Kit Hidden", email="kit@example.org", public=False)


def test_a_public_person_has_a_page_with_what_comes_next():
    ada = person(role="Therapist", registration="Guild 0412", email="ada@example.org")
    drawn = Drawn(edition(session(event(hosts=(ada,)))))
    for said in ("Therapist", "Guild 0412", "ada@example.org"):
        assert said in drawn.text("people/ada/index.html")
    assert "webcal://moves.example/calendar/hosts/ada.ics" in drawn.links("people/ada/index.html")


def test_a_person_who_is_not_public_is_on_no_page_at_all():
    made = edition(session(event(hosts=(HIDDEN, person()))))
    drawn = Drawn(replace(made, site=replace(made.site, people=(person(), HIDDEN))))
    assert "people/kit/index.html" not in drawn.paths
    assert not [path for path in drawn.paths if "Kit Hidden" in drawn.html(path) or "kit@" in drawn.html(path)]


def test_without_people_the_index_says_so():
    assert "There is nothing here yet" in Drawn(edition()).text("people/index.html")

from dataclasses import replace

from drawn import default_theme
from factory import edition, event, person, session, settings, venue, weekly

from mcsite.render.sharing import drawn_of, files_of, lacking_of, shown_by, shown_for

THEME = default_theme()
PAGE = "events/stretch/"


def drawn(whole):
    return drawn_of(whole, THEME.prints, THEME.strings)


def test_a_session_is_shown_by_its_own_card_or_by_that_of_its_series():
    sessions = weekly(times=9)
    whole = edition(*sessions)
    assert shown_for(whole, THEME, sessions[0]).path == f"{PAGE}2026-01-06/card.png"
    assert shown_for(whole, THEME, sessions[8]).path == f"{PAGE}card.png"
    assert shown_by(whole, THEME, PAGE).path == f"{PAGE}card.png"
    assert shown_by(whole, THEME, "calendar/") is None


def test_a_session_that_followers_were_told_a_change_of_has_another_address_of_its_card():
    (one,) = weekly(times=1)
    changed = replace(one, identity=replace(one.identity, sequence=2))
    assert shown_for(edition(changed), THEME, changed).path == f"{PAGE}2026-01-06/card.png?v=2"


def test_those_who_tell_of_a_coming_session_find_what_they_need():
    sessions = weekly(times=9)
    whole = edition(*sessions)
    here = f"{PAGE}2026-01-06/"
    assert files_of(whole, THEME, sessions[0]) == (f"{here}card-square.png", f"{here}card-story.png", f"{here}captions.txt")
    assert files_of(whole, THEME, sessions[8]) == ()
    assert files_of(edition(*sessions, now="2026-01-08 09:00"), THEME, sessions[0]) == ()


def test_a_sign_that_no_font_has_is_left_out():
    whole = edition(session(event(title="Swap 🎈")))
    assert drawn(whole)[PAGE].left_out == "🎈"


def test_what_has_letters_that_no_font_has_is_not_drawn():
    whole = edition(session(event(title="呼吸")), site={"venues": (venue(title="港"),), "people": (person(),)})
    assert set(drawn(whole)) == {"", "people/ada/"}
    assert lacking_of(whole, THEME.prints, THEME.strings)[PAGE] == {"呼", "吸"}


def test_the_card_of_the_site_is_always_drawn():
    assert drawn(edition(site={"settings": settings(title="呼吸")}))[""].title == "moves.example"

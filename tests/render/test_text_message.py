from dataclasses import replace

import factory
import pytest
from hypothesis import given
from hypothesis import strategies as st
from render.notices import notice

from mcsite.model.event import Status
from mcsite.model.ledger import Details
from mcsite.model.signup import Provider, Signup
from mcsite.render.text_message import MOST, plain, shortened, size, text_message

FORM = Signup(Provider.LINK, "https://forms.example/")
LINK = "https://moves.example/s/stretch/"
ANY_TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=300)


def said(language="en", title="Stretch", slug="stretch", base_url="https://moves.example/", **changes):
    of = factory.event(slug, signup=FORM, title=title)
    before = {name: changes.pop(name) for name in ("was", "place", "details") if name in changes}
    before |= {"title": changes.pop("was_called")} if "was_called" in changes else {}
    settings = factory.settings(base_url=base_url, language=language)
    return text_message(notice(factory.session(of, **changes), site={"settings": settings}, **before), language)


def test_it_says_what_and_when_it_was_and_is_and_where_to_go_on():
    assert said(was=factory.when("2026-01-06 17:00")) == f"Begins later: Stretch. Was Tue 6 Jan 17:00, now Tue 6 Jan 18:00. {LINK}"


def test_a_long_title_is_cut_between_words():
    text = said(
        title="A long evening of slow and careful stretching for everybody who sits, lifts, carries, kneads and rows", was=factory.when("2026-01-06 17:00")
    )
    assert text == f"Begins later: A long evening of slow and careful stretching for everybody who... Was Tue 6 Jan 17:00, now Tue 6 Jan 18:00. {LINK}"
    assert MOST - 12 < size(text) <= MOST


def test_long_names_of_places_are_cut_and_both_are_told():
    long = "The Great Assembly Hall of the Old Fishermen's Guild at the Harbour, 1 Quay"
    text = said(title="Stretching for everybody who sits all day", place=long)
    assert "Was: The Great Assembly Hall of the Old... Now: Harbour Cowork." in text
    assert text.endswith(LINK)
    assert size(text) <= MOST


def test_a_place_that_is_lost_is_said_to_be():
    assert said(venue=None, place="The Park, 1 Quay") == f"Has no place yet: Stretch, Tue 6 Jan 18:00. Was: The Park. Now: no place yet. {LINK}"


def test_who_leads_it_now_is_told_with_who_did():
    assert said(details=Details(hosts=(("bo", "Bo"),))) == f"Led by somebody else: Stretch, Tue 6 Jan 18:00. Was: Bo. Now: Ada. {LINK}"


def test_rather_than_who_leads_it_now_who_did_is_left_out():
    bo = Details(hosts=(("bo", "Boadicea of the Long Harbour Street"),))
    text = said(details=bo, title="Stretching for everybody who sits", base_url=f"https://moves.example/{'x' * 40}/")
    assert text.startswith("Led by somebody else: Stretching for everybody who sits, Tue 6 Jan 18:00, with Ada. ")
    assert size(text) <= MOST


def test_a_new_note_is_told_as_far_as_there_is_room():
    ada = Details(hosts=(("ada", "Ada"),))
    assert said(details=ada, note="Bring a mat.") == f"Has a new note: Stretch, Tue 6 Jan 18:00. Bring a mat. {LINK}"
    text = said(details=ada, note="Bring a mat, a blanket and a cushion, for the floor of the hall is cold in winter, and a friend, too", title="Stretching")
    assert text == f"Has a new note: Stretching, Tue 6 Jan 18:00. Bring a mat, a blanket and a cushion, for the floor of... {LINK}"


def test_another_title_is_that_which_is_told():
    assert said(details=Details(hosts=(("ada", "Ada"),)), title="Bend", was_called="Stretch") == f"Has another title: Bend, Tue 6 Jan 18:00. {LINK}"


def test_a_meeting_online_is_told_by_its_address():
    ada = Details(hosts=(("ada", "Ada"),))
    assert said(details=ada, online="https://meet.example/two") == f"Can be joined online, too: Stretch, Tue 6 Jan 18:00, https://meet.example/two. {LINK}"


def test_rather_than_the_title_the_next_session_is_left_out():
    first, second, _ = factory.weekly(factory.event(rule="FREQ=WEEKLY", signup=FORM, title="Stretching for everybody"))
    off = replace(first, status=Status.CANCELLED)
    near, far = (
        text_message(notice(off, others=(second,), site={"settings": factory.settings(base_url=base)}), "en")
        for base in ("https://moves.example/", f"https://moves.example/{'x' * 60}/")
    )
    assert "Next: Tue 13 Jan 18:00." in near
    assert "Next:" not in far
    assert "Stretching for everybody, Tue 6 Jan 18:00." in far


def test_an_address_that_leaves_no_room_goes_without_its_beginning_then_altogether():
    assert said(status=Status.CANCELLED, base_url=f"https://moves.example/{'x' * 92}/").endswith(f" moves.example/{'x' * 92}/s/stretch/")
    assert said(status=Status.CANCELLED, base_url=f"https://moves.example/{'x' * 200}/") == "Cancelled: Stretch, Tue 6 Jan 18:00."


def test_typographic_signs_are_written_as_every_phone_has_them():
    text = said(title="Ada’s “slow” hour – part two…", was=factory.when("2026-01-06 17:00"), language="en-US")
    assert text.startswith('Begins later: Ada\'s "slow" hour - part two. Was Tue, Jan 6 5:00 PM, now Tue, Jan 6 6:00 PM.')


def test_signs_of_the_extension_count_twice():
    assert [size(text) for text in ("abc", "a€", "a[b]", "é", "ß", "ç", "ж", "🎉", "a🎉")] == [3, 3, 6, 1, 1, 1, 1, 2, 3]


def test_a_text_in_other_letters_has_as_many_signs_at_most():
    text = said(title="Растяжка и дыхание для всех, кто целый день сидит за столом, и ещё для тех, кто много носит", was=factory.when("2026-01-06 17:00"))
    assert text.startswith("Begins later: Растяжка и дыхание")
    assert text.endswith(LINK)
    assert len(text) <= MOST


def test_emoji_count_as_the_two_signs_that_they_are():
    assert size(said(title="🎉 " * 80, status=Status.CANCELLED)) <= MOST


@pytest.mark.parametrize(
    ("text", "room", "kept"), [("one two three", 13, "one two three"), ("one two three", 12, "one two..."), ("abcdefghij", 6, "abc..."), ("abc", 2, "")]
)
def test_whole_words_are_kept(text, room, kept):
    assert shortened(text, room) == kept


@given(ANY_TEXT, ANY_TEXT, st.sampled_from(Status), st.sampled_from(["en", "ar", "de", "ja"]), st.integers(0, 200))
def test_whatever_is_written_it_fits(title, place, status, language, path):
    text = said(
        title=title, place=place, status=status, language=language, base_url=f"https://moves.example/{'x' * path}/", was=factory.when("2026-01-06 17:00")
    )
    assert size(text) <= MOST
    assert len(text) <= MOST
    assert "\n" not in text
    assert plain(text) == text

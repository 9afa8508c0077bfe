from dataclasses import replace
from email import message_from_bytes
from email.policy import default

import factory
import pytest
from hypothesis import given
from hypothesis import strategies as st
from render.notices import notice

from mcsite.model.event import Status
from mcsite.model.settings import Organiser
from mcsite.render.late_mail import draft, letter, sender_of, subject

SENDER = sender_of(factory.settings(organiser=Organiser(name="Ada, of the Quay", email="ada@example.org", phone="01632 960417")))
OFF = factory.session(status=Status.CANCELLED, reason="clinic closed")
ANY_TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=150)


def parsed(told, sender=SENDER):
    return message_from_bytes(draft(told, sender), policy=default)


def test_the_letter_says_what_it_was_what_it_is_and_why():
    assert letter(notice(OFF), SENDER) == (
        "Hello,\n\n"
        "a change at short notice: Stretch is cancelled.\n\n"
        "It was: Tuesday 6 January 2026, 18:00–18:45, Harbour Cowork, 1 Quay, HB1 1AA\n"
        "Now: it does not take place\n\n"
        "Why: clinic closed\n\n"
        "All about it, and all dates: https://moves.example/events/stretch/\n"
        "What else is on: https://moves.example/events/\n\n"
        "We are sorry for the short notice. Please tell anybody who may not read this in time.\n\n"
        "Ada, of the Quay\nada@example.org\n01632 960417\nhttps://moves.example/\n"
    )


def test_a_status_is_told_in_words():
    assert "It was: cancelled\nNow: Tuesday 6 January 2026, 18:00–18:45, Harbour Cowork" in letter(notice(status=Status.CANCELLED), SENDER)
    assert "Now: no date yet; a new one will be announced\n" in letter(notice(factory.session(status=Status.POSTPONED)), SENDER)


def test_what_is_to_be_known_about_the_session_is_said():
    assert "Please note: Side door.\n" in letter(notice(factory.session(note="Side door."), place="The Park"), SENDER)


def test_the_draft_is_ready_to_be_sent_to_nobody_yet():
    message = parsed(notice(OFF))
    assert message["From"].addresses[0].display_name == "Ada, of the Quay"
    assert message["Date"].datetime.isoformat() == "2026-01-06T09:00:00+00:00"
    assert message["X-Unsent"] == "1"
    assert not {"To", "Cc", "Bcc"} & set(message.keys())
    assert message.get_content_type() == "text/plain"
    assert message["Content-Language"] == "en"


def test_a_site_without_an_organiser_leaves_the_sender_to_the_mail_program():
    message = parsed(notice(OFF), sender_of(factory.settings()))
    assert message["From"] is None
    assert message.get_content().endswith("Moves\r\nhttps://moves.example/\r\n")


def test_each_change_has_a_name_of_its_own_that_stays():
    once, again, other = (parsed(told)["Message-ID"] for told in (notice(OFF), notice(OFF), notice(OFF, changed="2026-01-06T09:30")))
    assert once == again != other
    assert once.endswith("@moves.example>")


def test_a_host_that_no_message_id_can_have_is_left_out():
    assert parsed(notice(OFF), replace(SENDER, host="::1"))["Message-ID"].endswith("@localhost>")


@pytest.mark.parametrize("title", ["حلقة التمدد " * 12, "Ünïcödé " * 20, "x" * 400, "a: b, c; <d@e.example>", "🎉" * 60])
def test_every_title_comes_through(title):
    told = notice(factory.session(title=title, status=Status.CANCELLED))
    message = parsed(told)
    assert message["Subject"] == subject(told)
    assert message.get_content().replace("\r\n", "\n") == letter(told, SENDER)
    assert message.defects == []


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_whatever_is_written_the_draft_is_a_mail_of_short_ascii_lines(title, reason, name):
    told = notice(factory.session(title=title, status=Status.CANCELLED, reason=reason))
    data = draft(told, replace(SENDER, name=name))
    assert data.isascii()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert parsed(told, replace(SENDER, name=name)).get_content().replace("\r\n", "\n") == letter(told, replace(SENDER, name=name))

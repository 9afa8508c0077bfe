"""What is remembered of a session in the other languages of a site."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from factory import MODIFIED, session, settings

from mcsite.diagnostics import Misread
from mcsite.ledger.digest import sights
from mcsite.ledger.document import read, write
from mcsite.ledger.renditions import in_language, remembering, render, reworded
from mcsite.ledger.settling import published
from mcsite.model.ledger import EMPTY, Ledger, Rendition
from mcsite.model.settings import SiteLanguage

GERMAN = settings(language="de", folder="de/", base_url="https://moves.example/de/")
NOW = datetime(2026, 1, 3, 12, tzinfo=UTC)


def settled(one):
    """The ledger that a publication of one session leaves."""
    (sight,) = sights([one], settings())
    rendered = render([one], GERMAN, EMPTY, MODIFIED)
    return remembering(Ledger((published(one, sight),)), [rendered])


def modified(one, previous, now=NOW):
    (found,) = render([one], GERMAN, previous, now).sessions
    return found.identity.modified


def test_a_new_language_takes_over_the_moment_of_the_main_one():
    one = session()
    assert modified(one, EMPTY) == one.identity.modified


def test_the_same_words_keep_their_moment_whatever_became_of_the_main_text():
    one = session()
    later = replace(one, identity=replace(one.identity, modified=NOW))
    assert modified(later, settled(one)) == one.identity.modified


def test_other_words_are_a_change_now():
    assert modified(replace(session(), title="Dehnen"), settled(session())) == NOW


def test_a_change_for_which_followers_must_look_again_is_one_in_every_language():
    one = session()
    risen = replace(one, identity=replace(one.identity, sequence=1))
    assert modified(risen, settled(one)) == NOW


def test_time_never_runs_backwards():
    before = settled(session())
    assert modified(replace(session(), title="Dehnen"), before, MODIFIED - timedelta(days=1)) == MODIFIED


def test_a_language_that_went_is_remembered_for_its_return():
    ledger = settled(session())
    french = remembering(ledger, [render([session()], replace(GERMAN, language="fr"), ledger, NOW)])
    (known,) = french.sessions
    assert [each.language for each in known.renditions] == ["de", "fr"]
    assert isinstance(known.renditions[0], Rendition)


def test_a_language_sees_the_memory_with_its_own_moments_and_addresses():
    ledger = replace(settled(session()), addresses=(("de/events/stretch/", "a"), ("events/stretch/", "a")))
    later = remembering(ledger, [render([replace(session(), title="Dehnen")], GERMAN, ledger, NOW)])
    seen = in_language(later, SiteLanguage("de", "de/"))
    assert (seen.addresses, seen.sessions[0].modified) == ((("events/stretch/", "a"),), NOW)
    assert later.sessions[0].modified == MODIFIED


def test_it_is_written_into_the_memory_and_read_again():
    ledger = settled(session())
    assert b'"renditions": {"de": {"digest": ' in write(ledger)
    assert read(write(ledger)) == ledger


@pytest.mark.parametrize("wrong", [b'{"de": 1}', b'{"<b>": {}}', b"[]", b'{"de": {"digest": "x", "modified": "2026-01-01T12:00:00Z"}}'])
def test_what_mcsite_would_not_write_is_refused(wrong):
    text = re.sub(rb'"renditions": \{.*?\}\}', b'"renditions": ' + wrong, write(settled(session())))
    with pytest.raises(Misread):
        read(text)


def test_sessions_that_are_said_otherwise_are_counted_by_language_unless_they_changed_altogether():
    ledger = settled(session())
    otherwise = remembering(ledger, [render([replace(session(), title="Dehnen")], GERMAN, ledger, NOW)])
    assert list(reworded(otherwise, ledger)) == [("de", 1)]
    assert list(reworded(ledger, ledger)) == []
    (known,) = otherwise.sessions
    assert list(reworded(Ledger((replace(known, modified=NOW),)), ledger)) == []

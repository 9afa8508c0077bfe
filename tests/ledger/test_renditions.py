"""What is remembered of a session in the other languages of a site."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from factory import MODIFIED, session, settings

from mcsite.ledger.digest import sights
from mcsite.ledger.renditions import remembering, render
from mcsite.ledger.settling import published
from mcsite.model.ledger import EMPTY, Ledger, Rendition

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

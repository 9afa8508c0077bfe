from mcsite.model.ledger import EMPTY, Ledger


def test_a_site_that_was_never_published_remembers_nothing():
    assert Ledger() == EMPTY
    assert (EMPTY.sessions, EMPTY.addresses) == ((), ())

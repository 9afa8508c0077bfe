from datetime import UTC, datetime, timedelta

from mcsite.model.signup import LEAST, Asked, Count, Provider, Signup


def test_providers_are_known_by_the_words_that_editors_write():
    assert Signup(Provider("netlify")) == Signup(Provider.NETLIFY, "")
    assert {provider.value for provider in Provider} == {"link", "mail", "telephone", "whatsapp", "netlify", "formspree", "basin", "none"}


def test_only_three_providers_take_a_form_of_ours():
    assert {provider for provider in Provider if provider.takes_forms} == {Provider.NETLIFY, Provider.FORMSPREE, Provider.BASIN}


def test_the_least_that_is_asked_is_a_name_and_an_address():
    assert [question.asked for question in Signup(Provider.NETLIFY).questions] == [Asked.NAME, Asked.EMAIL] == [question.asked for question in LEAST]


def test_a_count_holds_for_a_day_from_its_moment():
    count = Count(7, datetime(2026, 1, 5, 20, tzinfo=UTC))
    moments = [timedelta(seconds=-1), timedelta(), timedelta(hours=23, minutes=59), timedelta(days=1)]
    assert [count.holds(count.as_of + moment) for moment in moments] == [False, True, True, False]

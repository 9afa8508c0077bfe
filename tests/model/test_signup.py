from mcsite.model.signup import Provider, Signup


def test_providers_are_known_by_the_words_that_editors_write():
    assert Signup(Provider("netlify")) == Signup(Provider.NETLIFY, "")
    assert {provider.value for provider in Provider} == {"link", "mail", "netlify", "formspree", "none"}

import pytest
from refused import refusal

from mcsite.source.languages import language


@pytest.mark.parametrize(
    ("text", "tag"), [("en", "en"), ("EN-gb", "en-GB"), ("en_GB", "en-GB"), ("zh-hant-tw", "zh-Hant-TW"), ("es-419", "es-419"), ("de-1996", "de-1996")]
)
def test_a_tag_gets_its_usual_letters(text, tag):
    assert language(text) == tag


@pytest.mark.parametrize(
    ("text", "help_"), [("English", "did you mean 'en'?"), ("Deutsch", "did you mean 'de'?"), ("klingonish", "write a code such as en, en-GB or de")]
)
def test_a_name_is_refused_with_its_code(text, help_):
    refused = refusal(language, text)
    assert (refused.code, refused.help) == ("E710", help_)


def test_the_united_kingdom_is_gb():
    assert "en-GB" in refusal(language, "en-UK").help

import pytest

from mcsite.source.slugs import LONGEST, free_name, is_slug, slug_of


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Old Harbour", "old-harbour"),
        ("Café Zoë", "cafe-zoe"),
        ("  St. Mary's — Hall ", "st-mary-s-hall"),
        ("Straße", "strasse"),
        ("!!!", ""),
    ],
)
def test_words_become_a_slug(text, slug):
    assert slug_of(text) == slug


@pytest.mark.parametrize("text", ["البلدة القديمة", "東京", "हिन्दी", "דיזנגוף"])
def test_a_text_without_latin_letters_has_a_slug_of_its_own(text):
    slug = slug_of(text)
    assert is_slug(slug)
    assert slug != slug_of(text[:-1])


def test_a_long_text_is_cut():
    assert len(slug_of("very " * 100)) <= LONGEST


def test_a_name_that_is_taken_gets_a_number():
    taken = {"circle", "circle-2"}
    assert [free_name("circle", taken), free_name("circle", taken), free_name("swap", taken)] == ["circle-3", "circle-4", "swap"]
    assert taken == {"circle", "circle-2", "circle-3", "circle-4", "swap"}

"""The catalogues of the default theme are whole: nothing is said that nobody translated, and nothing translated that nobody says."""

import re
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.pofile import read_po
from said import REPOSITORY, TEMPLATES, Message, bare_words, messages

LANGUAGES = ("ar", "de", "es", "fr", "pt")
NAMES = {
    "Microsoft", "Outlook", "com", "noindex", "website", "light", "dark", "width", "device", "initial", "scale", "url", "summary", "large", "image",
    "Markdown", "PNG", "SVG", "copy", "svg", "txt", "md", "png",
}  # fmt: skip
"""What is called the same in every language, and words for machines in ``content``."""
SHARED = {
    "Agenda",
    "Google Calendar",
    "Licence",
    "Minutes",
    "Name",
    "Online",
    "online",
    "page",
    "Partner",
    "Person",
    "Places",
    "Pop-up",
    "Thunderbird",
    "Version",
    "Workshop",
    "Workshops",
    "×  pixels",
}
_PLACE = re.compile(r"%\(\w+\)s")
_TAG = re.compile(r"<[^<>]*>")


def catalogue(language):
    with (REPOSITORY / f"themes/default/strings/{language}.po").open("rb") as file:
        return read_po(file, abort_invalid=True)


def rows(language):
    """Each message of a catalogue with its forms."""
    for message in catalogue(language):
        if message.id:
            ids = message.id if isinstance(message.id, tuple) else (message.id,)
            forms = message.string if isinstance(message.string, tuple) else (message.string,)
            yield Message(message.context or "", *ids), forms, message


EVERY = [pytest.param(language, id=language) for language in LANGUAGES]


@pytest.mark.parametrize("language", EVERY)
def test_everything_that_is_said_is_translated_and_nothing_else(language):
    said, translated = messages(), {message for message, _, _ in rows(language)}
    assert not {message: said[message] for message in said.keys() - translated}
    assert not translated - said.keys()


@pytest.mark.parametrize("language", EVERY)
def test_no_translation_is_empty_or_in_doubt(language):
    for _, forms, message in rows(language):
        assert all(form.strip() or message.id.isspace() for form in forms), message.id
        assert not message.fuzzy, message.id


@pytest.mark.parametrize("language", EVERY)
def test_values_and_tags_are_those_of_the_message(language):
    for message, forms, _ in rows(language):
        for number, form in enumerate(forms):
            assert sorted(_TAG.findall(form)) == sorted(_TAG.findall(message.one)), form
            wanted = set(_PLACE.findall(message.many or message.one))
            spelled_out = {"%(number)s"} if message.many and number < 3 else set()  # one, two: a word says it
            assert wanted - spelled_out <= set(_PLACE.findall(form)) <= wanted, form


@pytest.mark.parametrize("language", EVERY)
def test_a_language_has_a_form_for_each_way_in_which_it_counts(language):
    """CLDR's categories and the catalogue's rule sort the numbers into the same heaps."""
    from gettext import c2py

    rule, locale = c2py(catalogue(language).plural_expr), Locale(language)
    pairs = {(locale.plural_form(number), rule(number)) for number in range(1000)}
    assert len(pairs) == len({category for category, _ in pairs}) == len({form for _, form in pairs}) == catalogue(language).num_plurals
    for message, forms, _ in rows(language):
        assert len(forms) == (catalogue(language).num_plurals if message.many else 1)


@pytest.mark.parametrize("language", EVERY)
def test_marks_are_those_of_the_language(language):
    """No typewriter's quotation marks in what is read, which would also end an attribute; a sentence ends as its message does."""
    for message, forms, _ in rows(language):
        for form in forms:
            text = _TAG.sub("", form)
            assert not re.search(r"[\"']|  |\.\.\.", text), form
            if message.one[-1] in ".:?":
                assert text.rstrip()[-1] in {".": ".", ":": ":", "?": "?؟"}[message.one[-1]], form
            if language == "fr":
                assert not re.search(r"(?<!\N{NARROW NO-BREAK SPACE})[:;!?»]|«(?!\N{NARROW NO-BREAK SPACE})", text.replace("://", "")), form
            if language == "ar":
                assert not re.search("[,;?]", text), form


@pytest.mark.parametrize("language", EVERY)
def test_a_translation_is_one(language):
    """What is the same in both languages is a name, or a word that they share."""
    same = {_PLACE.sub("", _TAG.sub("", message.one)).strip(" :.,") for message, forms, _ in rows(language) if message.one in forms}
    assert {text for text in same if re.search("[a-z]{4}", text)} <= SHARED


@pytest.mark.parametrize("language", EVERY)
def test_whoever_goes_on_translating_is_told_how_one_is_spoken_to(language):
    head = (REPOSITORY / f"themes/default/strings/{language}.po").read_text("utf-8").splitlines()
    assert head[0].startswith("#")
    assert len(head[1]) > 60


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.name)
def test_a_template_says_nothing_that_cannot_be_translated(path):
    assert set(bare_words(Path(path).read_text("utf-8"))) <= NAMES


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("<p>Hello</p>", ["Hello"]),
        ("<p>{{ x }}, {{ y }}: </p>", [",", ":"]),
        ('<p title="Hello">{{ x }}</p>', ["Hello"]),
        ('{% macro m() %}{{ "Hello" if x else y }}{% endmacro %}', ["Hello"]),
        ('{{ x ~ ", hello " ~ y }}', [",", "hello"]),
        ('{{ m("Say hello", x) }}', ["Say", "hello"]),
        ('<p class="hello">{{ x.hello("hello") }}{{ _("hello") }}{% trans %}hello{% endtrans %}</p>', []),
        ('{% if x == "hello" %}<a href="{{ "hello/"|href }}">1</a>{% endif %}', []),
    ],
)
def test_bare_words_are_found(template, words):
    assert bare_words(template) == words

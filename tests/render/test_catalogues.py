from pathlib import Path

import pytest

from mcsite.diagnostics import Span
from mcsite.render.catalogues import shipped_strings, strings_of, untranslated
from mcsite.render.strings import ENGLISH
from mcsite.render.theme_chain import Folder
from mcsite.render.theme_error import ThemeError

HEAD = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'


@pytest.fixture
def folder(tmp_path):
    """A theme's folder in which a catalogue is written: ``folder(de="…")``."""

    def written(name="mine", /, **catalogues):
        for code, text in catalogues.items():
            path = tmp_path / name / "strings" / f"{code.replace('_', '-')}.po"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return Folder(tmp_path / name, f"themes/{name}")

    return written


def said(message, translation):
    return f'msgid "{message}"\nmsgstr "{translation}"\n\n'


def mistake(folder, language="de"):
    with pytest.raises(ThemeError) as raised:
        strings_of([folder], language)
    return raised.value.diagnostic


def test_the_nearest_folder_gives_a_message_and_the_others_the_rest(folder):
    near = folder("near", de=said("Home", "Daheim"))
    far = folder("far", de=said("Home", "Start") + said("Calendar", "Kalender"))
    strings = strings_of([near, far], "de")
    assert (strings.say("Home"), strings.say("Calendar"), strings.say("Months")) == ("Daheim", "Kalender", "Months")


def test_a_country_says_only_what_it_says_otherwise(folder):
    mine = folder(de=said("Stairs", "Treppe") + said("January", "Januar"), de_AT=said("January", "Jänner"))
    strings = strings_of([mine], "de-AT")
    assert (strings.say("January"), strings.say("Stairs")) == ("Jänner", "Treppe")
    assert strings_of([mine], "de").say("January") == "Januar"


def test_english_may_have_other_words(folder):
    assert strings_of([folder(en=said("Coming up", "Soon"))], "en-GB").say("Coming up") == "Soon"


def test_what_is_fuzzy_or_empty_is_not_translated(folder):
    strings = strings_of([folder(de="#, fuzzy\n" + said("Home", "Heim") + said("Calendar", ""))], "de")
    assert strings == strings_of([], "de")


def test_every_form_of_a_message_that_counts_is_read(folder):
    counted = HEAD + 'msgid "%(number)s hat"\nmsgid_plural "%(number)s hats"\nmsgstr[0] "%(number)s Hut"\nmsgstr[1] "%(number)s Hüte"\n'
    strings = strings_of([folder(de=counted)], "de")
    assert [strings.plural("%(number)s hat", "%(number)s hats", number) for number in (1, 2)] == ["1 Hut", "2 Hüte"]


def test_the_same_translations_are_equal_and_others_are_not(folder):
    one = strings_of([folder("a", de=said("Home", "Start"))], "de")
    assert one == strings_of([folder("b", de="# a note\n" + said("Home", "Start"))], "de")
    assert one != strings_of([folder("c", de=said("Home", "Heim"))], "de")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (said("Home", "Start") + "msgstr Start\n", 4),
        (b'msgid "Home"\nmsgstr "\xfc"\n', 2),
        ('msgid "Home"\n', 1),
        ('msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n!=;\\n"\n', 1),
        ('msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=n;\\n"\n', 1),
        ('msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=1/n;\\n"\n', 1),
        ('msgid ""\nmsgstr "PO-Revision-Date: some day\\n"\n', 1),
    ],
)
def test_a_catalogue_that_cannot_be_read_is_named_with_its_line(folder, text, line):
    found = mistake(folder(de=text))
    assert (found.code, found.span.path, max(found.span.line, 1)) == ("E509", "themes/mine/strings/de.po", line)


@pytest.mark.parametrize(
    "text",
    [
        said("Session %(number)s", "Termin %(nummer)s"),
        said("Home", "100 % daheim"),
        said("Home", "daheim %(name)d"),
        HEAD + 'msgid "%(number)s hat"\nmsgid_plural "%(number)s hats"\nmsgstr[0] "%(number)s Hut"\n',
    ],
)
def test_a_translation_that_could_not_be_filled_in_is_refused(folder, text):
    assert mistake(folder(de=text)).code == "E510"


def test_a_catalogue_is_utf_8_whatever_its_head_says(folder):
    strings = strings_of([folder(de='msgid ""\nmsgstr "Content-Type: text/plain; charset=latin-1\\n"\n\n' + said("Tea", "Käse"))], "de")
    assert strings.say("Tea") == "Käse"


def test_a_language_of_which_the_theme_knows_no_word_is_warned_of(folder):
    named_at = Span("content/site.md", 5)
    (warning,) = untranslated(strings_of([folder(de=said("Home", "Start"))], "nl-BE"), "mine", named_at)
    assert (warning.code, warning.span) == ("W511", named_at)
    assert "themes/mine/strings/nl.po" in warning.help
    assert untranslated(strings_of([folder(nl=said("Home", "Begin"))], "nl-BE"), "mine", named_at) == ()
    assert untranslated(ENGLISH, "mine", named_at) == ()


def test_what_comes_with_the_program_is_named_in_the_warning():
    shipped = {path.stem for path in (Path(__file__).parents[2] / "themes/default/strings").glob("*.po")}
    (warning,) = untranslated(shipped_strings("nl"), "default", Span("content/site.md"))
    assert set(warning.help.rpartition(": ")[2].split(", ")) == shipped | {"en"}
    assert all(shipped_strings(code).translations for code in shipped)

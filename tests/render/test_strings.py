from mcsite.render.strings import ENGLISH, Strings, Translation, key_of

ARABIC = "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)"


def strings(*translations):
    return Strings("de", repr(translations), translations)


def test_what_nobody_translated_is_said_in_english():
    assert ENGLISH.say("Session %(number)s of %(total)s", number=3, total=12) == "Session 3 of 12"
    assert strings(Translation("Home", ("Start",))).say("Calendar") == "Calendar"
    assert [ENGLISH.plural("%(number)s session", "%(number)s sessions", number) for number in (0, 1, 2)] == ["0 sessions", "1 session", "2 sessions"]


def test_parts_of_a_line_have_the_commas_of_the_language():
    assert ENGLISH.joined(("Yoga", "", "18:00")) == "Yoga, 18:00"
    assert strings(Translation(", ", ("، ",))).joined(("Yoga", "18:00")) == "Yoga، 18:00"


def test_values_stand_where_the_language_wants_them():
    german = strings(Translation("%(title)s, %(day)s, is over.", ("Am %(day)s war %(title)s. 100%%",)))
    assert german.say("%(title)s, %(day)s, is over.", title="Yoga", day="6. März") == "Am 6. März war Yoga. 100%"


def test_a_language_counts_as_it_does():
    forms = ("nought", "one", "two", "%(number)s few", "%(number)s many", "%(number)s other")
    arabic = strings(Translation("%(number)s session", forms, ARABIC))
    said = [arabic.plural("%(number)s session", "%(number)s sessions", number) for number in (0, 1, 2, 3, 11, 100, 103)]
    assert said == ["nought", "one", "two", "3 few", "11 many", "100 other", "103 few"]


def test_one_word_may_mean_two_things():
    german = strings(Translation(key_of("Open", "hours of a venue"), ("Geöffnet",)), Translation("Open", ("Öffnen",)))
    assert german.pgettext("hours of a venue", "Open") == "Geöffnet"
    assert german.say("Open") == "Öffnen"


def test_a_message_that_counts_is_said_also_where_its_translation_does_not_count():
    careless = strings(Translation("%(number)s session", ("Termine",)))
    assert careless.plural("%(number)s session", "%(number)s sessions", 2) == "2 sessions"


def test_only_what_is_asked_for_is_given():
    home, calendar = Translation("Home", ("Start",)), Translation("Calendar", ("Kalender",))
    assert list(strings(home, calendar).of(["Calendar", "Nothing"])) == [calendar]


def test_strings_compare_by_language_and_content():
    assert strings(Translation("Home", ("Start",))) == strings(Translation("Home", ("Start",)))
    assert strings(Translation("Home", ("Start",))) != strings(Translation("Home", ("Anfang",)))

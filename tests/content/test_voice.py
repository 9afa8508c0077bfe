"""How one thing speaks in another language."""

from mcsite.content.forms import TranslationForm
from mcsite.content.voice import Voice
from mcsite.content.wordings import Wording
from mcsite.model.foreign import Foreign
from mcsite.model.prose import Picture, Prose
from mcsite.model.settings import SiteLanguage
from mcsite.model.signup import Asked, Provider, Question, Signup

GERMAN = SiteLanguage("de", "de/")


def voice(own=None, of_site=None, **form):
    return Voice(GERMAN, "en", Wording(TranslationForm(**form), words=own or {}), Wording(words=of_site or {}))


def language(text):
    return text.language if isinstance(text, Foreign) else "its own"


def test_what_is_not_translated_is_foreign_and_what_is_not_said_is_nothing():
    assert language(voice().text("", "Gongs")) == "en"
    assert language(voice().text("Gongs", "Gongs")) == "its own"
    assert voice().text("", "") == ""


def test_words_of_the_thing_come_before_those_of_the_site():
    both = voice({"ill": "krank"}, {"ill": "unpässlich", "away": "fort"})
    assert (both.word("ill"), both.word("away"), language(both.word("late"))) == ("krank", "fort", "en")


def test_a_name_is_a_name_in_every_language():
    assert language(voice().name("Old Harbour")) == "its own"
    assert voice(of_site={"old harbour": "Alter Hafen"}).name("Old Harbour") == "Alter Hafen"


def test_a_text_says_where_it_stands_and_in_which_language():
    original = Prose("Come.")
    assert (voice().prose(Prose("Kommt."), original).folder, voice().prose(Prose("Kommt."), original).language) == ("de/", "")
    assert voice().prose(Prose(), original) == Prose("Come.", folder="de/", language="en")


def test_a_picture_is_described_in_other_words():
    quay = Picture("assets/quay.svg", 1, 1, "The quay")
    assert voice(image_alt="Der Kai").picture(quay).alt == "Der Kai"
    assert voice(of_site={"the quay": "Die Mole"}).picture(quay).alt == "Die Mole"
    assert voice().picture(quay) == quay


def test_the_questions_of_a_form_are_asked_in_other_words():
    way = Signup(Provider.NETLIFY, questions=(Question(Asked.NAME), Question(Asked.TEXT, "Town")))
    assert [question.label for question in voice(of_site={"town": "Ort"}).signup(way).questions] == ["", "Ort"]
    assert voice().signup(None) is None

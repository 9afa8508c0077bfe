"""What a page says of words in another language."""

from factory import event, person

from mcsite.model.foreign import Foreign
from mcsite.model.prose import Prose
from mcsite.render.tongues import foreign, in_its_language, marked

GONGS = Foreign("Gongs & bells", "en").__html__()


def test_a_text_by_itself_gets_its_language():
    assert marked(f"<h1><bdi>{GONGS}</bdi></h1>") == '<h1><bdi lang="en">Gongs &amp; bells</bdi></h1>'


def test_where_there_is_no_place_for_a_language_there_is_the_text_alone():
    page = f'<title>{GONGS} · Moves</title><a title="{GONGS}">x</a><bdi>{GONGS}, {GONGS}</bdi>'
    assert marked(page) == '<title>Gongs &amp; bells · Moves</title><a title="Gongs &amp; bells">x</a><bdi>Gongs &amp; bells, Gongs &amp; bells</bdi>'


def test_who_types_a_mark_himself_gets_nothing_into_the_page():
    assert marked('<bdi>\ufdd0"><script>\ufdd1x\ufdd2</bdi>') in ("<bdi>x</bdi>", '<bdi>"><script>x</bdi>')
    assert "lang" not in marked('<bdi>\ufdd0" onclick="\ufdd1x\ufdd2</bdi>')


def test_a_page_without_marks_is_the_same_page():
    assert marked("<bdi>Gongs</bdi>") == "<bdi>Gongs</bdi>"


def test_a_text_of_several_paragraphs_stands_in_a_part_of_its_own():
    assert in_its_language("<p>x</p>", "en").startswith('<div class="prose" lang="en" dir="auto">')
    assert in_its_language("<p>x</p>", "") == "<p>x</p>"
    assert in_its_language("", "en") == ""


def test_a_thing_is_foreign_if_any_of_its_words_are():
    assert foreign(event()) == ""
    assert foreign(event(title=Foreign("Stretch", "en"))) == "en"
    assert foreign(event(body=Prose("Come.", language="en"))) == "en"
    assert foreign(person(role=Foreign("Physiotherapist", "en"))) == "en"
    assert foreign(Prose("Welcome.", language="en")) == "en"

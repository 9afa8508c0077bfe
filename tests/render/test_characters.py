from printed import default_prints

from mcsite.diagnostics import Span
from mcsite.render.characters import are_signs, characters, lacking_characters, unprintable
from mcsite.render.fonts import Fonts


def test_the_scripts_that_come_along_can_be_printed():
    texts = ("Fünf Übungen – “ruhig”", "Ωμοι", "плечи", "כתפיים", "كتفان", "कंधे", "a → b ☐ ☑ ✓ ½ €", "e\u0301 \u200d\ufe0f\u00ad\u00a0")
    assert unprintable(texts, default_prints(), Fonts()) == frozenset()


def test_of_others_each_character_is_named_once():
    assert unprintable(("a 日本", "日 b"), default_prints(), Fonts()) == {"日", "本"}


def test_a_text_can_do_without_signs_but_not_without_letters():
    assert are_signs("🙂☔")
    assert not are_signs("🙂日")


def test_many_are_not_all_listed():
    note = lacking_characters(Span("a.md"), "the handout", {chr(0x4E00 + number) for number in range(40)})
    assert note.message == "the handout is not made as PDF: no font here has 一 丁 丂 七 丄 丅 丆 万 丈 三 上 下 …"


def test_characters_are_those_of_all_texts():
    assert characters(("ab", "bc")) == {"a", "b", "c"}

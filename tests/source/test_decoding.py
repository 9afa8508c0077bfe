import pytest

from mcsite.diagnostics import Diagnostic
from mcsite.source.decoding import Undecodable, decoded, forbidden_character


def refused(data: bytes) -> tuple[Diagnostic, ...]:
    with pytest.raises(Undecodable) as caught:
        decoded(data, "a.md")
    return caught.value.diagnostics


def test_text_is_utf8_with_one_sort_of_line_end():
    assert decoded("\ufeffa\r\nb\rc\nd".encode(), "a.md") == "a\nb\nc\nd"


def test_line_breaks_of_word_processors_are_blanks():
    assert decoded("a\x0bb\x0cc\u2028d\u2029e\x85f".encode(), "a.md") == "a b c d e f"


def test_letters_and_signs_of_all_scripts_stay():
    text = "Grüße, 你好, שלום, 👩🏽\u200d⚕️, a\u0301"
    assert decoded(text.encode(), "a.md") == text


def test_a_byte_of_another_encoding_is_placed_and_guessed():
    (found,) = refused("---\r\ntitle: Ü".encode() + b"\xe9\r\n")
    assert (found.code, found.span.line, found.span.column) == ("E103", 2, 9)
    assert "'é'" in found.message
    assert "UTF-8" in found.help


def test_utf16_is_recognised_with_and_without_its_mark():
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        assert "UTF-16" in refused("---\ntitle: Stretch\n".encode(encoding))[0].message


def test_other_formats_are_named():
    assert "a picture (JPEG)" in refused(b"\xff\xd8\xff\xe0")[0].message
    assert "a Word, Pages or zip file" in refused(b"PK\x03\x04")[0].message
    assert refused(b"MZ\x90\x00\x03")[0].code == "E102"


def test_invisible_characters_are_placed_and_the_first_few_named():
    found = refused(b"a\x07b\n\x1b" + b"\x01" * 20)
    assert [(one.code, one.span.line, one.span.column) for one in found] == [("E122", 1, 2), ("E122", 2, 1), ("E122", 2, 2), ("E122", 2, 3), ("E122", 2, 4)]
    assert "U+0007" in found[0].message


def test_values_may_hold_line_breaks_but_nothing_else_unseen():
    assert forbidden_character("a\n\tb") is None
    assert forbidden_character("a\rb") == "\r"
    assert forbidden_character("\ud800") == "\ud800"


def test_signs_that_turn_all_that_follows_around_are_refused_and_those_that_scripts_need_are_not():
    with pytest.raises(Undecodable):
        decoded("Costs \u202e01".encode(), "a.md")
    assert forbidden_character("\u202d") == "\u202d"
    assert forbidden_character("\u05d0\u200f \u2066x\u2069") is None


def test_breaks_that_were_spelt_out_are_refused_in_values():
    assert forbidden_character("a\u2028X-EVIL:1") == "\u2028"

from refused import refusal

from mcsite.source.texts import LONGEST_LINE, asset_path, lasting_name, line, note, paragraphs, slug, statement, uid


def test_a_line_has_single_blanks():
    assert line("  Neck:\n  an   evening ") == "Neck: an evening"
    assert refusal(line, "x" * (LONGEST_LINE + 1)).code == "E711"


def test_paragraphs_stay_as_they_are():
    assert paragraphs("\n- a\n\n  - b\n") == "- a\n\n  - b"


def test_a_reason_may_be_missing():
    assert note(None) == note("  ") == ""
    assert note("half-term") == "half-term"


def test_a_statement_in_a_list_may_hold_a_colon():
    assert statement({"Chair": "the right height"}) == "Chair: the right height"
    assert statement({"Chair": None}) == "Chair"
    assert statement("Stand up") == "Stand up"
    assert refusal(statement, {"a": "b", "c": "d"}).code == "E703"


def test_names_that_stand_in_addresses_are_plain():
    assert slug("old-slug") == "old-slug"
    assert refusal(slug, "Old Slug").help.endswith("for example old-slug")
    assert lasting_name("Stretch_2026.1") == "Stretch_2026.1"
    assert refusal(lasting_name, "a b@c").code == "E712"


def test_an_asset_is_named_below_its_folder():
    assert [asset_path(text) for text in ("x.jpg", "assets/x.jpg", "/assets/x.jpg", "./x.jpg", "flyers\\x.jpg")] == ["x.jpg"] * 4 + ["flyers/x.jpg"]
    for text in ("../secret", "a/../../b", "https://example.org/x.jpg", "file:///etc/passwd"):
        assert refusal(asset_path, text).code == "E713"


def test_a_uid_of_another_calendar_is_kept_to_the_letter():
    for text in ("abc@google.com", "040000008200E00074C5B7101A82E008", "{a: b}", "ä b@x", "x" * 250):
        assert uid(text) == text
    assert refusal(uid, "a\x07b").code == refusal(uid, "x" * 251).code == "E712"

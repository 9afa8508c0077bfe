"""Addresses: what a person may type, what comes out, and what is refused with which words."""

import unicodedata
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mcsite.diagnostics import Misread
from mcsite.source.addresses import SCHEMES, any_link, mail_address, scheme, site_address, telephone, telephone_link, web_address


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://example.org", "https://example.org"),
        ("  HTTPS://Example.ORG/Path?q=1#top ", "https://example.org/Path?q=1#top"),
        ("https://example.org/caf\u00e9?q=\u00fc", "https://example.org/caf%C3%A9?q=%C3%BC"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ("https://m\u00fcller.example/", "https://xn--mller-kva.example/"),
        ("https://stra\u00dfe.example/", "https://xn--strae-oqa.example/"),
        ("http://localhost:8000/x", "http://localhost:8000/x"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
        ('https://example.org/"><script>', "https://example.org/%22%3E%3Cscript%3E"),
    ],
)
def test_an_address_of_the_web_comes_out_as_a_valid_uri(typed, address):
    assert web_address(typed) == address


def test_in_a_text_a_blank_may_belong_to_an_address():
    assert any_link("https://example.org/a b") == "https://example.org/a%20b"


@pytest.mark.parametrize("typed", ["https://example.org", "https://example.github.io/moves/", "http://localhost:8000/a/b"])
def test_a_site_can_be_at_a_host_or_in_a_folder(typed):
    assert site_address(typed) == typed


@pytest.mark.parametrize("end", ["?page=1", "#top", "a/../b/", "../", "a//b/", "%2e%2e/", "a%2fb/../", "a%3Bb/", "%5c%5cevil/"])
def test_a_site_cannot_be_at_what_is_no_folder(end):
    with pytest.raises(Misread) as wrong:
        site_address(f"https://example.org/{end}")
    assert wrong.value.code == "E750"
    assert "https://example.org/moves/" in wrong.value.help


@pytest.mark.parametrize(
    ("typed", "code", "help_holds"),
    [
        ("www.example.org", "E750", "https://www.example.org"),
        ("example.org/book", "E750", "https://example.org/book"),
        ("//example.org/x", "E750", "https://example.org/x"),
        ("https:/example.org", "E750", "https://example.org"),
        ("http:example.org", "E750", "as the browser shows it"),
        ("example.org:8080/x", "E750", "https://example.org:8080/x"),
        ("a booking page", "E750", "https://"),
        ("", "E750", "https://"),
        ("https://", "E750", "https://"),
        ("https://forms", "E750", "https://"),
        ("https://exa mple.org/", "E750", "https://"),
        ("https://meet.example/1 passcode 123", "E750", "write the address alone: https://meet.example/1;"),
        ("https://example.org:99999/", "E750", ""),
        ("https://[::1/", "E750", ""),
        ("https://-bad-.example.org/", "E750", ""),
        ("https://anna:secret@example.org/", "E752", "before the @"),
        ("https://anna@example.org/", "E752", "before the @"),
        ("https:\\\\example.org\\x", "E753", "https://example.org/x"),
        ("https://exam\u200bple.org/", "E753", "anew"),
        ("https://example.org/\r\nX-Header: 1", "E753", "anew"),
        ("mailto:a@example.org", "E751", "https://"),
        ("ftp://example.org/x", "E751", "https://"),
    ],
)
def test_what_is_no_address_is_refused_with_what_to_write(typed, code, help_holds):
    with pytest.raises(Misread) as refused:
        web_address(typed)
    assert refused.value.code == code
    assert help_holds in refused.value.help


HOSTILE = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "java\x00script:alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript:alert(1)",
    "&amp;#106;avascript:alert(1)",
    "javascript&colon;alert(1)",
    "java&Tab;script:alert(1)",
    "javascript://example.org/%0Aalert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml;base64,AAAA",
    "file:///etc/passwd",
    "blob:https://example.org/1",
    "view-source:https://example.org/",
    "\u200bjavascript:alert(1)",
    "jav\u00adascript:alert(1)",
]


@pytest.mark.parametrize("typed", HOSTILE)
def test_a_scheme_that_runs_or_reads_is_refused_however_it_is_dressed(typed):
    assert scheme(typed) not in SCHEMES
    for reader in (web_address, any_link):
        with pytest.raises(Misread):
            reader(typed)


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("https://example.org/x", "https://example.org/x"),
        ("webcal://example.org/calendar.ics", "webcal://example.org/calendar.ics"),
        ("mailto:hello@example.org", "mailto:hello@example.org"),
        ("mailto:hello@Example.org?subject=A question", "mailto:hello@example.org?subject=A%20question"),
        ("tel:+44 20 7946 0018", "tel:+442079460018"),
        ("geo:51.5033,-0.1196", "geo:51.5033,-0.1196"),
    ],
)
def test_a_link_may_have_any_of_the_allowed_schemes(typed, link):
    assert any_link(typed) == link


@pytest.mark.parametrize("typed", ["mailto:", "mailto:nobody", "tel:call me", "geo:here", "www.example.org"])
def test_a_link_that_its_scheme_does_not_allow_is_refused(typed):
    with pytest.raises(Misread):
        any_link(typed)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("hello@example.org", "hello@example.org"),
        (" mailto:Hello@Example.ORG ", "Hello@example.org"),
        ("anna.o'neil+yoga@mail.example.org", "anna.o'neil+yoga@mail.example.org"),
        ("hallo@m\u00fcller.example", "hallo@xn--mller-kva.example"),
    ],
)
def test_an_address_of_mail(typed, address):
    assert mail_address(typed) == address


@pytest.mark.parametrize(
    ("typed", "help_holds"),
    [
        ("hello", "hello@example.org"),
        ("hello@localhost", "hello@example.org"),
        ("hello@example..org", "hello@example.org"),
        (".hello@example.org", "hello@example.org"),
        ("hello example@example.org", "hello@example.org"),
        ("Anna Holm <anna@example.org>", "alone: anna@example.org"),
        ("anna (at) example.org", "did you mean anna@example.org?"),
        ("anna at example dot org", "did you mean anna@example.org?"),
        ("anna@example.org, ben@example.org", "one address"),
        ("anna@example.org\nBcc: x@example.org", "one address"),
        ("a" * 65 + "@example.org", "one address"),
    ],
)
def test_what_is_no_address_of_mail_is_refused(typed, help_holds):
    with pytest.raises(Misread) as refused:
        mail_address(typed)
    assert refused.value.code == "E754"
    assert help_holds in refused.value.help


@pytest.mark.parametrize(
    ("typed", "shown", "link"),
    [
        ("+44 20 7946 0018", "+44 20 7946 0018", "tel:+442079460018"),
        ("+44 (0)20  7946-0018", "+44 (0)20 7946-0018", "tel:+442079460018"),
        ("0123456", "0123456", "tel:0123456"),
        ("tel:020/7946.0018", "020/7946.0018", "tel:02079460018"),
        ("112", "112", "tel:112"),
    ],
)
def test_a_telephone_number_is_shown_as_typed_and_dialled_without_its_blanks(typed, shown, link):
    assert telephone(typed) == shown
    assert telephone_link(shown) == link


@pytest.mark.parametrize("typed", ["call Anna", "", "12", "+44 20 7946 0018 ext 5", "1234567890123456", "020-7946-"])
def test_what_cannot_be_dialled_is_refused(typed):
    with pytest.raises(Misread) as refused:
        telephone(typed)
    assert refused.value.code == "E755"


@given(st.text(max_size=60) | st.from_regex(r"https?://[^\n]{0,40}", fullmatch=True) | st.sampled_from(HOSTILE))
def test_whatever_is_typed_the_answer_is_a_safe_ascii_link_or_a_refusal(typed):
    try:
        link = any_link(typed)
    except Misread:
        return
    assert link.isascii()
    assert link.isprintable()
    assert " " not in link
    assert urlsplit(link).scheme in SCHEMES
    assert not set('<>"\\') & set(link)
    assert any_link(link) == link


@given(st.text(max_size=20))
def test_what_is_printable_holds_nothing_invisible_and_no_blank_but_the_common_one(text):
    assert not text.isprintable() or not any(
        unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") or char.isspace() for char in text if char != " "
    )


@pytest.mark.parametrize("typed", ["jav ascript:x", "java\tscript:x", "java&#115;cript:x", "\u200bjavascript:x", "javascript:x", "JAVA&amp;#115;CRIPT:x"])
def test_a_scheme_is_seen_through_every_disguise(typed):
    assert scheme(typed) == "javascript"

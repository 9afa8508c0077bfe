from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from refused import answer, refusal

from mcsite.source.money import Money, currency, money


@pytest.mark.parametrize(
    ("text", "amount", "code"),
    [
        ("15", "15", ""), ("15.00", "15", ""), ("£15", "15", "GBP"), ("15 GBP", "15", "GBP"), ("GBP 15", "15", "GBP"), ("15 gbp", "15", "GBP"),
        ("7,50 €", "7.5", "EUR"),
        ("1,50", "1.5", ""), ("1,500.00", "1500", ""), ("1.500,00", "1500", ""), ("1 500", "1500", ""), ("free", "0", ""), ("Free", "0", ""),
        ("0", "0", ""), ("0.50", "0.5", ""),
    ],
)  # fmt: skip
def test_amounts_are_understood_however_they_are_written(text, amount, code):
    assert money(text) == Money(Decimal(amount), code)


def test_a_thousand_or_a_decimal_is_refused_with_both_readings():
    refused = refusal(money, "1,500")
    assert (refused.code, refused.message, refused.help) == ("E707", "'1,500' can mean 1500 or 1.500", "write 1500 or 1.50")


@pytest.mark.parametrize("text", ["-5", "5-10", "", "£", "lots", "1,2,3", "15 GBP each", "£15 GBP", "1e3", "\u0661\u0665"])
def test_what_is_no_amount_is_refused(text):
    assert refusal(money, text).code == "E706"


def test_words_are_offered_as_a_name():
    assert "{name: Pay what you can, amount: 0}" in refusal(money, "pay what you can").help


def test_a_currency_is_a_code_or_a_sign_that_belongs_to_one():
    assert [currency(text) for text in ("GBP", "eur", "£", "€")] == ["GBP", "EUR", "GBP", "EUR"]
    assert "USD, CAD or AUD" in refusal(money, "$15").help
    assert refusal(currency, "GPB").help == refusal(money, "15 pounds").help == "did you mean 'GBP'?"
    assert refusal(currency, "xxxxx").code == "E708"


@given(st.decimals(0, 999, places=2))
def test_every_amount_can_be_written_with_a_point_and_with_a_comma(value):
    assert money(f"{value:.2f}") == money(f"{value:.2f}".replace(".", ",")) == Money(value)


@given(st.text(max_size=20) | st.from_regex(r"[£$€A-Z]{0,3} ?[0-9., ]{0,9} ?[a-z€]{0,4}", fullmatch=True))
def test_any_text_is_an_amount_or_refused(text):
    found = answer(money, text)
    assert found.amount >= 0 if isinstance(found, Money) else found.help

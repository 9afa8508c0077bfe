"""Amounts of money: ``15``, ``15.00``, ``£15``, ``15 GBP``, ``1,50``, ``free``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from mcsite.diagnostics import Misread
from mcsite.source.nearest import nearest

CURRENCIES = frozenset(
    """AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC
    CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD
    JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO
    NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS
    TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG""".split()  # noqa: SIM905 - a table to read
)
"""ISO 4217 codes of currencies in use."""

_SIGNS = {"£": "GBP", "€": "EUR", "₹": "INR", "zł": "PLN", "₪": "ILS", "₺": "TRY", "₴": "UAH", "₩": "KRW"}
_SEVERAL = {"$": "USD, CAD or AUD", "¥": "JPY or CNY", "kr": "SEK, NOK or DKK"}
_NAMES = {"pound": "GBP", "quid": "GBP", "euro": "EUR", "dollar": "USD", "franc": "CHF", "rupee": "INR"}
_FREE = frozenset({"free", "free of charge", "nothing", "gratis", "no charge"})
_NUMBER = re.compile(r"\d{1,3}(?:[,.\s]\d{3})*(?:[.,]\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?", re.ASCII)
_PARTS = re.compile(r"(?P<before>[^\d\s.,+-]*)\s*(?P<number>-?\d[\d\s.,]*?)\s*(?P<after>[^\d\s.,]*)(?:\.-|,-)?")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount, and the currency where it was said (ISO 4217), else an empty text."""

    amount: Decimal
    currency: str = ""


def money(text: str) -> Money:
    """An amount of money. Raises ``Misread``: E706 not understood, E707 two readings."""
    if text.casefold().strip() in _FREE:
        return Money(Decimal(0))
    found = _PARTS.fullmatch(text.strip())
    if found is None or (found["before"] and found["after"]):
        raise _not_an_amount(text)
    return Money(_amount(found["number"], text), _currency_of(found["before"] or found["after"]))


def currency(text: str) -> str:
    """An ISO 4217 code in capitals. Raises ``Misread`` E708."""
    sign = text.strip()
    code = _SIGNS.get(sign, sign.upper())
    if code in CURRENCIES:
        return code
    if sign in _SEVERAL:
        raise Misread("E708", f"'{sign}' is the sign of several currencies", f"write the code of yours behind the amount: {_SEVERAL[sign]}")
    close = _likely(code)
    raise Misread("E708", f"there is no currency '{text}'", f"did you mean '{close}'?" if close else "write its code of three letters, for example GBP")


def _likely(code: str) -> str | None:
    """The code that was meant: by its name, by letters in the wrong order, or by looking much like it."""
    swapped = sorted(known for known in CURRENCIES if sorted(known) == sorted(code))
    return _NAMES.get(code.casefold().rstrip("s")) or (swapped[0] if swapped else nearest(code, CURRENCIES))


def _currency_of(written: str) -> str:
    return currency(written) if written else ""


def _amount(number: str, text: str) -> Decimal:
    """The number of ``1,50``, ``1.50`` or ``1,500.00``; ``1,500`` can mean two things and is refused."""
    plain = number.strip()
    if not _NUMBER.fullmatch(plain):
        raise _not_an_amount(text)
    if re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", plain, re.ASCII):
        big, small = re.sub(r"[.,]", "", plain), plain.replace(",", ".")
        raise Misread("E707", f"'{text}' can mean {big} or {small}", f"write {big} or {Decimal(small):.2f}")
    whole, mark, cents = plain, "", ""
    if re.search(r"[.,]\d{1,2}$", plain):
        whole, mark, cents = re.split(r"([.,])(?=\d{1,2}$)", plain)
    if mark and mark in whole:
        raise _not_an_amount(text)
    return Decimal(re.sub(r"[\s.,]", "", whole) + (f".{cents:0<2}" if cents else ""))


def _not_an_amount(text: str) -> Misread:
    named = "" if any(character.isdigit() for character in text) else f"; words can be its name: {{name: {text.strip().capitalize()}, amount: 0}}"
    return Misread("E706", f"'{text}' is not an amount of money", f"write a number, for example 15 or 7.50, or the word free{named}")

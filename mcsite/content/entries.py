"""What may stand inside a field: a price, a change of one session, the organiser, a menu item, a line of an outline."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, ClassVar

from mcsite.diagnostics import Misread
from mcsite.model.schedule import Day
from mcsite.model.settings import FAMILIES, Kind, NavigationItem
from mcsite.source import fields, lists, money, texts
from mcsite.source.answers import one_of
from mcsite.source.durations import whole_minutes
from mcsite.source.form import Form, keys_of, optional, read_form, reads, required, understands
from mcsite.source.moments import which_session
from mcsite.source.raw import Raw, is_given, text_of
from mcsite.source.slugs import is_slug, slug_of


class PriceForm(Form):
    """One price. ``amount`` may say its currency; ``audience`` is written ``for``."""

    spellings: ClassVar[Mapping[str, str]] = {"price": "amount", "cost": "amount", "title": "name", "label": "name", "link": "url"}

    name: fields.Line = optional("What this price is for.", "Drop-in", "")
    amount: Annotated[money.Money, reads(money.money)] = required("How much, as a number; 0 or free when nothing is paid.", "15")
    currency: fields.Currency = optional("The currency's code, if it is not the site's.", "GBP", "")
    url: fields.WebAddress = optional("Where one pays or books at this price.", "https://book.example.org/deep", "")
    audience: Annotated[str, reads(one_of(("everyone", "members"), {"all": "everyone", "anyone": "everyone", "member": "members"}))] = optional(
        "Who may have it: everyone or members.", "everyone", "everyone", key="for"
    )

    @property
    def value(self) -> Decimal:
        """The amount as a number."""
        return self.amount.amount

    @property
    def unit(self) -> str:
        """The currency that was written, with the amount or beside it, or nothing."""
        return self.currency or self.amount.currency


class ChangeForm(Form):
    """What differs in one session of a series; what is not given is as in the event."""

    spellings: ClassVar[Mapping[str, str]] = {"host": "hosts", "place": "venue", "location": "venue"}

    title: fields.Line | None = optional("Another title.", "Stretch Circle outdoors")
    venue: fields.Line | None = optional("Another venue: its file's name or its title.", "park-pavilion")
    hosts: fields.Words | None = optional("Other hosts: names of files in people/, or their titles.", "[anna]")
    end: fields.Ending | None = optional("Another end.", "19:30")
    capacity: fields.People | None = optional("Another number of places.", "8")
    summary: fields.Line | None = optional("Another sentence for lists and calendars.", "This week in the park.")
    note: fields.Line | None = optional("Something to know about this one session.", "Bring a mat")
    online: fields.WebAddress | None = optional("Another address of the online session.", "https://meet.example.org/stretch")


class OrganiserForm(Form):
    """Who answers for the site."""

    spellings: ClassVar[Mapping[str, str]] = {"title": "name", "mail": "email", "telephone": "phone", "website": "url"}

    name: fields.Line = required("The name of the person or practice.", "Harbour Bodywork")
    email: fields.MailAddress = optional("An address of mail that may be public.", "hello@example.org", "")
    phone: fields.Telephone = optional("A telephone number that may be public.", "+44 20 7946 0018", "")
    url: fields.WebAddress = optional("The organiser's own website.", "https://example.org", "")
    registration: fields.Line = optional("Registration with a professional body.", "CNHC 123456", "")


def _prices(raw: Raw) -> tuple[PriceForm, ...]:
    """``free``, ``15``, ``[{name: …, amount: …}]`` or ``{Drop-in: 5, Concession: 3}``."""
    if isinstance(raw, Mapping) and not _is_of(PriceForm, raw):
        return _named_prices(raw)
    return lists.each_entry(_price)(raw)


def _price(raw: Raw) -> PriceForm:
    if not isinstance(raw, Mapping):
        return read_form(PriceForm, {"amount": text_of(raw)})
    if len(raw) == 1 and not _is_of(PriceForm, raw):
        return _named_prices(raw)[0]
    return read_form(PriceForm, raw)


def _named_prices(raw: Mapping[str, Raw]) -> tuple[PriceForm, ...]:
    return tuple(
        PriceForm.model_construct(name=name, amount=amount) for name, amount in lists.keyed(texts.line, lambda value: money.money(text_of(value)))(raw)
    )


def _is_of(form: type[Form], raw: Mapping[str, Raw]) -> bool:
    """Whether the names in a group are those of a form's fields, rather than names that an author gave."""
    known = {*keys_of(form), *form.spellings}
    return any(key.casefold() in known for key in raw)


def _change(raw: Raw) -> ChangeForm:
    """A change, or a sentence alone, which is its note."""
    return read_form(ChangeForm, raw if isinstance(raw, Mapping) else {"note": text_of(raw)})


def _changed_session(text: str) -> Day:
    """The session that a change is for. Raises ``Misread``; E125 for a field of a change that stands beside its day instead of below it."""
    if text.casefold() in keys_of(ChangeForm):
        help_ = "write it on a line below the day, with more blanks at the beginning than the day has"
        raise Misread("E125", f"'{text}' belongs to one session, but it stands beside the day", help_)
    return which_session(text)


def _organiser(raw: Raw) -> OrganiserForm:
    return read_form(OrganiserForm, raw if isinstance(raw, Mapping) else {"name": text_of(raw)})


class KindForm(Form):
    """A kind of events that is the site's own."""

    spellings: ClassVar[Mapping[str, str]] = {"slug": "name", "id": "name", "kind": "name", "label": "title"}

    name: fields.Line = required("The word that events write as their kind.", "sound-bath")
    title: fields.Line = optional("What visitors read.", "Sound bath", "")


def _kinds(raw: Raw) -> tuple[Kind, ...]:
    """``{sound-bath: Sound bath}``, ``[Sound bath]`` or ``[{name: sound-bath, title: Sound bath}]``."""
    if isinstance(raw, Mapping) and not _is_of(KindForm, raw):
        return tuple(_kind(name, title) for name, title in lists.keyed(texts.line, texts.note)(raw))
    return tuple(kind for kinds in lists.each_entry(_kinds_of_entry)(raw if not isinstance(raw, str) else raw.split(",")) for kind in kinds)


def _kinds_of_entry(raw: Raw) -> tuple[Kind, ...]:
    if not isinstance(raw, Mapping):
        return (_kind(texts.line(text_of(raw)), ""),)
    if not _is_of(KindForm, raw):
        return _kinds(raw)
    form = read_form(KindForm, raw)
    return (_kind(form.name, form.title),)


def _kind(name: str, title: str) -> Kind:
    slug = name if is_slug(name) else slug_of(texts.label(name))
    return Kind(slug, title or (name.replace("-", " ").capitalize() if slug == name else name))


def _menu(raw: Raw) -> tuple[NavigationItem, ...]:
    """``[{title: Events, to: events/}]``, ``{Events: events/}`` or ``[about]``; a target that is not given is the name itself."""
    if isinstance(raw, Mapping) and not _is_of(MenuItemForm, raw):
        return tuple(NavigationItem(title, target or title) for title, target in lists.keyed(texts.line, texts.note)(raw))
    return lists.each_entry(_menu_item)(raw)


class MenuItemForm(Form):
    """A link of the site's menu."""

    spellings: ClassVar[Mapping[str, str]] = {"name": "title", "label": "title", "text": "title", "target": "to", "url": "to", "link": "to", "page": "to"}

    title: fields.Line = required("What the link says.", "Workshops")
    to: fields.Line = required("Where it leads: a page of the site, or an address of the web.", "workshops/")


def _menu_item(raw: Raw) -> NavigationItem:
    if isinstance(raw, Mapping) and len(raw) == 1 and not _is_of(MenuItemForm, raw):
        title, target = next(iter(raw.items()))
        return NavigationItem(texts.line(title), texts.line(text_of(target)))
    if isinstance(raw, Mapping):
        item = read_form(MenuItemForm, raw)
        return NavigationItem(item.title, item.to)
    return NavigationItem("", texts.line(text_of(raw)))


_STEP = re.compile(r"(?P<minutes>\d[\w .,]*?)\s*(?::|\s[-–—])\s+(?P<text>\S.*)", re.DOTALL)
_RANGE = re.compile(r"(?P<minutes>\d{1,3}\s?[-–—]\s?\d{1,3}(?:\s?min(?:utes)?)?)\s*(?::|\s[-–—])?\s+(?P<text>\S.*)", re.DOTALL)


class StepForm(Form):
    """One step of an outline."""

    spellings: ClassVar[Mapping[str, str]] = {"time": "minutes", "duration": "minutes", "what": "text", "title": "text", "activity": "text"}

    minutes: fields.Line = optional("How long it takes.", "5 min", "")
    text: fields.Line = required("What happens.", "Arrive and settle")


def _step(raw: Raw) -> tuple[str, str]:
    """``5 min: arrive``, ``{5 min: arrive}``, ``{minutes: 5, text: arrive}`` or ``arrive`` → minutes as words, or nothing, and what happens."""
    if isinstance(raw, Mapping) and len(raw) == 1:
        minutes, text = next(iter(raw.items()))
        return _length(minutes), texts.line(text_of(text))
    if isinstance(raw, Mapping):
        step = read_form(StepForm, raw)
        return _length(step.minutes), step.text
    text = texts.line(text_of(raw))
    found = _STEP.fullmatch(text) or _RANGE.fullmatch(text)
    return (_length(found["minutes"]), found["text"]) if found else ("", text)


def _length(minutes: str) -> str:
    """``5`` and ``5 min`` alike are ``5``; what is not one length (``0-5``) stays as it is."""
    plain = minutes.strip()
    try:
        return str(whole_minutes(plain)) if plain else ""
    except Misread:
        return plain


def _outline(raw: Raw) -> tuple[tuple[str, str], ...]:
    if isinstance(raw, str):
        return lists.each_entry(_step)([line for line in raw.splitlines() if is_given(line)])
    if isinstance(raw, Mapping) and not {"minutes", "text"} & raw.keys():
        return tuple((_length(minutes), text) for minutes, text in lists.keyed(texts.line, texts.note)(raw))
    return lists.each_entry(_step)(raw)


Prices = Annotated[tuple[PriceForm, ...], understands(_prices, str | list[PriceForm | str] | PriceForm | dict[str, str])]
Changes = Annotated[tuple[tuple[Day, ChangeForm], ...], understands(lists.keyed(_changed_session, _change), dict[str, ChangeForm | str])]
OrganiserField = Annotated[OrganiserForm, understands(_organiser, OrganiserForm | str)]
Kinds = Annotated[tuple[Kind, ...], understands(_kinds, dict[str, str] | list[KindForm | dict[str, str] | str])]
Menu = Annotated[tuple[NavigationItem, ...], understands(_menu, list[MenuItemForm | str] | dict[str, str])]
Outline = Annotated[tuple[tuple[str, str], ...], understands(_outline, list[StepForm | dict[str, str] | str])]
Families = Annotated[tuple[str, ...], understands(lists.each(one_of(FAMILIES)), list[str] | str)]

"""Forms: what a kind of file may say. The only door to pydantic.

A form is a class whose fields are typed by *readers*: functions from what was typed to a value, which raise ``Misread``.
``fill`` reads all fields of a document and reports everything that is wrong with it at once, each at its place.
The same classes yield JSON Schema for editors, and the descriptions that ``mcsite fields`` prints.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, ValidationError

from mcsite.diagnostics import Diagnostic, Misread
from mcsite.source.document import Document
from mcsite.source.misreads import Misreads, Problem
from mcsite.source.nearest import nearest
from mcsite.source.raw import Raw, is_given, text_of
from mcsite.source.spelling import canonical, plainly, respelt, with_named_entries


class Form(BaseModel):
    """What one kind of file, or one entry inside a file, may say.

    ``spellings`` maps other ways to write a key to the key; ``meant`` maps words of other systems to the key that is meant.
    Of ``rivals`` only one can be given; of ``one_needed`` one must be; ``naming`` gives entries of a field their names. ``stand_ins`` take the
    place of what is needed and is missing or wrong where the rest is looked over: hardly anything else leans on these.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)

    spellings: ClassVar[Mapping[str, str]] = {}
    meant: ClassVar[Mapping[str, str]] = {}
    rivals: ClassVar[tuple[tuple[str, str], ...]] = ()
    one_needed: ClassVar[tuple[str, ...]] = ()
    naming: ClassVar[Mapping[str, Callable[[str], str]]] = {}
    stand_ins: ClassVar[Mapping[str, Raw]] = {"title": "\N{HORIZONTAL ELLIPSIS}"}

    def contradictions(self) -> Iterator[tuple[str, Misread]]:
        """What does not go together in values that are each understood, with the field at which to say so."""
        return iter(())


F = TypeVar("F", bound=Form)
_A_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}\b", re.ASCII)


@dataclass(frozen=True, slots=True)
class Filled(Generic[F]):
    """A form, or everything that keeps it from being one.

    ``document`` is the one that was read, with its keys spelt as the form spells them, and with places for entries by
    the names that the form gives them. ``sound`` is a form of what could be understood where something could not: enough to
    look up what it refers to, so that all is said in one go, but nothing to publish.
    """

    form: F | None
    diagnostics: tuple[Diagnostic, ...]
    document: Document
    sound: F | None = None


@dataclass(frozen=True, slots=True)
class FieldNote:
    """What ``mcsite fields`` says of one field."""

    name: str
    required: bool
    description: str
    example: str


def required(description: str, example: str) -> Any:  # noqa: ANN401 - pydantic's own type for a field's declaration
    """A field that must be given."""
    return Field(description=description, examples=[example])


def optional(description: str, example: str, default: object = None, key: str | None = None) -> Any:  # noqa: ANN401 - the same
    """A field that may be left out; ``key`` is its name in the file where Python cannot use that word."""
    return Field(default=default, description=description, examples=[example], alias=key)


def reads(reader: Callable[[str], object]) -> PlainValidator:
    """Marks a field that is one piece of text, understood by ``reader``."""

    def read(raw: Raw) -> object:
        return reader(text_of(raw))

    return PlainValidator(read, json_schema_input_type=str)


def understands(reader: Callable[[Raw], object], shape: object) -> PlainValidator:
    """Marks a field whose ``reader`` takes text, lists and mappings alike; ``shape`` is the Python type of what it accepts."""
    return PlainValidator(reader, json_schema_input_type=shape)


def read_form(form: type[F], raw: Raw) -> F:
    """A form from a mapping. Raises ``Misreads`` with all that is wrong."""
    if not isinstance(raw, Mapping):
        raise Misread("E703", f"a group of fields belongs here, not '{raw}'", f"write for example {{{_sample(form)}}}")
    given, names, problems = _given(form, raw)
    problems += [*_rivalries(form, given, names), *_one_needed(form, given)]
    try:
        filled = form.model_validate(given)
    except ValidationError as error:
        problems += _problems(form, error, names)
        raise Misreads(tuple(problems)) from None
    problems += [Problem((names[key],), misread) for key, misread in filled.contradictions()]
    if problems:
        raise Misreads(tuple(problems))
    return filled


def fill(form: type[F], document: Document) -> Filled[F]:
    """The form of a document, or every reason why there is none."""
    spelt = with_named_entries(respelt(document, keys_of(form), form.spellings), form.naming)
    try:
        return Filled(read_form(form, document.fields), (), spelt)
    except Misreads as wrong:
        return Filled(None, tuple(sorted(problem.at(document.origin) for problem in wrong.problems)), spelt, _sound(form, document, wrong))


def _sound(form: type[F], document: Document, wrong: Misreads) -> F | None:
    """The form without the fields in which something is wrong, if it can do without them."""
    unsound = {problem.way[0] for problem in wrong.problems if problem.way}
    given, _, _ = _given(form, {key: value for key, value in document.fields.items() if key not in unsound})
    given = {key: value for key, value in form.stand_ins.items() if key in form.model_fields} | given
    try:
        return form.model_validate(given)
    except ValidationError:
        return None


def field_notes(form: type[Form]) -> tuple[FieldNote, ...]:
    """Every field of a form in the order in which it is explained."""
    return tuple(
        FieldNote(field.alias or name, field.is_required(), field.description or "", str((field.examples or [""])[0]))
        for name, field in form.model_fields.items()
    )


def schema_of(form: type[Form]) -> dict[str, Any]:
    """JSON Schema (2020-12) of what may be written, for editors that complete and check."""
    return form.model_json_schema(by_alias=True)


@cache
def keys_of(form: type[Form]) -> tuple[str, ...]:
    """The keys of a form as they are written in a file."""
    return tuple(field.alias or name for name, field in form.model_fields.items())


def _given(form: type[Form], raw: Mapping[str, Raw]) -> tuple[dict[str, Raw], dict[str, str], list[Problem]]:
    """What was given by the form's own keys, how the author spelt each of them, and keys that are one in two spellings."""
    known = keys_of(form)
    given: dict[str, Raw] = {}
    names: dict[str, str] = {}
    twice: list[Problem] = []
    for written, value in raw.items():
        key = canonical(written, known, form.spellings)
        if key in names:
            misread = Misread("E113", f"'{written}' is the same field as '{names[key]}', and says it again", "keep one of the two lines and delete the other")
            twice.append(Problem((written,), misread, on_key=True, before=(names[key],)))
        elif is_given(value) or key not in known:
            given[key] = value
            names[key] = written
    return given, names, twice


def _rivalries(form: type[Form], given: Mapping[str, Raw], names: Mapping[str, str]) -> Iterator[Problem]:
    for first, second in form.rivals:
        if first in given and second in given:
            yield Problem((names[second],), Misread("E704", f"'{second}' and '{first}' say the same thing", "keep one of the two"), on_key=True)


def _one_needed(form: type[Form], given: Mapping[str, Raw]) -> Iterator[Problem]:
    if form.one_needed and not any(key in given for key in form.one_needed):
        yield Problem((), _missing(form, form.one_needed[0]))


def _problems(form: type[Form], error: ValidationError, names: Mapping[str, str]) -> Iterator[Problem]:
    """What pydantic found, in our words. Each field has one reader, so there are three sorts of finding only."""
    for found in error.errors(include_url=False):
        key = str(found["loc"][0])
        written = names.get(key, key)
        if found["type"] == "missing":
            yield Problem((), _missing(form, key))
        elif found["type"] == "extra_forbidden":
            yield Problem((written,), _unknown(form, key), on_key=True)
        else:
            yield from _understood(found["ctx"]["error"], written)


def _understood(error: Exception, written: str) -> Iterator[Problem]:
    if isinstance(error, Misreads):
        yield from (problem.below(written) for problem in error.problems)
    elif isinstance(error, Misread):
        yield Problem((written,), error)
    else:
        raise error


def _missing(form: type[Form], key: str) -> Misread:
    note = next(note for note in field_notes(form) if note.name == key)
    return Misread("E701", f"there is no '{key}', and one is needed", f"add a line like: {key}: {note.example}")


def _unknown(form: type[Form], key: str) -> Misread:
    if _A_DAY.match(key):
        return Misread(
            "E125", f"'{key}' is a day, and stands where the name of a field belongs", "put two blanks before it, so that it belongs to the field above"
        )
    plain = plainly(key)
    known = [*keys_of(form), *form.spellings]
    meant = form.meant.get(plain) or nearest(plain, known)
    if meant:
        return Misread("E700", f"there is no field '{key}' here", f"did you mean '{meant}'?")
    return Misread("E700", f"there is no field '{key}' here", f"fields known here: {', '.join(keys_of(form))}")


def _sample(form: type[Form]) -> str:
    return ", ".join(f"{note.name}: {note.example}" for note in field_notes(form)[:2])

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import ClassVar

import pytest
from written import written

from mcsite.diagnostics import Misread
from mcsite.source import fields
from mcsite.source.document import Document
from mcsite.source.form import FieldNote, Form, field_notes, fill, keys_of, optional, read_form, required, schema_of
from mcsite.source.misreads import Misreads
from mcsite.source.moments import name_of_days


class TalkForm(Form):
    """A talk."""

    spellings: ClassVar[Mapping[str, str]] = {"host": "hosts"}
    meant: ClassVar[Mapping[str, str]] = {"location": "venue"}
    rivals: ClassVar[tuple[tuple[str, str], ...]] = (("end", "duration"),)
    one_needed: ClassVar[tuple[str, ...]] = ("end", "duration")
    naming: ClassVar[Mapping[str, Callable[[str], str]]] = {"skip": name_of_days}

    title: fields.Line = required("What it is called.", "On necks")
    venue: fields.Line = optional("Where.", "hall", "")
    hosts: fields.Words = optional("Who.", "[anna]", ())
    capacity: fields.People | None = optional("How many.", "10")
    end: fields.Ending | None = optional("When it ends.", "18:45")
    duration: fields.Duration | None = optional("How long.", "45 min")
    skip: fields.DaysOff = optional("Not then.", "2026-02-17", ())
    audience: fields.Line = optional("For whom.", "everyone", "everyone", key="for")


def talk(front_matter: str):
    document = written(f"---\n{front_matter}\n---\n").document
    assert document is not None
    return fill(TalkForm, document)


def said(front_matter: str):
    return [(f"{one.span.line}:{one.span.column}+{one.span.length}", one.code) for one in talk(front_matter).diagnostics]


def test_a_form_has_the_values_that_were_meant():
    form = talk("title: On necks\nhosts: anna, ben\ncapacity: '10'\nduration: 1h\nfor: members").form
    assert form is not None
    assert (form.title, form.hosts, form.capacity, form.duration.total_seconds(), form.audience) == ("On necks", ("anna", "ben"), 10, 3600, "members")


def test_everything_that_is_wrong_is_said_at_once_at_its_place():
    assert said("titel: x\ncapacity: many\nhosts: [anna, [ben]]\nduration: 45 min") == [
        ("1:0+1", "E701"),
        ("2:1+5", "E700"),
        ("3:11+4", "E709"),
        ("4:15+1", "E703"),
    ]


def test_what_could_be_understood_of_a_broken_document_is_kept_apart():
    filled = talk("title: On necks\ncapacity: many\ntitel: x\nhosts: [anna]\nend: 18:75")
    assert filled.form is None
    assert (filled.sound.title, filled.sound.hosts, filled.sound.capacity, filled.sound.end) == ("On necks", ("anna",), None, None)
    untitled = talk("title: [x]\nduration: 1h").sound
    assert (untitled.title, untitled.duration) == (TalkForm.stand_ins["title"], timedelta(hours=1))


def test_a_day_that_stands_too_far_left_is_told_to_move():
    (one,) = talk("title: x\nduration: 1h\nskip:\n2026-02-17: half-term").diagnostics
    assert (one.code, one.span.line) == ("E125", 5)
    assert "put two blanks before it" in one.help


def test_empty_values_are_not_given():
    form = talk("title: x\nvenue: ''\nhosts: []\ncapacity:\nend: null\nduration: 1h").form
    assert form is not None
    assert (form.venue, form.hosts, form.capacity, form.end) == ("", (), None, None)
    assert "venue" not in form.model_fields_set


def test_an_unknown_key_gets_the_nearest_known_one():
    def advice(key: str) -> str:
        (found,) = talk(f"title: x\nend: 18:00\n{key}: y").diagnostics
        return found.help

    assert advice("venu") == "did you mean 'venue'?"
    assert advice("location") == "did you mean 'venue'?"
    assert advice("colour") == "fields known here: title, venue, hosts, capacity, end, duration, skip, for"


def test_an_unknown_key_is_one_even_without_a_value():
    assert said("title: x\nend: 18:00\nvenu:") == [("4:1+4", "E700")]


def test_keys_may_be_spelt_in_other_ways():
    filled = talk("Title: x\nHost: anna\nDURATION: 1h")
    assert filled.form is not None
    assert filled.form.hosts == ("anna",)
    assert filled.document.fields == {"title": "x", "hosts": "anna", "duration": "1h"}
    assert filled.document.origin.span("hosts").column == 7
    assert filled.document.origin.key("hosts").line == 3


def test_a_key_given_in_two_spellings_is_given_twice():
    assert said("title: x\nend: 18:00\nhost: anna\nhosts: ben") == [("5:1+5", "E113")]


def test_rivals_exclude_each_other():
    assert said("title: x\nend: 18:45\nduration: 45 min") == [("4:1+8", "E704")]


def test_one_of_several_fields_may_be_needed():
    assert said("title: x") == [("1:0+1", "E701")]


def test_entries_are_known_by_their_names_too():
    origin = talk("title: x\nend: 18:45\nskip:\n  - 17 Feb 2026\n  - 1-14 April 2026").document.origin
    assert origin.span("skip", "2026-02-17").line == 5
    assert origin.span("skip", "2026-04-01..2026-04-14").line == 6


def test_what_is_no_group_of_fields_is_refused():
    with pytest.raises(Misread, match="group of fields"):
        read_form(TalkForm, "x")


def test_problems_inside_a_form_have_the_way_to_them():
    with pytest.raises(Misreads) as caught:
        read_form(TalkForm, {"title": "x", "end": "18:00", "hosts": ["a", ["b"]]})
    assert [problem.way for problem in caught.value.problems] == [("hosts", 1)]


def test_a_form_of_an_empty_document_says_what_is_missing():
    assert [one.code for one in fill(TalkForm, Document("a.md", "talk", "a")).diagnostics] == ["E701", "E701"]


def test_a_form_explains_its_fields():
    assert field_notes(TalkForm)[0] == FieldNote("title", True, "What it is called.", "On necks")
    assert keys_of(TalkForm)[-1] == "for"


def test_a_form_has_a_schema_for_editors():
    schema = schema_of(TalkForm)
    assert schema["required"] == ["title"]
    assert schema["properties"]["for"]["description"] == "For whom."
    assert schema["additionalProperties"] is False

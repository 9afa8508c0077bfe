"""Everything that a file may say can be asked for."""

from __future__ import annotations

import json

import jsonschema
import pytest

from mcsite import cli
from mcsite.content.forms import FORMS
from mcsite.model.vocabulary import WORDS


@pytest.mark.parametrize("kind", FORMS)
def test_every_field_of_every_kind_is_said(kind, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert cli.run(["fields", kind]) == 0
    said = capsys.readouterr().out
    assert said.startswith("title: ")
    assert "\n    Required. " in said
    fields = [line for line in said.split("\n") if line and not line.startswith(" ")]
    assert len(fields) == len(FORMS[kind].model_fields)


@pytest.mark.parametrize("kind", FORMS)
def test_so_is_a_schema_that_is_one(kind, capsys):
    assert cli.run(["fields", kind, "--json"]) == 0
    schema = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert "title" in schema["properties"]


def test_without_a_kind_the_kinds_are_named(capsys):
    assert cli.run(["fields"]) == 2
    assert "site, event, workshop" in capsys.readouterr().err


def test_all_words_of_templates_are_listed_with_what_they_become(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert cli.run(["fields", "merge"]) == 0
    said = capsys.readouterr().out
    assert '{{ venue.name or "online" }}' in said.split("\n\n")[0]
    for word in WORDS:
        assert f"\n{{{{ {word.name} }}}} {word.example}\n    {word.description[:20]}" in said
    assert max(map(len, said.splitlines())) < 160


def test_and_as_data_for_editors(capsys):
    assert cli.run(["fields", "merge", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [each["name"] for each in told] == [word.name for word in WORDS]
    assert told[1] == {
        "name": "session.when",
        "description": "Day and hours in full.",
        "example": "Tuesday 12 January 2027, 18:00–18:45",
        "link": False,
        "session_only": True,
    }

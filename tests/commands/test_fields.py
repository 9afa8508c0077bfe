"""Everything that a file may say can be asked for."""

from __future__ import annotations

import json

import jsonschema
import pytest

from mcsite import cli
from mcsite.content.forms import FORMS


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

"""An output file as a value."""

from __future__ import annotations

import dataclasses

import pytest

from mcsite.build.artifact import Area, Artifact, family
from mcsite.outputs.closing import record
from mcsite.render.strings import ENGLISH
from mcsite.render.theme import Template, fill
from mcsite.render.theme_sources import Sources


def test_an_artifact_is_public_unless_it_says_otherwise_and_stays_what_it_is():
    artifact = Artifact("index.html", bytes, {})
    assert artifact.area is Area.PUBLIC
    with pytest.raises(dataclasses.FrozenInstanceError):
        artifact.path = "other.html"


def test_the_areas_are_folders_that_do_not_nest():
    assert not any(one != other and f"{one}/".startswith(f"{other}/") for one in Area for other in Area)


def test_a_page_is_of_the_family_of_its_template_and_another_file_of_that_of_its_maker():
    page = Artifact("events/swap/index.html", fill, {"template": Template("event.html", "", Sources("", (), (), ENGLISH))})
    assert (family(page), family(Artifact("ledger.json", record, {}))) == ("event", "closing")

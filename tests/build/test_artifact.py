"""An output file as a value."""

from __future__ import annotations

import dataclasses

import pytest

from mcsite.build.artifact import Area, Artifact


def test_an_artifact_is_public_unless_it_says_otherwise_and_stays_what_it_is():
    artifact = Artifact("index.html", bytes, {})
    assert artifact.area is Area.PUBLIC
    with pytest.raises(dataclasses.FrozenInstanceError):
        artifact.path = "other.html"


def test_the_areas_are_folders_that_do_not_nest():
    assert not any(one != other and f"{one}/".startswith(f"{other}/") for one in Area for other in Area)

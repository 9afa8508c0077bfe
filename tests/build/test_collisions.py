from mcsite.build.artifact import Area, Artifact
from mcsite.build.collisions import collisions
from mcsite.model.origin import Origin


def _artifact(path, origin=None, area=Area.PUBLIC):
    return Artifact(path, bytes, {}, area, Origin(origin) if origin else None)


def test_two_files_that_would_become_one_are_both_named():
    (note,) = collisions([_artifact("about/index.html", "content/pages/about.md"), _artifact("About/index.html", "content/pages/About.md")])
    assert note.code == "E640"
    assert note.span.path == "content/pages/About.md"
    assert "content/pages/about.md" in note.message


def test_a_page_that_takes_the_place_of_one_of_ours_is_named():
    (note,) = collisions([_artifact("events/index.html"), _artifact("events/index.html", "content/pages/events.md")])
    assert note.span.path == "content/pages/events.md"


def test_the_two_areas_are_two_places():
    assert collisions([_artifact("index.html"), _artifact("index.html", area=Area.PRIVATE)]) == ()

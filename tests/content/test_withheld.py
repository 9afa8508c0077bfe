import pytest

from mcsite.content.withheld import published_assets
from mcsite.model.library import AssetFile
from mcsite.source.document import Document


def document(path, body="", **fields):
    kind = {"events": "event", "people": "person"}[path.partition("/")[0]]
    return Document(f"content/{path}", kind, path.partition("/")[2][:-3], fields, body=body)


def left(names, shown=(), held=()):
    assets = [AssetFile(f"assets/{name}", "digest", 1, name) for name in names]
    return [file.path.removeprefix("assets/") for file in published_assets(assets, shown, held)]


@pytest.mark.parametrize(
    "draft",
    [
        document("events/d.md", image="a b.svg"),
        document("events/d.md", "![x](../../assets/a%20b.svg)"),
        document("events/d.md", changed={"2026-01-06": {"note": "see a b.svg"}}),
        document("events/d.md", files=["a b.svg"]),
    ],
)
def test_a_file_of_which_only_a_draft_speaks_waits_with_it(draft):
    assert left(["z.svg", "a b.svg"], held=[draft]) == ["z.svg"]
    assert left(["a b.svg"], [document("events/e.md", image="a b.svg")], [draft]) == ["a b.svg"]


def test_a_file_of_a_person_who_is_not_public_is_not_handed_out():
    assert left(["p.svg"], [document("people/p.md", public="no", image="p.svg")]) == []
    assert left(["p.svg"], [document("people/p.md", public="yes", image="p.svg")]) == ["p.svg"]

"""What is made of other files is made when they are known, and only when one of them is another."""

from pathlib import Path

from mcsite.build.artifact import Area, Artifact
from mcsite.build.gathering import Gathering, gathered
from mcsite.build.run import explain, run

PATHS = ("events/swap/calendar.ics", "events/swap/flyer.pdf", "events/swap/index.html", "events/swapping/flyer.pdf", "sea.jpg")


def one(text):
    return text.encode()


def joined(pieces, title):
    return f"{title}: {', '.join(f'{piece.name} {piece.file.read_text()}' for piece in pieces)}".encode()


def swap(**changes):
    known = {"folders": (("events/swap/", ""),), "files": (("sea.jpg", "pictures/sea.jpg"), ("gone.jpg", "gone.jpg")), "leaves_out": (".html",)}
    return Gathering("events/swap/pieces.zip", joined, {"title": "Swap"}, **{**known, **changes})


def site(flyer="A", sea="blue", **more):
    files = {"events/swap/flyer.pdf": flyer, "events/swap/index.html": "page", "sea.jpg": sea, "other.txt": "o", **more}
    return [Artifact(path, one, {"text": text}) for path, text in files.items()]


def build(tmp_path, artifacts, *gatherings, jobs=1):
    return run(artifacts, tmp_path / "output", tmp_path / ".mcsite", bundles=gatherings, jobs=jobs)


def published(tmp_path, path="events/swap/pieces.zip"):
    return (tmp_path / "output/public" / path).read_text()


def test_it_takes_whatever_lies_in_its_folders_and_the_files_that_it_names():
    assert swap().pieces(PATHS) == {"calendar.ics": PATHS[0], "flyer.pdf": PATHS[1], "pictures/sea.jpg": "sea.jpg"}


def test_it_becomes_an_artifact_with_a_digest_for_each_piece():
    artifact = gathered(swap(), PATHS, lambda path: (path.encode(), Path(path)))
    assert [(piece.name, piece.digest) for piece in artifact.inputs["pieces"]][1] == ("flyer.pdf", b"events/swap/flyer.pdf")
    assert (artifact.path, artifact.area, artifact.inputs["title"]) == ("events/swap/pieces.zip", Area.PUBLIC, "Swap")


def test_the_bytes_of_its_pieces_are_those_that_are_published(tmp_path):
    build(tmp_path, site(), swap())
    assert published(tmp_path) == "Swap: flyer.pdf A, pictures/sea.jpg blue"


def test_a_piece_that_changes_makes_it_again_and_others_do_not(tmp_path):
    build(tmp_path, site(), swap())
    assert build(tmp_path, site(), swap()).written == ()
    assert build(tmp_path, site(**{"other.txt": "p"}), swap()).written == ("public/other.txt",)
    build(tmp_path, site(), swap())
    report = build(tmp_path, site(sea="green"), swap())
    assert report.written == ("public/events/swap/pieces.zip", "public/sea.jpg")
    assert report.reasons["public/events/swap/pieces.zip"] == "pieces changed"
    assert published(tmp_path) == "Swap: flyer.pdf A, pictures/sea.jpg green"


def test_a_piece_that_comes_or_goes_does_too(tmp_path):
    build(tmp_path, site(), swap())
    build(tmp_path, site(**{"events/swap/card.png": "C"}), swap())
    assert published(tmp_path) == "Swap: card.png C, flyer.pdf A, pictures/sea.jpg blue"
    build(tmp_path, site(), swap())
    assert published(tmp_path) == "Swap: flyer.pdf A, pictures/sea.jpg blue"


def test_one_that_is_no_longer_planned_goes(tmp_path):
    build(tmp_path, site(), swap())
    assert build(tmp_path, site()).removed == ("public/events/swap/pieces.zip",)


def test_what_a_build_would_do_with_it_is_told_without_making_anything(tmp_path):
    build(tmp_path, site(), swap())
    asked = (tmp_path / "output", tmp_path / ".mcsite", [swap()])
    assert explain(site(), *asked).reasons == {}
    would = explain(site(flyer="B"), *asked)
    assert "public/events/swap/flyer.pdf" in would.reasons
    assert would.reasons["public/events/swap/pieces.zip"] == "its pieces are made again"
    assert would.removed == ()


def test_private_pieces_go_into_private_files_alone(tmp_path):
    private = [Artifact("events/swap/names.txt", one, {"text": "Ada"}, Area.PRIVATE)]
    build(tmp_path, [*site(), *private], swap())
    assert "Ada" not in published(tmp_path)

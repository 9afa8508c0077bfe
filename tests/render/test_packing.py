"""A zip has the same bytes whoever makes it, and says what is in it."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from mcsite.render.packing import Cover, zipped


@dataclass
class Piece:
    name: str
    file: Path


def pieces(tmp_path, **files):
    found = []
    for name, text in files.items():
        (tmp_path / name).write_text(text)
        found.append(Piece(name, tmp_path / name))
    return found


COVER = Cover("swap", ("Swap\nMoves",), "Files", (("Licences", ("sea.jpg: CC BY 4.0",)), ("Left out", ())))


def test_everything_lies_in_one_folder_with_a_readme_first(tmp_path):
    with ZipFile(BytesIO(zipped(pieces(tmp_path, sea="blue", cup="red"), COVER, text="Come!"))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["swap/README.txt", "swap/cup", "swap/sea", "swap/text.txt"]
        assert archive.read("swap/text.txt") == b"Come!"
        assert archive.read("swap/README.txt").decode() == "Swap\nMoves\n\nFiles\n\n- cup\n- sea\n- text.txt\n\nLicences\n\n- sea.jpg: CC BY 4.0\n"


def test_neither_the_clock_nor_the_order_nor_who_may_read_a_file_is_in_its_bytes(tmp_path):
    found = pieces(tmp_path, sea="blue", cup="red")
    before = zipped(found, COVER)
    found[0].file.chmod(0o600)
    assert zipped(reversed(found), COVER) == before
    with ZipFile(BytesIO(before)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o100644}
        assert {entry.compress_type for entry in archive.infolist()} == {0}


def test_names_in_any_script_are_kept(tmp_path):
    with ZipFile(BytesIO(zipped(pieces(tmp_path, **{"Grüße-ملصق": "x"}), COVER))) as archive:
        assert "swap/Grüße-ملصق" in archive.namelist()

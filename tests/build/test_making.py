from mcsite.build.artifact import Artifact
from mcsite.build.fingerprint import digest
from mcsite.build.making import Made, MakerError, Task, make_one


def text(of):
    return of.encode()


def test_new_bytes_are_written_and_known_ones_are_not(tmp_path):
    artifact = Artifact("a.txt", text, {"of": "a"})
    made = make_one(Task(artifact, b""), tmp_path / "0")
    assert isinstance(made, Made)
    assert (made.digest, made.size, made.file, (tmp_path / "0").read_bytes()) == (digest(b"a"), 1, "0", b"a")
    assert make_one(Task(artifact, made.digest), tmp_path / "1") == Made(digest(b"a"), 1, 0, "")
    assert not (tmp_path / "1").exists()


def test_a_bug_names_the_artifact(tmp_path):
    found = make_one(Task(Artifact("a.txt", text, {"of": 1}), b""), tmp_path / "0")
    assert isinstance(found, MakerError)
    assert str(found).startswith("a.txt: AttributeError")

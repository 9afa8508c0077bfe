"""Whoever looks at the public folder sees one whole generation, whenever the build is killed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time

import pytest

FILES = 40
BUILDER = f"""
import sys
from pathlib import Path
from mcsite.build.artifact import Artifact
from mcsite.build import exchange
from mcsite.build.run import run

def page(turn, spare):
    return b"%d" % turn

if sys.argv[3] == "three steps":
    exchange._system_call = lambda *_: None
output, turn = Path(sys.argv[1]), int(sys.argv[2])
while True:
    turn += 1
    run([Artifact(f"events/e{{n}}/index.html", page, {{"turn": turn, "spare": n}}) for n in range({FILES})], output / "output", output / "cache")
    print(turn, flush=True)
"""
pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of other systems")


def start(root, turn, steps):
    return subprocess.Popen([sys.executable, "-c", BUILDER, str(root), str(turn), steps], stdout=subprocess.PIPE, text=True, start_new_session=True)


def look(public):
    """The content of every file, seen through one open folder: an exchange meanwhile does not mislead."""
    top = os.open(public, os.O_RDONLY)
    try:
        found = []
        for _, _, names, folder in os.fwalk(".", dir_fd=top):
            for name in names:
                handle = os.open(name, os.O_RDONLY, dir_fd=folder)
                found.append(os.read(handle, 100))
                os.close(handle)
        return os.fstat(top).st_ino, found
    finally:
        os.close(top)


def test_a_reader_never_sees_two_generations(tmp_path):
    with start(tmp_path, 0, "one step") as builder:
        assert builder.stdout.readline() == "1\n"
        seen = set()
        until = time.monotonic() + 60
        while len(seen) < 6 and time.monotonic() < until:
            try:
                inode, found = look(tmp_path / "output" / "public")
            except FileNotFoundError:  # this generation was exchanged and is being renewed
                continue
            if inode == (tmp_path / "output" / "public").stat().st_ino:
                assert len(found) == FILES
                assert len(set(found)) == 1
                seen.update(found)
        os.killpg(builder.pid, signal.SIGKILL)
    assert len(seen) == 6


@pytest.mark.parametrize("steps", ["one step", "three steps"])
def test_a_killed_build_leaves_a_whole_site_and_the_next_one_succeeds(tmp_path, steps):
    chance = random.Random(20260106)
    turn = 0
    for _ in range(13):
        with start(tmp_path, turn, steps) as builder:
            turn = int(builder.stdout.readline())
            time.sleep(chance.uniform(0, 0.05))
            os.killpg(builder.pid, signal.SIGKILL)
        public = tmp_path / "output" / "public"
        if steps == "one step" or public.exists():
            _, found = look(public)
            assert len(found) == FILES
            assert len(set(found)) == 1
            turn = int(found[0])
    with start(tmp_path, turn, steps) as builder:
        assert int(builder.stdout.readline()) == turn + 1
        os.killpg(builder.pid, signal.SIGKILL)
    assert len(list((tmp_path / "output" / ".mcsite-output").glob("made.*"))) <= 1

"""How long builds take, in seconds of processor and of wall time: ``python tests/bench/builds.py [EVENTS]`` (1000 unless said otherwise).

Needs nothing but mcsite. Each row is the median of several runs of the program as a person starts it: the first build, one after a
sentence was added to an event, one after a title was changed, one after a session was moved, and one where nothing changed. Run it on a
machine that does nothing else; where it does, compare processor times, and those of one run only. What must hold on any machine is
counted, not timed, in ``tests/stories/test_what_an_edit_costs.py``.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
ROUNDS = 3
VENUES, TAGS = 20, 40
WORDS = ("bring", "a", "mat", "and", "warm", "clothes", "we", "begin", "with", "breath", "then", "slow", "steps", "around", "the", "hall", "end", "tea")
SITE = "---\ntitle: Bench\nbase_url: https://example.org/\ntimezone: Europe/London\ncurrency: GBP\noutputs: [pages, calendars]\n---\nWelcome.\n"


def main(events: int) -> None:
    """Measures and prints a row for each kind of build."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        _write(site, events)
        middle = site / "content" / "events" / f"e{events // 2}.md"
        text = middle.read_text("utf-8")
        _tell("first build", [_built(site)])
        _tell("a sentence more", [_after(site, middle, f"{text}\nOne more thing: {turn}.\n") for turn in range(ROUNDS)])
        _tell("another title", [_after(site, middle, text.replace("title: ", f"title: {turn} ")) for turn in range(ROUNDS)])
        _tell("another hour", [_after(site, middle, text.replace(" 18:", f" {10 + turn}:")) for turn in range(ROUNDS)])
        time.sleep(0.2)
        _built(site)
        _tell("nothing changed", [_built(site) for _ in range(ROUNDS)])
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    sys.stdout.write(f"{events} events; largest process {peak / 1024:.0f} MB\n")


def _write(site: Path, events: int) -> None:
    """A fifth of the events are weekly series; each has words of its own."""
    _file(site, "site.md", SITE)
    for number in range(VENUES):
        _file(site, f"venues/v{number}.md", f"---\ntitle: Venue {number}\naddress: {number} High Street\n---\n")
    for number in range(1, events + 1):
        day = f"2027-{number % 12 + 1:02}-{number % 28 + 1:02}"
        series = "repeat: weekly\ntimes: 8\n" if number % 5 == 0 else ""
        fields = f"title: Event {number}\nstart: {day} 18:{number % 60:02}\nduration: 1 hour\n{series}venue: v{number % VENUES}\ntags: [t{number % TAGS}]"
        _file(site, f"events/e{number}.md", f"---\n{fields}\nsummary: In short, number {number}.\n---\n{_body(number)}")


def _file(site: Path, path: str, text: str) -> None:
    place = site / "content" / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")


def _body(number: int) -> str:
    paragraphs = [" ".join(WORDS[(number * step + place) % len(WORDS)] for place in range(30)) for step in range(1, 6)]
    text = ".\n\n".join(paragraphs) + "."
    return f"## What to *expect*\n\n{text}\n\n- one\n- **two**\n\n| Time | What |\n| --- | --- |\n| 18:00 | {number} |\n"


def _after(site: Path, file: Path, edited: str) -> tuple[float, float]:
    file.write_text(edited, "utf-8")
    return _built(site)


def _built(site: Path) -> tuple[float, float]:
    """Processor and wall seconds of one run."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "mcsite", "build", "--quiet", "--site", str(site)]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": str(REPOSITORY)})
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def _tell(kind: str, runs: list[tuple[float, float]]) -> None:
    processor, wall = (statistics.median(times) for times in zip(*runs, strict=True))
    sys.stdout.write(f"{kind:16} {processor:7.2f} s of processor {wall:7.2f} s\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)

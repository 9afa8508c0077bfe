"""The door: first the fast one, then, if something is to be done, the whole program."""

from __future__ import annotations

import gc
import io
import os
import sys
import time

from mcsite.commands.quick import answer

_LOOK_FOR_CIRCLES = 1_000_000
"""Things made and not given up, after which Python looks for circles among them: a site is made of many small things that stay, and of no circles."""


def main() -> int:
    """Run the command that was typed; gives the exit status."""
    started = time.perf_counter()
    said = answer(sys.argv[1:])
    if said is None:
        gc.set_threshold(_LOOK_FOR_CIRCLES, 20, 100)
        from mcsite.cli import run  # noqa: PLC0415 - only now is it worth its price

        try:
            return run(sys.argv[1:])
        finally:
            gc.freeze()  # Python looks for circles twice more when it ends; what is left then ends with the process anyway
    return _repeat(*said, time.perf_counter() - started)


def _repeat(out: str, error: str, seconds: float) -> int:
    """Say again what the last build said, in UTF-8 whatever a console or pipe was set up for."""
    try:
        for stream, text in ((sys.stdout, out), (sys.stderr, f"{error} ({seconds:.2f} s)\n" if error else "")):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
            print(text, end="", file=stream, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes once more when it ends
    return 0


if __name__ == "__main__":
    sys.exit(main())

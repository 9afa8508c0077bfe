"""What the readers of values say when they refuse."""

from collections.abc import Callable

import pytest

from mcsite.diagnostics import Misread


def answer(reader: Callable[[str], object], text: str) -> object:
    """What a reader gives for a text, or its refusal; it may raise nothing else."""
    try:
        return reader(text)
    except Misread as refused:
        return refused


def refusal(reader: Callable[[str], object], text: object) -> Misread:
    """The refusal of a text that must not be understood."""
    with pytest.raises(Misread) as caught:
        reader(text)  # type: ignore[arg-type]
    return caught.value

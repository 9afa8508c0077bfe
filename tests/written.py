"""Content files as they are typed in tests."""

from mcsite.source.files import SourceFile
from mcsite.source.frontmatter import Read, read


def written(text: str | bytes) -> Read:
    """What is read of an event file with these bytes."""
    data = text if isinstance(text, bytes) else text.encode()
    return read(SourceFile("content/events/stretch.md", "event", "stretch", data))


def fields(front_matter: str) -> dict[str, object]:
    """The fields of a file with this front matter, which must be readable."""
    document = written(f"---\n{front_matter}\n---\n").document
    assert document is not None
    return dict(document.fields)


def said(text: str | bytes) -> list[str]:
    """Place and code of everything that is said of a file: ``2:8+7 E119``."""
    return [f"{one.span.line}:{one.span.column}+{one.span.length} {one.code}" for one in written(text).diagnostics]

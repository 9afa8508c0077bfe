"""Edits as people make them: each changes something of a community, and leaves it sound."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from story import Story
from town import FILES

from mcsite.model.addresses import LEDGER
from mcsite.shipped import shipped

NAMES = ("breath", "clay", "feet", "harbour", "knees", "morning", "necks", "shoulders", "stairs", "window")
BODIES = ("events/pop-up.md", "events/circle.md", "workshops/desk-posture.md", "people/maren.md", "pages/about.md", "site.md")


@dataclass
class Editor:
    """Someone who edits a site, the same way for the same seed. ``done`` tells what she did."""

    site: Story
    dice: random.Random
    added: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)

    def edit(self) -> str:
        """Change something."""
        deed = self.dice.choice(EDITS)
        said = f"{deed.__name__.replace('_', ' ')}: {deed(self)}"
        self.done.append(said)
        return said

    def replace(self, path: str, old: str, new: str) -> str:
        """Put new words in the place of old ones, which must be there."""
        text = self.site.path(path).read_text("utf-8")
        if old not in text:
            raise ValueError(f"{path} has no {old!r}")
        self.site.write(path, text.replace(old, new, 1))
        return path

    def line(self, path: str, key: str, value: str) -> str:
        """Give a field of front matter, given already, another value."""
        text = self.site.path(path).read_text("utf-8")
        old = next(line for line in text.splitlines() if line.startswith(f"{key}:"))
        return self.replace(path, old, f"{key}: {value}")

    def event(self) -> str:
        """One of the events that were there from the start."""
        return self.dice.choice([path for path in FILES if path.startswith("events/")])

    def word(self) -> str:
        """A word, and a number that makes it new."""
        return f"{self.dice.choice(NAMES)} {len(self.done)}"


def write_a_sentence(editor: Editor) -> str:
    path = editor.dice.choice(BODIES)
    text = editor.site.path(path).read_text("utf-8")
    editor.site.write(path, f"{text}\nMore about {editor.word()}.\n")
    return path


def retitle(editor: Editor) -> str:
    path = editor.dice.choice([path for path in FILES if path.endswith(".md")])
    return editor.line(path, "title", f"About {editor.word()}")


def add_an_event(editor: Editor) -> str:
    path = f"events/{editor.word().replace(' ', '-')}.md"
    day = editor.dice.randint(1, 28)
    repeat = editor.dice.choice(("", "\nrepeat: weekly\ntimes: 3"))
    editor.site.write(path, f"title: {editor.word()}\nstart: 2026-02-{day:02} 10:00\nvenue: park-pavilion\ntags: [{editor.dice.choice(NAMES)}]{repeat}")
    editor.added.append(path)
    return path


def remove_an_event(editor: Editor) -> str:
    if not editor.added:
        return add_an_event(editor)
    path = editor.added.pop(editor.dice.randrange(len(editor.added)))
    editor.site.remove(path)
    editor.site.settings(f"withdrawn: [{path.removesuffix('.md')}/]")
    return path


def rename_an_event(editor: Editor) -> str:
    if not editor.added:
        return add_an_event(editor)
    path = editor.added.pop(editor.dice.randrange(len(editor.added)))
    to = f"events/{editor.word().replace(' ', '-')}-again.md"
    editor.site.rename(path, to)
    editor.added.append(to)
    return to


def move_a_venue(editor: Editor) -> str:
    path = editor.dice.choice(("venues/harbour-cowork.md", "venues/park-pavilion.md"))
    editor.line(path, "address", f"{editor.dice.randint(1, 99)} {editor.word()} Street")
    return editor.line(path, "neighbourhood", editor.dice.choice(("Old Harbour", "Park Side", "Hill")))


def rename_the_site(editor: Editor) -> str:
    return editor.line("site.md", "description", f"Gatherings for {editor.word()}.")


def move_the_site(editor: Editor) -> str:
    return editor.line("site.md", "base_url", f"https://{editor.dice.choice(NAMES)}.example/{editor.dice.choice(('', 'moves/', 'a/b/'))}")


def change_an_asset(editor: Editor) -> str:
    editor.site.write("assets/card.txt", f"Mind your {editor.word()}.\n")
    return "assets/card.txt"


def cancel_a_session(editor: Editor) -> str:
    return editor.line("events/pop-up.md", "cancelled", f"{{2026-02-26: {editor.word()}}}")


def override_a_template(editor: Editor) -> str:
    template = editor.dice.choice(sorted((shipped("themes/default") / "templates").rglob("*.html")))
    name = template.relative_to(shipped("themes/default")).as_posix()
    text = re.sub(r"({%-? block \w+ -?%})", rf"\1{editor.word()}", template.read_text("utf-8"), count=1)
    editor.site.write(f"themes/default/{name}", text)
    return name


def take_an_override_back(editor: Editor) -> str:
    own = sorted((editor.site.root / "themes" / "default").rglob("*.html"))
    if not own:
        return override_a_template(editor)
    own[0].unlink()
    return own[0].name


def lose_an_output_file(editor: Editor) -> str:
    path = editor.dice.choice(sorted(editor.site.files().keys() - {LEDGER}))
    (editor.site.output / "public" / path).unlink()
    return path


def scribble_in_an_output_file(editor: Editor) -> str:
    path = editor.dice.choice(sorted(editor.site.files().keys() - {LEDGER}))
    (editor.site.output / "public" / path).write_bytes(b"scribble")
    return path


def touch_a_file(editor: Editor) -> str:
    path = editor.event()
    editor.site.path(path).touch()
    return path


EDITS: tuple[Callable[[Editor], str], ...] = (
    write_a_sentence, retitle, add_an_event, remove_an_event, rename_an_event, move_a_venue, rename_the_site, move_the_site, change_an_asset, cancel_a_session,
    override_a_template, take_an_override_back, lose_an_output_file, scribble_in_an_output_file, touch_a_file,
)  # fmt: skip

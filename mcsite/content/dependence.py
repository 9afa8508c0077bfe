"""What the reading of one file may depend on besides its own bytes, as digests: keys under which things that were read are remembered."""

from __future__ import annotations

import marshal
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Any

from mcsite.content.options import Options
from mcsite.content.targets import Index
from mcsite.source.files import Found


@dataclass(frozen=True)
class Dependence:
    """The surroundings of every file, for one reading of a site."""

    found: Found
    options: Options
    index: Index

    @cached_property
    def surroundings(self) -> bytes:
        """A digest of all that any event may depend on."""
        files = tuple((file.path, file.slug, file.data) for file in self.found.files if file.kind != "event")
        assets = tuple((asset.path, asset.digest, asset.size) for asset in self.found.assets)
        return digest((files, assets, self.options.base_url))

    @cached_property
    def neighbours(self) -> bytes:
        """A digest of all that a file may depend on whose text leads to events: which there are, and what is gathered from them."""
        index = self.index
        gathered = tuple((kind, tuple(sorted(slugs))) for kind, slugs in sorted(index.gathered.items()))
        return digest((tuple(index.documents), tuple(index.by_name), gathered, tuple(sorted(index.held.items()))))

    @cached_property
    def titles(self) -> bytes:
        """A digest of what others are called, too."""
        titles = tuple((document.path, repr(document.fields.get("title"))) for document in self.index.documents.values())
        return digest((self.neighbours, titles))

    @cached_property
    def places(self) -> bytes:
        """A digest of where the assets lie on this machine."""
        return digest(tuple(asset.source for asset in self.found.assets))


def digest(value: Any) -> bytes:  # noqa: ANN401 - whatever marshal can write
    """Of text, bytes, numbers and collections of them. Equal values have equal digests, whether or not their parts are shared."""
    return blake2b(marshal.dumps(value, 2), digest_size=20).digest()

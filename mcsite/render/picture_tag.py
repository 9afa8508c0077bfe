"""A picture as HTML: the smallest copy that is sharp enough, room kept for it before it comes, and late if it is far down.

Copies are offered by width, and ``sizes`` says how wide the picture will be, so that a telephone fetches a small one before it
knows the styles (HTML Standard 4.8.4, "Images"). The original stays in ``src``, for those who know no WebP.
"""

from __future__ import annotations

from html import escape

from mcsite.model import addresses
from mcsite.model.prose import Picture

COLUMN = "(min-width: 48em) 642px, 92vw"
"""How wide a picture in a column of text is: as wide as the text, on a telephone as the screen without its margins."""


def picture_tag(picture: Picture, base: str, *, title: str = "", sizes: str = "", first: bool = False) -> str:
    """The tag of a picture. ``base`` is what addresses of the site begin with; ``first``: it is seen as soon as the page opens."""
    room = f' width="{picture.width}" height="{picture.height}"' if picture.width and picture.height else ""
    named = f' title="{escape(title)}"' if title else ""
    loading = 'loading="eager" fetchpriority="high"' if first else 'loading="lazy"'
    shown = f'<img src="{escape(base + addresses.spelled(picture.path))}" alt="{escape(picture.alt)}"{named}{room} {loading} decoding="async">'
    if not picture.copies:
        return shown
    copies = ", ".join(f"{base}{addresses.copy_of(picture.copies, width)} {width}w" for width in picture.widths)
    return f'<picture><source type="image/webp" srcset="{escape(copies)}" sizes="{escape(sizes or COLUMN)}">{shown}</picture>'

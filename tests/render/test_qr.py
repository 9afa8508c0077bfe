from io import BytesIO

import pytest
from PIL import Image
from printed import decoded

from mcsite.render.fonts import Fonts
from mcsite.render.print import Sheet, png
from mcsite.render.qr import QUIET, code, data_uri
from mcsite.render.theme_sources import Prints

ALONE = Prints(
    "",
    (
        (
            "alone.typ",
            "alone.typ",
            '#let sheet(d, own-fonts: ()) = { set page(width: d.mm * 1mm, height: d.mm * 1mm, margin: 0pt); image("code.svg", width: 100%) }',
        ),
    ),
)


def _drawn(address, ppi=150):
    made = code(address)
    return Image.open(BytesIO(png(Sheet("alone.typ", {"mm": made.side}, {"code.svg": made.svg}), ALONE, Fonts(), ppi))).convert("L")


@pytest.mark.parametrize(
    "address", ["https://a.example/s/x/", "https://example.github.io/harbour-hands/s/stretch-circle-autumn/", "https://a.example/" + "x" * 200]
)
def test_a_code_printed_at_its_least_size_leads_where_it_says(address):
    assert decoded(_drawn(address)) == [address]


def test_around_a_code_is_its_quiet_zone():
    picture = _drawn("https://a.example/s/x/", 300)
    modules = 25 + 2 * QUIET
    edge = picture.width * QUIET // modules - 2
    assert picture.crop((0, 0, edge, picture.height)).getextrema() == (255, 255)
    assert picture.crop((0, 0, picture.width, edge)).getextrema() == (255, 255)


def test_a_longer_address_is_printed_larger_so_that_its_modules_are_not_too_small():
    assert code("https://a.example/").side == 28
    assert code("https://a.example/" + "x" * 200).side > 28


def test_the_code_of_an_address_on_a_page_needs_no_file():
    assert data_uri("https://a.example/").startswith("data:image/svg+xml")

"""Small PDFs for the tests, written by hand: pages of text in the standard fonts."""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from citekit.model.document import Document
from citekit.readers.reading import read_bytes

FONTS = {
    "plain": "Courier",
    "bold": "Courier-Bold",
    "italic": "Courier-Oblique",
}
THINGS = (
    "tower",
    "wall",
    "river",
    "bridge",
    "market",
    "harbour",
    "council",
    "guild",
    "tax",
    "bell",
)
PEOPLE = ("mason", "clerk", "bishop", "farmer", "judge", "sailor", "weaver", "nun", "king", "smith")
WIDTH = 0.6
"""The width of every letter of these fonts, in their size."""

GREY_PIXEL = (
    b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
    b"/Length 1>>stream\n\x80\nendstream"
)
# Numbers that no password of the test gives: the standard handler of ISO 32000-1, 7.6.3.
ENCRYPTION = b"<</Filter/Standard/V 1/R 2/P -4/O<" + b"12" * 32 + b">/U<" + b"34" * 32 + b">>>"


@dataclass
class Page:
    """A page under construction; coordinates in points from its lower left corner."""

    width: float = 400
    height: float = 600
    corner: float = 0
    """Where the media box begins, to the right and up."""
    is_landscape: bool = False
    """Whether the text runs up the sheet, which is turned to be read."""
    content: list[bytes] = field(default_factory=list)

    def put(self, text: str, x: float, y: float, size: float = 10, font: str = "plain") -> float:
        """Set ``text`` from ``x`` on and return where it ends."""
        quoted = text.encode("cp1252")
        for sign in (b"\\", b"(", b")"):
            quoted = quoted.replace(sign, b"\\" + sign)
        self.content.append(
            b"BT /%s %.2f Tf %s (%s) Tj ET" % (font.encode(), size, self._matrix(x, y), quoted)
        )
        return x + WIDTH * size * len(text)

    def _matrix(self, x: float, y: float) -> bytes:
        if self.is_landscape:
            return b"0 1 -1 0 %.2f %.2f Tm" % (self.height - y, x)
        return b"1 0 0 1 %.2f %.2f Tm" % (x + self.corner, y + self.corner)

    @property
    def entries(self) -> bytes:
        """What the page's dictionary says of its size."""
        if self.is_landscape:
            return b"/Rotate 90/MediaBox[0 0 %.0f %.0f]" % (self.height, self.width)
        far = (self.corner, self.corner, self.corner + self.width, self.corner + self.height)
        return b"/MediaBox[%.0f %.0f %.0f %.0f]" % far

    def marked(self, text: str, x: float, y: float, size: float = 10) -> None:
        """Set ``text``, in which ``^{4}`` is raised and ``_{word}`` in italics."""
        rest = text
        while rest:
            places = [place for sign in ("^{", "_{") if (place := rest.find(sign)) >= 0]
            start = min(places, default=len(rest))
            if start:
                x = self.put(rest[:start], x, y, size)
            if start == len(rest):
                return
            inside, _, after = rest[start + 2 :].partition("}")
            if rest[start] == "^":
                x = self.put(inside, x, y + 0.35 * size, 0.6 * size)
            else:
                x = self.put(inside, x, y, size, "italic")
            rest = after

    def lines(
        self, lines: Sequence[str], x: float, y: float, size: float = 10, leading: float = 12
    ) -> float:
        """Set ``lines`` below one another from ``y`` on and return the next height.

        Blanks at the beginning of a line indent it.
        """
        for line in lines:
            bare = line.lstrip(" ")
            self.marked(bare, x + WIDTH * size * (len(line) - len(bare)), y, size)
            y -= leading
        return y

    def rule(self, x: float, y: float, length: float) -> None:
        """Draw a thin line to the right."""
        self.content.append(b"%.2f %.2f %.2f 0.5 re f" % (x, y, length))

    def picture(self) -> None:
        """Draw a picture over the whole page."""
        self.content.append(b"q %.0f 0 0 %.0f 0 0 cm /scan Do Q" % (self.width, self.height))


def wrapped(text: str, width: int, *, first: str = "", following: str = "") -> list[str]:
    """``text`` in lines of at most ``width`` letters."""
    return textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=following, break_on_hyphens=False
    )


def prose(count: int, start: int = 0) -> str:
    """``count`` sentences, no two of which are alike."""
    return " ".join(
        f"In the year {chr(97 + n % 26)}{chr(97 + n // 26 % 26)} the {PEOPLE[n % 10]}s of the town "
        f"wrote about a {THINGS[n * 7 % 10]} that {PEOPLE[(n * 3 + 1) % 10]}s had built before."
        for n in range(start, start + count)
    )


def make_pdf(
    pages: Sequence[Page],
    *,
    information: Mapping[str, str] | None = None,
    xmp: str = "",
    encrypted: bool = False,
) -> bytes:
    """The bytes of a PDF with ``pages``."""
    fonts = b"".join(
        b"/%s<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>"
        % (name.encode(), font.encode())
        for name, font in FONTS.items()
    )
    objects = [b"", b"", GREY_PIXEL]
    kids = []
    for page in pages:
        stream = b"\n".join(page.content)
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<</Type/Page/Parent 2 0 R%s/Contents %d 0 R"
            b"/Resources<</Font<<%s>>/XObject<</scan 3 0 R>>>>>>"
            % (page.entries, len(objects), fonts)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    catalog = b"<</Type/Catalog/Pages 2 0 R"
    if xmp:
        data = xmp.encode()
        objects.append(
            b"<</Type/Metadata/Subtype/XML/Length %d>>stream\n%s\nendstream" % (len(data), data)
        )
        catalog += b"/Metadata %d 0 R" % len(objects)
    objects[0] = catalog + b">>"
    trailer = b""
    if information:
        entries = b"".join(
            b"/%s<%s>" % (name.encode(), (b"\xfe\xff" + value.encode("utf-16-be")).hex().encode())
            for name, value in information.items()
        )
        objects.append(b"<<%s>>" % entries)
        trailer += b"/Info %d 0 R" % len(objects)
    if encrypted:
        objects.append(ENCRYPTION)
        trailer += b"/Encrypt %d 0 R/ID[<00><00>]" % len(objects)
    return _file(objects, trailer)


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    data = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    end = b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF"
    return data + head + end % (count, trailer, len(data))


def read_pages(*pages: Page) -> Document:
    """The document that these pages make."""
    return read_bytes(make_pdf(pages), "paper.pdf").document


def texts(document: Document) -> list[str]:
    """The texts of the blocks."""
    return [block.text.text for block in document.blocks]

"""PDFium's view of a file: glyphs, rules and declared values; its untyped calls end here.

Source: PDFium's public headers ``fpdfview.h``, ``fpdf_text.h``, ``fpdf_edit.h``, ``fpdf_doc.h``.
Scripts, forms and attachments are never touched.
"""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import pypdfium2_raw as pdfium

from citekit.errors import ReadError
from citekit.readers.pdf.glyphs import PLAIN, Face, Glyph, GlyphPage, Rule, face_of, letter_of

MOST_PAGES = 5_000
MOST_GLYPHS = 60_000
"""The most characters of one page that are read; a page of a newspaper has some 15,000."""

_HIGH_SURROGATES, _LOW_SURROGATES = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_MOST_OBJECTS, _MOST_TEXTS = 20_000, 100_000
_THICKEST_RULE = 2.5
_SHORTEST_RULE = 20.0


class _Style(NamedTuple):
    size: float
    turns: int
    face: Face


class PdfFile:
    """An open PDF."""

    def __init__(self, handle: ctypes.c_void_p) -> None:
        """The PDF that PDFium knows by ``handle``."""
        self._handle = handle

    @property
    def page_count(self) -> int:
        """The number of pages."""
        return int(pdfium.FPDF_GetPageCount(self._handle))

    def declared(self, name: str) -> str:
        """A value of the document information dictionary, such as ``Title``; empty without."""
        length = pdfium.FPDF_GetMetaText(self._handle, name.encode("ascii"), None, 0)
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDF_GetMetaText(self._handle, name.encode("ascii"), buffer, length)
        return buffer.raw.decode("utf-16-le", "replace").rstrip("\0").strip()

    def pages(self) -> Iterator[GlyphPage]:
        """Every page in turn, at most ``MOST_PAGES``; one that is damaged is empty."""
        for index in range(min(self.page_count, MOST_PAGES)):
            page = pdfium.FPDF_LoadPage(self._handle, index)
            if not page:
                yield GlyphPage(index + 1, 0.0, 0.0, (), (), has_images=False, is_cut=False)
                continue
            try:
                yield _read_page(page, index + 1)
            finally:
                pdfium.FPDF_ClosePage(page)


@contextmanager
def open_pdf(data: bytes, path: str) -> Iterator[PdfFile]:
    """The PDF in ``data``, closed afterwards.

    Raises:
        ReadError: it is protected by a password, damaged beyond repair, or encrypted in an
            unknown way.
    """
    pdfium.FPDF_InitLibrary()
    handle = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not handle:
        raise _refusal(path, int(pdfium.FPDF_GetLastError()))
    try:
        yield PdfFile(handle)
    finally:
        pdfium.FPDF_CloseDocument(handle)


def _refusal(path: str, code: int) -> ReadError:
    if code == pdfium.FPDF_ERR_PASSWORD:
        return ReadError(
            f"{path}: the PDF is protected by a password; save a copy without one, e.g. with "
            f"`qpdf --decrypt --password=… {path} copy.pdf`"
        )
    if code == pdfium.FPDF_ERR_SECURITY:
        return ReadError(
            f"{path}: the PDF is encrypted in a way that cannot be read; print it to a new PDF"
        )
    return ReadError(
        f"{path}: the PDF is damaged or cut off; fetch it again, or repair it, e.g. with "
        f"`qpdf {path} mended.pdf`"
    )


def _read_page(page: ctypes.c_void_p, number: int) -> GlyphPage:
    drawn = int(pdfium.FPDFPage_CountObjects(page))
    # PDFium compares the objects of a line with one another.
    text = pdfium.FPDFText_LoadPage(page) if drawn <= _MOST_TEXTS else None
    glyphs: list[tuple[int, Glyph]] = []
    count = 0
    if text:
        try:
            count = int(pdfium.FPDFText_CountChars(text))
            glyphs = list(_glyphs(text, min(count, MOST_GLYPHS)))
        finally:
            pdfium.FPDFText_ClosePage(text)
    frame = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(frame))
    width, height = float(frame.right - frame.left), float(frame.top - frame.bottom)
    rules, has_images = _drawings(page)
    turns = Counter(turn for turn, _ in glyphs)
    upright = turns.most_common(1)[0][0] if turns else 0
    left, bottom = frame.left, frame.bottom
    if upright % 2:
        left, bottom = bottom, left
    kept = tuple(
        _turned(_moved(glyph, left, bottom), turn, width, height)
        for turn, glyph in glyphs
        if turn == upright
    )
    moved = [Rule(r.left - left, r.right - left, r.height - bottom) for r in rules]
    if upright % 2:
        width, height = height, width
    return GlyphPage(
        number,
        width,
        height,
        kept,
        () if upright else tuple(moved),
        has_images=has_images,
        is_cut=count > MOST_GLYPHS or not text,
    )


def _moved(glyph: Glyph, left: float, bottom: float) -> Glyph:
    """``glyph`` measured from the corner of what is shown of the page."""
    if not (left or bottom):
        return glyph
    return glyph._replace(
        left=glyph.left - left, right=glyph.right - left, baseline=glyph.baseline - bottom
    )


def _turned(glyph: Glyph, turns: int, width: float, height: float) -> Glyph:
    """``glyph``, printed ``turns`` quarters to the left, as it is on the page turned upright.

    A glyph that is turned carries its extent along its own line already; see ``_glyphs``.
    """
    match turns:
        case 1:
            return glyph._replace(baseline=width - glyph.baseline)
        case 2:
            left, right = width - glyph.right, width - glyph.left
            return glyph._replace(left=left, right=right, baseline=height - glyph.baseline)
        case 3:
            left, right = height - glyph.right, height - glyph.left
            return glyph._replace(left=left, right=right)
        case _:
            return glyph


def _glyphs(text: ctypes.c_void_p, count: int) -> Iterator[tuple[int, Glyph]]:
    """Every character that stands in the file, with the quarters it is turned to the left."""
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    box_at, x_at, y_at = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    styles: dict[int, _Style] = {}
    key, style = 0, _Style(0.0, 0, PLAIN)
    high = 0
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in {10, 13, 0}:
            continue
        handle = pdfium.FPDFText_GetTextObject(text, index)
        if not handle:
            continue
        if code in _HIGH_SURROGATES:
            high = code  # its partner comes next
            continue
        if high and code in _LOW_SURROGATES:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        address = ctypes.addressof(handle.contents)
        if address != key:
            key = address
            if key not in styles:
                styles[key] = _style_of(text, index, handle)
            style = styles[key]
        pdfium.FPDFText_GetLooseCharBox(text, index, box_at)
        pdfium.FPDFText_GetCharOrigin(text, index, x_at, y_at)
        char = letter_of(code, style.face)
        if style.turns % 2:
            glyph = Glyph(char, box.bottom, box.top, x.value, style.size, style.face)
        else:
            glyph = Glyph(char, box.left, box.right, y.value, style.size, style.face)
        if style.turns >= 0:
            yield style.turns, glyph


def _style_of(text: ctypes.c_void_p, index: int, handle: ctypes.c_void_p) -> _Style:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
    size = float(pdfium.FPDFText_GetFontSize(text, index)) * math.hypot(matrix.c, matrix.d)
    angle = math.degrees(math.atan2(matrix.b, matrix.a)) / 90
    turns = round(angle) % 4 if abs(angle - round(angle)) < 1 / 18 else -1
    return _Style(round(size, 2), turns, _face_of(handle))


def _face_of(handle: ctypes.c_void_p) -> Face:
    font = pdfium.FPDFTextObj_GetFont(handle)
    if not font:
        return PLAIN
    buffer = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 128)
    return face_of(
        buffer.value.decode("latin-1"),
        int(pdfium.FPDFFont_GetFlags(font)),
        int(pdfium.FPDFFont_GetWeight(font)),
    )


def _drawings(page: ctypes.c_void_p) -> tuple[list[Rule], bool]:
    """The horizontal rules of a page, and whether there are pictures on it."""
    rules: list[Rule] = []
    has_images = False
    edges = [ctypes.c_float() for _ in range(4)]
    left, bottom, right, top = edges
    places = [ctypes.byref(edge) for edge in edges]
    for index in range(min(int(pdfium.FPDFPage_CountObjects(page)), _MOST_OBJECTS)):
        handle = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(handle)
        has_images = has_images or kind == pdfium.FPDF_PAGEOBJ_IMAGE
        if kind not in {pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE}:
            continue
        if not pdfium.FPDFPageObj_GetBounds(handle, *places):
            continue
        is_flat = top.value - bottom.value <= _THICKEST_RULE
        if is_flat and right.value - left.value >= _SHORTEST_RULE:
            rules.append(Rule(left.value, right.value, (top.value + bottom.value) / 2))
    return rules, has_images

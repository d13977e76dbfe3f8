"""The characters of RTF: bytes in the code pages of fonts, and units of UTF-16.

Source: Rich Text Format Specification 1.9.1, "Character set" and "Unicode RTF".
"""

import codecs
from dataclasses import dataclass, field

_CODE_PAGES = {
    0: 1252, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258,
    177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250,
}  # fmt: skip
_UTF_8 = 65001
_UNITS = 0x10000


@dataclass(slots=True)
class Characters:
    """Characters on their way from the file to the text; ``skipped`` is what is passed over.

    That is what stands in for a Unicode character for programs that know none.
    """

    encoding: str = "cp1252"
    skipped: int = 0
    _fonts: dict[int, str] = field(default_factory=dict)
    _bytes: bytearray = field(default_factory=bytearray)
    _units: bytearray = field(default_factory=bytearray)

    def set_code_page(self, page: int) -> None:
        """Take ``page`` for the code page of all fonts that say no other."""
        self.encoding = _encoding_of(page, self.encoding)

    def set_charset(self, font: int, charset: int) -> None:
        """Take the code page of ``charset`` for that of ``font``."""
        if charset in _CODE_PAGES:
            self._fonts[font] = _encoding_of(_CODE_PAGES[charset], self.encoding)

    def encoding_of(self, font: int) -> str:
        """The encoding of the bytes in ``font``."""
        return self._fonts.get(font, self.encoding)

    def add_bytes(self, data: bytes) -> None:
        """Take bytes of text, less those that are passed over."""
        cut = min(self.skipped, len(data))
        self.skipped -= cut
        self._bytes += data[cut:]

    def add_unit(self, number: int, fallback: int) -> None:
        """Take a unit of UTF-16, for which the next ``fallback`` bytes stand in."""
        self._units += (number % _UNITS).to_bytes(2, "little")
        self.skipped = fallback

    @property
    def has_bytes(self) -> bool:
        """Whether bytes wait to be decoded."""
        return bool(self._bytes)

    def take_bytes(self, encoding: str) -> str:
        """The text of the bytes so far."""
        text = self._bytes.decode(encoding, "replace")
        self._bytes.clear()
        return text

    def take_units(self) -> str:
        """The text of the units so far; half a pair becomes U+FFFD."""
        text = self._units.decode("utf-16-le", "replace")
        self._units.clear()
        return text


def _encoding_of(page: int, otherwise: str) -> str:
    try:
        return codecs.lookup("utf-8" if page == _UTF_8 else f"cp{page}").name
    except LookupError:
        return otherwise

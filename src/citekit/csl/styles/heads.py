"""What styles tell of themselves, without reading the whole of them."""

from dataclasses import replace
from pathlib import Path

from citekit.csl.reading import read_info
from citekit.csl.reading.xml_elements import NAMESPACE
from citekit.csl.style_nodes import StyleInfo
from citekit.csl.styles.folders import SUFFIX
from citekit.errors import StyleError

_CHUNK = 8192
_LIMIT = 1024 * 1024
_START, _END = b"<info", b"</info>"


def read_head(path: Path) -> bytes:
    """The ``cs:info`` of a style file as it stands there; empty where there is none."""
    try:
        with path.open("rb") as file:
            data = file.read(_CHUNK)
            while _END not in data and len(data) < _LIMIT and (more := file.read(_CHUNK * 8)):
                data += more
    except OSError:
        return b""
    start, end = data.find(_START), data.find(_END)
    return data[start : end + len(_END)] if 0 <= start < end else b""


def head_info(name: str, head: bytes) -> StyleInfo:
    """What a head of ``read_head`` says; nothing but the name where it cannot be read."""
    data = b'<style xmlns="%s" version="1.0">%s</style>' % (NAMESPACE.encode(), head)
    try:
        return replace(read_info(data, f"{name}{SUFFIX}"), name=name)
    except StyleError:
        return StyleInfo(name=name)

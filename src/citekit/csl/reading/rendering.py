"""The rendering elements by name: a new one is a line here and one in the schema."""

from collections.abc import Mapping

from citekit.csl.reading.choose import read_choose, read_group
from citekit.csl.reading.date import read_date
from citekit.csl.reading.names import read_names
from citekit.csl.reading.number import read_label, read_number
from citekit.csl.reading.reader import ReadElement
from citekit.csl.reading.text import read_text

READERS: Mapping[str, ReadElement] = {
    "text": read_text,
    "number": read_number,
    "label": read_label,
    "date": read_date,
    "names": read_names,
    "group": read_group,
    "choose": read_choose,
}

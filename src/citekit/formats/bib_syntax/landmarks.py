"""Which brace closes which and where entries begin, in time linear in the text."""

from array import array
from bisect import bisect_left

from citekit.formats.bib_syntax.nodes import ABSENT
from citekit.formats.bib_syntax.patterns import BRACES, ESCAPES_AND_BRACES, NEXT_HEAD


class Landmarks:
    r"""What parts of the parser look for far ahead in a text, remembered between questions.

    All braces count, ``\{`` too. The first answers are found by going over the group itself.
    Once a brace has turned out to be open, which cost going to the end of the text, all partners
    are written down.

    Source: BibTeX, bibtex.web, sections 253 to 257; a backslash means nothing to it.
    """

    __slots__ = ("_asked", "_closings", "_head", "_is_indexed", "_openings", "_patience", "_text")

    def __init__(self, text: str) -> None:
        """Nothing is looked at yet."""
        self._text = text
        self._openings = array("q")
        self._closings = array("q")
        self._is_indexed = False
        self._patience = 2 * len(text)
        self._asked = self._head = ABSENT

    def index(self) -> None:
        """Write down the partners of all braces, if that is not done yet."""
        if self._is_indexed:
            return
        self._is_indexed = True
        waiting: list[int] = []
        for match in BRACES.finditer(self._text):
            place = match.start()
            if self._text[place] == "{":
                waiting.append(len(self._openings))
                self._openings.append(place)
                self._closings.append(ABSENT)
            elif waiting:
                self._closings[waiting.pop()] = place

    def closing(self, opening: int) -> int:
        """The place of the brace that closes the one at ``opening``, or ``ABSENT``."""
        if self._is_indexed:
            return self._closings[bisect_left(self._openings, opening)]
        depth = 0
        for match in BRACES.finditer(self._text, opening):
            place = match.start()
            depth += 1 if self._text[place] == "{" else -1
            if depth == 0:
                return place
        self.index()
        return ABSENT

    def closing_but_escaped(self, opening: int) -> int:
        """As ``closing``, within the entry and without the braces after a backslash.

        Gives up when looking in vain has cost twice the length of the text.
        """
        limit = self.next_head(opening)
        if self._patience <= 0:
            return ABSENT
        depth = 0
        for match in ESCAPES_AND_BRACES.finditer(self._text, opening, limit):
            letter = match[0]
            if letter in "{}":
                depth += 1 if letter == "{" else -1
                if depth == 0:
                    self._patience -= match.start() - opening
                    return match.start()
        self._patience -= limit - opening
        return ABSENT

    def next_head(self, place: int) -> int:
        """Where the next line that begins with the head of an entry is, or the end of the text.

        The line break and the blanks before the ``@`` are left before it.
        """
        if not self._asked <= place <= self._head:
            match = NEXT_HEAD.search(self._text, place)
            self._asked, self._head = place, match.end() if match else len(self._text)
        return self._head

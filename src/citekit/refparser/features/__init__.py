"""What the tagger sees of a token: one idea per module, listed here in order."""

from citekit.refparser.features.affix import affix
from citekit.refparser.features.emphasis import emphasis
from citekit.refparser.features.enclosure import enclosure
from citekit.refparser.features.feature import LineFeature, WordFeature
from citekit.refparser.features.lexicon import lexicon
from citekit.refparser.features.neighbours import neighbours
from citekit.refparser.features.position import position
from citekit.refparser.features.segment import segment
from citekit.refparser.features.shape import shape
from citekit.refparser.features.spacing import spacing
from citekit.refparser.features.word import word
from citekit.refparser.features.year import year

# Features of a word alone, and the places around a token at which each is seen.
WORD_FEATURES: tuple[WordFeature, ...] = (
    WordFeature("w", word, (-2, -1, 0, 1, 2)),
    WordFeature("a", affix, (0,)),
    WordFeature("s", shape, (-1, 0, 1)),
    WordFeature("c", lexicon, (-2, -1, 0, 1, 2)),
)

# Features of a token in its line.
LINE_FEATURES: tuple[LineFeature, ...] = (
    neighbours,
    spacing,
    position,
    enclosure,
    segment,
    year,
    emphasis,
)

"""The years between which a work is likely to have appeared.

Rules do not ask what day it is: the same file and settings give the same findings for ever. The
last year goes up with each release of the program.
"""

EARLIEST = 1400
"""Before printing; manuscripts and old works are dated so, but rarely by four digits."""

LATEST = 2028
"""Two years after the release: works are announced for the next year, seldom for a later one."""

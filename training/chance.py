"""Chance."""

import random


def chance(rng: random.Random, share: float) -> bool:
    """Whether it happens this time, for what happens in this share of cases."""
    return rng.random() < share

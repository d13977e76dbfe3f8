"""Settings that hold for all tests."""

import os
import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import settings

# In CI a property is tried on the same examples each time: what it finds must belong to the change
# at hand. Everywhere else it looks further with every run.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture
def calls_of() -> Callable[[Callable[[], object]], int]:
    """Counts how many functions, built-in ones included, a piece of work calls.

    Calls grow as time does, but are the same on every machine and in every run.
    """
    return _count_calls


def _count_calls(work: Callable[[], object]) -> int:
    count = 0

    def profile(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count

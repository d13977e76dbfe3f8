"""Settings that hold for all tests."""

import os

from hypothesis import settings

# In CI a property is tried on the same examples each time: what it finds must belong to the change
# at hand. Everywhere else it looks further with every run.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")

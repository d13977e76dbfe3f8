"""Importing this starts the program anew in the project's own environment where that is needed.

The adapter is a command for runners of any kind, who call it with whatever Python they have.
"""

import importlib.util
import os
import sys
from pathlib import Path

_PYTHON = Path(__file__).parents[3] / ".venv" / "bin" / "python"

if importlib.util.find_spec("citekit") is None and _PYTHON.is_file():
    os.execv(_PYTHON, [str(_PYTHON), *sys.argv])  # noqa: S606  # the very same command

"""The cache of ``citekit check``: whether there is one, and where."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from citekit.cli.check_settings import Wishes

if TYPE_CHECKING:
    from citekit.pipeline.checking.result_cache import ResultCache
    from citekit.pipeline.checking.settings_file import SettingsFile


def result_cache(
    named: list[str], file: "SettingsFile", wishes: Wishes, folder: Path | None
) -> "ResultCache | None":
    """Where the results of a run over the paths ``named`` are kept; ``None`` for nowhere.

    That is ``folder``, or what the settings say, or else a folder beside the settings or in the
    one where the command was called. What somebody has asked for is kept in any case, else what
    took its time. On a server (``CI`` is set) only ``folder`` counts: what a checkout brings along
    may be another's work.
    """
    from citekit.pipeline.checking.result_cache import (
        FOLDER,
        WORTH_KEEPING,
        ResultCache,
        cache_key,
    )

    chosen = file.table.get("cache-dir")
    if folder is None and (os.environ.get("CI") or file.table.get("cache") is False):
        return None
    is_asked_for = folder is not None or isinstance(chosen, str) or "cache" in file.table
    beside = file.path.parent if file.path is not None else Path()
    place = folder or beside / (chosen if isinstance(chosen, str) else FOLDER)
    return ResultCache(
        place,
        cache_key(named, wishes, str(file.path), dict(file.table)),
        tuple(named),
        0.0 if is_asked_for else WORTH_KEEPING,
    )

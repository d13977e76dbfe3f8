"""A progress line on a terminal, once work has taken longer than a second."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_PATIENCE = 1.0


@contextmanager
def progress(total: int, *, quiet: bool = False) -> Iterator[Callable[[str], None]]:
    """A function to call with the name of each of ``total`` things before work on it.

    It shows nothing unless stderr is a terminal, nor in the first second; rich is not even
    imported before.
    """
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    shown = _Shown(total)
    try:
        yield shown.step
    finally:
        shown.close()


class _Shown:
    """The state of one progress line."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._begun = time.monotonic()
        self._advance: Callable[[str], None] | None = None
        self._stop: Callable[[], None] | None = None

    def step(self, name: str) -> None:
        if self._advance is None and time.monotonic() - self._begun > _PATIENCE:
            self._show()
        if self._advance is not None:
            self._advance(name)
        self._done += 1

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        bar = Progress(
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.description}", markup=False),
            console=Console(stderr=True),
            transient=True,
        )
        task = bar.add_task("", total=self._total, completed=self._done)
        bar.start()
        self._stop = bar.stop
        self._advance = lambda name: bar.update(task, completed=self._done, description=name)

    def close(self) -> None:
        if self._stop is not None:
            self._stop()

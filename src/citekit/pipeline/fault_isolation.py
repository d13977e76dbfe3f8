"""A fault of ours in one document is a failure of that document, and stops no other.

This and the last guard of the command line are the only places that catch every exception; why is
told in docs/decisions/0011-fault-isolation.md.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no result for a task."""

    reason: str
    remedy: str


def isolated(work: Callable[[Task], Result], task: Task) -> Result | Failure:
    """What ``work`` makes of ``task``; whatever it raises becomes a ``Failure``.

    ``KeyboardInterrupt`` and ``SystemExit`` pass: they are no faults.
    """
    try:
        return work(task)
    except MemoryError:
        return Failure("it takes more memory than a file may", "Split the file and try its parts.")
    except Exception as error:  # noqa: BLE001 - the one place for it: see the record named above
        return Failure(f"internal error: {type(error).__name__}: {error}", "Please report it.")

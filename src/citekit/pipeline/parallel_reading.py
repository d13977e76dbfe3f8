"""Work on many files at once: in processes, in order, and none stopping the others."""

import pickle
import signal
import sys
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing import connection, get_all_start_methods, get_context
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from citekit.pipeline.fault_isolation import Failure, isolated

Task = TypeVar("Task")
Result = TypeVar("Result")

MOST_MEMORY = 4 * 2**30
"""The bytes of address space that one process may take, where the system has such a limit."""

# What a process keeps between files (caches, what C libraries leak) goes with it after so many.
_MOST_TASKS = 250
# So many results for each process may wait for an earlier one that is slow.
_WAITING = 8


def in_processes(
    work: Callable[[Task], Result], tasks: Sequence[Task], *, jobs: int, timeout: float
) -> Generator[Result | Failure, None, None]:
    """What ``work`` makes of each of ``tasks``, in their order, by ``jobs`` processes.

    A task that raises, ends its process, takes more than ``timeout`` seconds or more than
    ``MOST_MEMORY`` gives a ``Failure``. ``work`` must be a function of a module; tasks and results
    are pickled. No process outlives the iterator.
    """
    pool = _Pool(work, tasks, min(jobs, len(tasks)), timeout)
    try:
        yield from pool.results()
    finally:
        for worker in pool.workers:
            worker.end()


@dataclass(slots=True)
class _Worker:
    """A process with the task that it is at, an index, and the time by which it must be done."""

    process: BaseProcess
    pipe: Connection
    task: int | None = None
    deadline: float = 0.0
    served: int = 0

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.process.close()
        self.pipe.close()


class _Pool(Generic[Task, Result]):
    def __init__(
        self, work: Callable[[Task], Result], tasks: Sequence[Task], jobs: int, timeout: float
    ) -> None:
        self._work = work
        self._tasks = tasks
        self._timeout = timeout
        self._window = jobs * _WAITING
        self._context = _context(work)
        self._done: dict[int, bytes | Failure] = {}
        self._jobs = jobs
        self.workers: list[_Worker] = []

    def results(self) -> Iterator[Result | Failure]:
        for _ in range(self._jobs):
            self.workers.append(_started(self._context, self._work))
        given, begun = 0, 0
        while given < len(self._tasks):
            last = min(len(self._tasks), given + self._window)
            for place, worker in enumerate(self.workers):
                if worker.task is None and begun < last:
                    self._begin(place, begun)
                    begun += 1
            self._gather()
            while given in self._done:
                done = self._done.pop(given)
                given += 1
                yield done if isinstance(done, Failure) else pickle.loads(done)  # noqa: S301 - our own process's

    def _begin(self, place: int, task: int) -> None:
        if self.workers[place].served >= _MOST_TASKS or not self.workers[place].process.is_alive():
            self._replace(place)
        worker = self.workers[place]
        worker.task, worker.deadline = task, time.monotonic() + self._timeout
        worker.served += 1
        try:
            worker.pipe.send(self._tasks[task])
        except OSError:
            self._lose(place, _crash(worker.process))

    def _gather(self) -> None:
        """Wait for the next process that is done, has ended, or must be."""
        busy = [worker for worker in self.workers if worker.task is not None]
        if not busy:
            return
        patience = max(0.0, min(worker.deadline for worker in busy) - time.monotonic())
        ready = connection.wait([worker.pipe for worker in busy], patience)
        for place, worker in enumerate(self.workers):
            if worker.task is None:
                continue
            if worker.pipe in ready:
                self._receive(place)
            elif worker.deadline <= time.monotonic():
                self._lose(place, _late(self._timeout))

    def _receive(self, place: int) -> None:
        worker = self.workers[place]
        try:
            answer: bytes | Failure = worker.pipe.recv()
        except (EOFError, OSError):
            self._lose(place, _crash(worker.process))
            return
        if worker.task is not None:
            self._done[worker.task] = answer
        worker.task = None

    def _lose(self, place: int, failure: Failure) -> None:
        task = self.workers[place].task
        if task is not None:
            self._done[task] = failure
        self._replace(place)

    def _replace(self, place: int) -> None:
        self.workers[place].end()
        self.workers[place] = _started(self._context, self._work)


def _context(work: Callable[[Task], Result]) -> BaseContext:
    """How processes start: as forks of a server that has no threads, else each anew."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([work.__module__])
    return context


def _started(context: BaseContext, work: Callable[[Task], Result]) -> _Worker:
    ours, theirs = context.Pipe()
    # The members of contexts differ by platform, so the base class does not declare it.
    process: BaseProcess = context.Process(  # type: ignore[attr-defined]
        target=_serve, args=(theirs, work), daemon=True
    )
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _serve(pipe: Connection, work: Callable[[Task], Result]) -> None:
    """The life of a process: tasks come, results go, until the pipe is closed."""
    # An interrupt of the terminal goes to all processes; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    while True:
        try:
            task: Task = pipe.recv()
        except (EOFError, OSError):
            return
        pipe.send(isolated(partial(_pickled, work), task))


def _pickled(work: Callable[[Task], Result], task: Task) -> bytes:
    """The result as it is sent; made here, so that what cannot be sent is a failure too."""
    return pickle.dumps(work(task), pickle.HIGHEST_PROTOCOL)


def _late(timeout: float) -> Failure:
    return Failure(f"not done after {timeout:g} s", "Split the file, or give a longer --timeout.")


def _crash(process: BaseProcess) -> Failure:
    process.join(1)
    return Failure(
        f"reading it ended the process (exit status {process.exitcode})",
        "Check the file in another program; if it opens there, please report this.",
    )


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - there is none on Windows

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = MOST_MEMORY if hard == resource.RLIM_INFINITY else min(MOST_MEMORY, hard)
        try:
            resource.setrlimit(resource.RLIMIT_AS, (most, hard))
        except (OSError, ValueError):  # macOS has the limit in name only
            return

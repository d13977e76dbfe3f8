"""Files are taken apart by several processes as by one, and none stops the others."""

import multiprocessing
import os
import time
from pathlib import Path

import pytest

from citekit.finder.finding import Findings, find
from citekit.model.diagnostic import Severity
from citekit.model.document import Document
from citekit.pipeline.extracting import Source, extract
from citekit.pipeline.fault_isolation import Failure
from citekit.pipeline.parallel_reading import MOST_MEMORY, in_processes

NOTE = "A claim.<sup>1</sup>\n\n---\n\n<sup>1</sup> {}, “{}”, *Meridian*, 49:3, 200{}, 4.\n"


def misbehave(task: str) -> str:
    """Do as ``task`` says; anything else comes back in capitals."""
    match task:
        case "crash":
            os._exit(9)
        case "hang":
            time.sleep(60)
        case "raise":
            raise ValueError(task)
        case "swell":
            return str(len(bytearray(2 * MOST_MEMORY)))
        case "slow":
            time.sleep(0.2)
        case _:
            pass
    return task.upper()


def outcomes(tasks: list[str], jobs: int = 2, timeout: float = 30) -> list[str | Failure]:
    return list(in_processes(misbehave, tasks, jobs=jobs, timeout=timeout))


def test_results_come_in_the_order_of_the_tasks() -> None:
    tasks = ["slow", *"abcdefghijklmnopqrstuvwxyz"]
    assert outcomes(tasks) == [task.upper() for task in tasks]
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize(
    ("task", "reason"),
    [("crash", "exit status 9"), ("hang", "not done after 5 s"), ("raise", "ValueError: raise")],
)
def test_what_happens_to_one_task_happens_to_no_other(task: str, reason: str) -> None:
    before, failure, *after = outcomes(["a", task, "b", "c"], jobs=1, timeout=5)
    assert isinstance(failure, Failure)
    assert reason in failure.reason
    assert failure.remedy
    assert [before, *after] == ["A", "B", "C"]


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="no limit of memory")  # noqa: PTH110
def test_memory_is_bounded() -> None:
    failure, after = outcomes(["swell", "a"], jobs=1)
    assert isinstance(failure, Failure)
    assert "memory" in failure.reason
    assert after == "A"


def test_no_process_outlives_results_that_nobody_wants() -> None:
    results = in_processes(misbehave, ["a", "hang", "hang"], jobs=2, timeout=60)
    assert next(results) == "A"
    results.close()
    assert multiprocessing.active_children() == []


def test_no_tasks_need_no_process() -> None:
    assert outcomes([]) == []


def test_a_process_is_replaced_before_it_grows_old(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("citekit.pipeline.parallel_reading._MOST_TASKS", 2)
    assert outcomes(list("abcde"), jobs=1) == list("ABCDE")


def test_processes_give_what_one_gives(tmp_path: Path) -> None:
    for number, (name, title) in enumerate([("Mara Voss", "Rivers"), ("Ole Berg", "Harbours")] * 3):
        (tmp_path / f"{number}.md").write_text(NOTE.format(name, title, number % 2), "utf-8")
    (tmp_path / "3.pdf").write_bytes(b"%PDF-1.7\n\x00\xff")
    (tmp_path / "4.txt").write_bytes(b"")
    sources: list[Path | Source] = [tmp_path, Source("<stdin>", NOTE.format("X", "Y", 3).encode())]
    steps: list[str] = []
    assert extract(sources, jobs=2, progress=steps.append) == extract(sources)
    assert [Path(step).name for step in steps][-2:] == ["5.md", "<stdin>"]
    assert len(steps) == 9


def test_a_fault_of_ours_in_one_of_several_files_is_its_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(document: Document) -> Findings:
        if document.path == "bad.md":
            raise RuntimeError("lost")
        return find(document)

    monkeypatch.setattr("citekit.pipeline.extracting.find", fail)
    text = NOTE.format("Mara Voss", "Rivers", 5).encode()
    found = extract([Source("bad.md", text), Source("good.md", text)])
    (failed,) = [d for d in found.diagnostics if d.severity is Severity.ERROR]
    assert (failed.code, failed.path) == ("failed-document", "bad.md")
    assert "RuntimeError: lost" in failed.message
    assert len(found.references) == 1

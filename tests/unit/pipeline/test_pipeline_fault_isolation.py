"""What work raises becomes a failure of its task; an interrupt still ends everything."""

import pytest

from citekit.pipeline.fault_isolation import Failure, isolated


def raising(error: BaseException) -> str:
    raise error


def test_what_goes_well_comes_back_as_it_is() -> None:
    assert isolated(str.upper, "a") == "A"


@pytest.mark.parametrize(
    ("error", "reason", "remedy"),
    [
        (ValueError("a bug"), "internal error: ValueError: a bug", "Please report it."),
        (RecursionError("deep"), "internal error: RecursionError: deep", "Please report it."),
        (
            MemoryError(),
            "it takes more memory than a file may",
            "Split the file and try its parts.",
        ),
    ],
)
def test_a_fault_is_told_with_what_to_do(error: Exception, reason: str, remedy: str) -> None:
    assert isolated(raising, error) == Failure(reason, remedy)


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
def test_what_is_meant_to_end_everything_passes(error: type[BaseException]) -> None:
    with pytest.raises(error):
        isolated(raising, error())

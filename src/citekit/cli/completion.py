"""``citekit completion``: the script that lets a shell complete commands and options."""

from enum import StrEnum
from typing import Annotated

import typer

from citekit.cli.exit_status import FINE
from citekit.cli.overview import COMPLETE
from citekit.cli.streams import write_data


class Shell(StrEnum):
    """The shells that a script can be made for."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


def command(
    shell: Annotated[Shell, typer.Argument(metavar="SHELL", help="bash, zsh or fish.")],
) -> int:
    """Print the completion script of a shell; source it from the shell's start-up file."""
    from typer._completion_shared import get_completion_script

    script = get_completion_script(prog_name="citekit", complete_var=COMPLETE, shell=shell.value)
    write_data(script.rstrip("\n") + "\n", None)
    return FINE

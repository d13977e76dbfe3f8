"""The typer application: one command a module, imported when it is called for."""

import os
from collections.abc import Sequence
from importlib import import_module

import typer
from typer._completion_classes import completion_init

from citekit.cli.exit_status import FINE, WRONG
from citekit.cli.overview import COMMANDS, COMPLETE, overview
from citekit.cli.streams import say
from citekit.errors import CitekitError

_SETTINGS = {"help_option_names": ["-h", "--help"]}


def run(arguments: Sequence[str]) -> int:
    """Run the command line of ``arguments`` and give its exit status.

    An error of citekit's own is a message and status 2.
    """
    if COMPLETE in os.environ:
        # Typer registers the shells only when it offers completion options of its own.
        completion_init()
    try:
        result = _application(arguments)(
            args=list(arguments), prog_name="citekit", standalone_mode=False
        )
    except CitekitError as error:
        _complain(str(error))
        return WRONG
    except KeyboardInterrupt:
        _complain("interrupted")
        return 128 + 2  # as a shell reports SIGINT
    except Exception as error:  # noqa: BLE001 - the last guard of the command line
        return _refused(error)
    return result if isinstance(result, int) else FINE


def _refused(error: Exception) -> int:
    """The status for what typer itself raises; anything else is a fault of ours."""
    show = getattr(error, "show", None)
    status = getattr(error, "exit_code", WRONG)
    if callable(show):
        show()
    elif not hasattr(error, "exit_code"):
        _complain(f"internal error: {type(error).__name__}: {error}; please report it")
        if os.environ.get("CITEKIT_DEBUG"):
            raise error
    return int(status) if isinstance(status, int) else WRONG


def _application(arguments: Sequence[str]) -> typer.Typer:
    """The application with the called command, or with all where none is named."""
    app = typer.Typer(
        help=overview().splitlines()[0],
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        no_args_is_help=True,
        context_settings=_SETTINGS,
    )
    named = [command for command in COMMANDS if arguments[:1] == [command.name]]
    for command in named or COMMANDS:
        module = import_module(f"citekit.cli.{command.module}")
        app.command(command.name, help=command.summary)(module.command)

    @app.callback()
    def _group() -> None:
        """Keep the name of a command even where only one is loaded."""

    return app


def _complain(message: str) -> None:
    say(f"citekit: {message}".split("\n"))

"""Lines as compilers print them, which editors know how to jump from."""

from citekit.checker.reporters.report import Report, printable
from citekit.model.diagnostic import Severity

_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def write_errorformat(report: Report) -> str:
    """``file:line:column: severity: message [CODE]``, the form of GCC.

    Vim's ``errorformat`` reads it as it is set by default, and so do Emacs and most editors.
    """
    return "".join(
        f"{one.path}:{one.line}:{one.column}: {_WORDS.get(one.severity, 'note')}:"
        f" {printable(one.message)} [{one.code}]\n"
        for one in report.findings
    )

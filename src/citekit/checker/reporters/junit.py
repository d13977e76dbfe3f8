"""Findings as failed tests, which every CI server shows."""

from itertools import groupby

from citekit.checker.reporters.report import Report, printable


def write_junit(report: Report) -> str:
    """A test suite for each file, a failed test for each finding in it; one that passed if none.

    Source: the JUnit XML that Jenkins and GitLab read.
    """
    from lxml import etree  # noqa: PLC0415 - slow to import, and of use in this format alone

    root = etree.Element("testsuites", name="citekit")
    groups = [(path, list(group)) for path, group in groupby(report.findings, lambda f: f.path)]
    for path, findings in groups:
        suite = etree.SubElement(
            root,
            "testsuite",
            name=_xml(path),
            tests=str(len(findings)),
            failures=str(len(findings)),
            errors="0",
        )
        for one in findings:
            case = etree.SubElement(
                suite,
                "testcase",
                name=f"{one.code} {one.name}",
                classname=_xml(path),
                file=_xml(path),
                line=str(one.line),
            )
            failure = etree.SubElement(
                case, "failure", message=_xml(one.message), type=one.severity.value
            )
            failure.text = _xml(f"{path}:{one.line}:{one.column}: {one.message}\n") + _xml(
                one.problem.hint
            )
    if not groups:
        suite = etree.SubElement(
            root, "testsuite", name="citekit", tests="1", failures="0", errors="0"
        )
        etree.SubElement(suite, "testcase", name="no findings", classname="citekit")
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return written.decode("utf-8")


def _xml(text: str) -> str:
    """``text`` in one line, without characters that XML cannot hold."""
    return "".join(letter for letter in printable(text) if letter.isprintable())

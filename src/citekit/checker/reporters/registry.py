"""All reporters."""

from citekit.checker.reporters.concise import write_concise
from citekit.checker.reporters.errorformat import write_errorformat
from citekit.checker.reporters.full import write_full
from citekit.checker.reporters.github import write_github
from citekit.checker.reporters.gitlab import write_gitlab
from citekit.checker.reporters.json_report import write_json, write_jsonl
from citekit.checker.reporters.junit import write_junit
from citekit.checker.reporters.report import Reporter
from citekit.checker.reporters.sarif import write_sarif

REPORTERS: tuple[Reporter, ...] = (
    Reporter("full", "with the line, carets below what is meant, and the remedy", write_full),
    Reporter("concise", "file:line:column: CODE message", write_concise),
    Reporter("json", "a list of objects", write_json),
    Reporter("jsonl", "an object a line", write_jsonl),
    Reporter("github", "commands of GitHub Actions", write_github),
    Reporter("gitlab", "GitLab's report of code quality", write_gitlab),
    Reporter("junit", "failed tests in JUnit's XML", write_junit),
    Reporter("sarif", "SARIF 2.1.0", write_sarif),
    Reporter("errorformat", "file:line:column: severity: message, for editors", write_errorformat),
)

"""Running the command line inside the tests' own process."""

from typer.testing import CliRunner

from build_edition.cli import app

RUNNER = CliRunner()


def run(*arguments: str, stdin: bytes | None = None) -> tuple[int, str, str]:
    """The exit code, standard output and standard error of a command."""
    result = RUNNER.invoke(app, arguments, input=stdin)
    return result.exit_code, result.stdout, result.stderr

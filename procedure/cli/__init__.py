"""The command line: each command is a function that returns an exit status.

0 as expected; 1 a finding that the scenario does not announce; 2 the files or the command line are wrong in form;
3 a bug of ours; 130 interrupted.
"""

import os
import sys
from importlib import import_module
from typing import Any

import click

from procedure.errors import ProcedureError
from procedure.version import VERSION

COMMANDS = {
    "replay": ("procedure.cli.replay", "Replay a log and judge every act."),
    "explain": ("procedure.cli.replay", "Explain one act of a log in full."),
    "check": ("procedure.cli.check", "Check scenarios: their form, and what they expect."),
    "due": ("procedure.cli.due", "What may, must and cannot yet be done on a day."),
    "cite": ("procedure.cli.cite", "What a norm says on a day, how well it is known, where it is used."),
    "law-diff": ("procedure.cli.law_diff", "What the law says otherwise on one day than on another."),
    "compare": ("procedure.cli.compare", "What changes from one log, law or reading to another."),
    "lesson": ("procedure.cli.lesson", "Play the lesson of a scenario, or write it for Moodle, QTI or Anki."),
    "sweep": ("procedure.cli.sweep", "Where the answer changes when votes, days, law or readings vary."),
    "new": ("procedure.cli.new", "Write a commented scenario to start from."),
    "timetable": ("procedure.cli.timetable", "Every date that the law gives, with the days counted."),
    "audit": ("procedure.cli.audit", "Published tables of results, recomputed: what does not add up."),
    "report": ("procedure.cli.report", "A replay as one page to be read, cited and printed."),
    "draw": ("procedure.cli.draw", "A procedure as a diagram, with citations on its edges."),
    "schema": ("procedure.cli.schema", "The JSON Schema of a kind of file, for an editor."),
    "list": ("procedure.cli.listing", "Countries, procedures and scenarios on file."),
}


NAMES = {"list": "list_", "law-diff": "law_diff"}
"""The functions whose names differ from their commands."""


def _speak(context: click.Context, parameter: click.Parameter, language: str | None) -> None:
    """Keep the language asked for, where the commands find it."""
    if language is not None:
        context.find_root().obj = language


_LANGUAGE = click.Option(
    ["--lang"],
    type=click.Choice(["en", "ru", "kk"]),
    expose_value=False,
    is_eager=True,
    callback=_speak,
    help="The language: English, Russian or Kazakh; else as PROCEDURE_LANG or the locale says.",
)


class _Context(click.Context):
    """A context that tells its command's help in the language asked for."""

    def make_formatter(self) -> click.HelpFormatter:
        from procedure.cli.help import formatter

        return formatter(self)

    def get_help(self) -> str:
        from procedure.cli.help import translated

        return translated(self).get_help(self)


class _Commands(click.Group):
    """A group that imports a command only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[name][0]), NAMES.get(name, name))
        if _LANGUAGE not in command.params:
            command.params.append(_LANGUAGE)
        command.context_class = _Context
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from procedure.cli.help import help_of

        with formatter.section("Commands"):
            told = help_of(ctx).commands
            formatter.write_dl([(name, told.get(name, help)) for name, (_, help) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        from procedure.nearest import nearest

        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            ctx.fail(f"no command '{args[0]}'; {nearest(args[0], COMMANDS)}")
        return super().resolve_command(ctx, args)


@click.group(
    "procedure",
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(VERSION, prog_name="procedure")
@click.option(
    "-v", "--log", "log", is_flag=True, help="Write the log of acts heard and findings made to standard error."
)
def commands(log: bool) -> None:
    """Say of every step of a parliamentary procedure whether it was lawful, under which norm, and why not."""
    if log:
        import structlog

        structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))


commands.params.append(_LANGUAGE)
commands.context_class = _Context


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        status: Any = commands.main(arguments, prog_name="procedure", standalone_mode=False)
        sys.stdout.flush()
        return int(status or 0)
    except ProcedureError as error:
        click.echo(str(error), err=True)
        if error.diagnostics:
            from procedure.cli.common import tell

            click.echo(tell("faults", number=len(error.diagnostics)), err=True)
        return 2
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "", err=True)
        return 2
    except click.ClickException as error:
        error.show()
        return 2
    except (KeyboardInterrupt, click.Abort):
        click.echo("interrupted", err=True)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:
        import traceback

        traceback.print_exc()
        click.echo("this is a bug in procedure, not in your file; please report it with the lines above", err=True)
        return 3

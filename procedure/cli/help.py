"""The help of the command line in the language asked for; in code it stands in English."""

import os
from collections.abc import Iterable, Mapping
from copy import copy
from importlib import import_module

import click
from attrs import field

from procedure.values import frozen


@frozen
class Help:
    """Help in one language: `commands` in a line each, `texts` by command and `command.parameter`, `words` of click."""

    commands: Mapping[str, str] = field(factory=dict)
    texts: Mapping[str, str] = field(factory=dict)
    words: Mapping[str, str] = field(factory=dict)

    def told(self, text: str) -> str:
        """A text of click's own with its fixed words in this language."""
        for english, other in self.words.items():
            text = text.replace(english, other)
        return text

    def parameter(self, command: str, parameter: click.Parameter) -> click.Parameter:
        """A parameter with its help in this language; as it is where it has none."""
        key = parameter_key(command, parameter)
        if not isinstance(parameter, click.Option) or key not in self.texts:
            return parameter
        translated = copy(parameter)
        translated.help = self.texts[key]
        return translated


def parameter_key(command: str, parameter: click.Parameter) -> str:
    """Where the help of a parameter stands; `--lang` is the same everywhere."""
    return "lang" if parameter.name == "lang" else f"{command}.{parameter.name}"


class _Formatter(click.HelpFormatter):
    """Writes help with click's own headings and remarks in the language of the reader."""

    help = Help()

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, self.help.told(args), self.help.told("Usage:") + " " if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        super().write_heading(self.help.told(heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(term, self.help.told(text)) for term, text in rows], col_max, col_spacing)


def formatter(context: click.Context) -> click.HelpFormatter:
    """What writes help, in the language asked for."""
    found = _Formatter(width=context.terminal_width, max_width=context.max_content_width)
    found.help = help_of(context)
    return found


def translated(context: click.Context) -> click.Command:
    """The command of a context with its help in the language asked for."""
    help, name = help_of(context), context.command.name or ""
    command = copy(context.command)
    command.help = help.texts.get(name, command.help)
    command.params = [help.parameter(name, each) for each in command.params]
    return command


def help_of(context: click.Context) -> Help:
    """The help in the language asked for on the command line or by the environment."""
    from procedure.cli.common import preferred

    return help_in(str(context.find_root().obj or preferred(os.environ)))


def help_in(language: str) -> Help:
    """The help in a language; none in English, where the code has it."""
    if language == "en":
        return Help()
    found: Help = Help(*import_module(f"procedure.words.{language}.help").HELP)
    return found

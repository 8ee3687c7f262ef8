"""The command line: which command is wanted, and how its failures are told.

Exit 0 when the work was done, 2 on bad arguments or bad input, 1 when something failed.
"""

import argparse
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import NoReturn, Protocol, TextIO, cast

from bot.settings import Settings, misspelt
from domain.problems import NoPlan, Problem, StoreUnavailable, UnknownPlan
from handlers.wording import sentence

SERVING = ("check", "run")  # the commands that are about what is set
DONE, FAILED, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130

COMMANDS = {
    "demo": "try the bot in this terminal, with no token and no server",
    "import": "read a plan document and store it",
    "read": "explain how a message would be understood; writes nothing",
    "preview": "everything the bot would send in a span of time, and to whom",
    "status": "how a plan, a section, a group or an action stands",
    "words": "what this workspace means by words of its own",
    "export": "write a plan out again, with how each action stands now",
    "key": "make a key that tokens are encrypted with where they are kept",
    "slack": "the manifest to make the Slack app with",
    "teams": "the app that a Teams administrator uploads",
    "undelivered": "the messages that were given up, and why",
    "check": "what is configured, what is missing and how to get it",
    "run": "serve the platforms that are configured, and the scheduler",
}


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where a command reads and writes."""

    stdin: TextIO | None
    out: TextIO
    err: TextIO


class Command(Protocol):
    """What each module of bot.commands offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, given: argparse.Namespace, settings: Settings, terminal: Terminal) -> int: ...


class Parser(argparse.ArgumentParser):
    """An argument parser that complains in one sentence."""

    def error(self, message: str) -> NoReturn:
        self.exit(BAD_INPUT, f"{self.prog}: {message}. See {self.prog} --help.\n")


def run(arguments: Sequence[str], environment: Mapping[str, str], terminal: Terminal) -> int:
    """Run one command and return its exit code. Prints no traceback unless --debug is given."""
    debug = "--debug" in arguments
    try:
        given = _parser(arguments).parse_args(arguments)
        for name, meant in misspelt(environment).items() if given.command in SERVING else ():
            print(f"{name} is no setting of Planbot’s; is {meant} meant?", file=terminal.err)
        return _command(given.command).run(given, Settings.read(environment), terminal)
    except SystemExit as stop:  # argparse has said why
        return stop.code if isinstance(stop.code, int) else BAD_INPUT
    except Problem as problem:
        return _complain(_told(problem), _code(problem), debug, terminal)
    except BrokenPipeError:
        return DONE  # whoever was reading has seen enough
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the edge: a fault of ours is told, not shown
        told = f"Sorry, something went wrong on my side ({type(error).__name__})."
        return _complain(f"{told} Add --debug to see where.", FAILED, debug, terminal)


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    parser = Parser(
        prog="planbot",
        description="Holds each officer’s actions from the partnership’s plan.",
        epilog="Try it: planbot demo",
    )
    commands = parser.add_subparsers(
        dest="command", required=True, metavar="COMMAND", parser_class=Parser
    )
    for name, what in COMMANDS.items():
        command = commands.add_parser(
            name, help=what, description=what, formatter_class=argparse.RawDescriptionHelpFormatter
        )
        command.add_argument("--debug", action="store_true", help="show the traceback of a fault")
        if name in arguments:  # a command's module is loaded only when it is wanted
            _command(name).add_arguments(command)
    return parser


def _command(name: str) -> Command:
    module = {"import": "importing"}.get(name, name)
    return cast(Command, import_module(f"bot.commands.{module}"))


def _told(problem: Problem) -> str:
    """The sentence for people, with the command that helps where there is one."""
    match problem:
        case NoPlan():
            return "No plan has been read in yet: planbot import FILE."
        case UnknownPlan(known=()):
            return f"{sentence(problem).removesuffix('.')}: planbot import FILE."
        case _:
            return sentence(problem)


def _code(problem: Problem) -> int:
    return FAILED if isinstance(problem, StoreUnavailable | NoPlan) else BAD_INPUT


def _complain(told: str, code: int, debug: bool, terminal: Terminal) -> int:
    if debug:
        traceback.print_exc(file=terminal.err)
    print(f"planbot: {told}", file=terminal.err)
    return code

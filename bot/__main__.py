"""Starts planbot: the one place that reads the environment."""

import io
import os
import sys

from bot.cli import Terminal, run


def main() -> None:
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that has no “✓” still gets the words
    terminal = Terminal(stdin=sys.stdin, out=sys.stdout, err=sys.stderr)
    sys.exit(run(sys.argv[1:], os.environ, terminal))


if __name__ == "__main__":
    main()

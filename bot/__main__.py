"""Starts planbot: the one place that reads the environment."""

import os
import sys

from bot.cli import Terminal, run


def main() -> None:
    terminal = Terminal(stdin=sys.stdin, out=sys.stdout, err=sys.stderr)
    sys.exit(run(sys.argv[1:], os.environ, terminal))


if __name__ == "__main__":
    main()

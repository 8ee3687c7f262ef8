"""Outside of that network: see that all is there, start it, and carry the page across."""

import asyncio
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tests.playground.bridge import to_socket
from tests.tree import ROOT

PACKAGE = "@microsoft/m365agentsplayground"
CLI = ROOT / "node_modules" / PACKAGE / "cli.js"
PORT = 56150


def missing() -> Iterator[str]:
    """What it takes and is not there, with what to do."""
    if shutil.which("unshare") is None:
        yield "unshare, which makes a network of its own: Linux has it in util-linux."
    if shutil.which("node") is None:
        yield "node, 20 or newer, which runs the Playground."
    if not CLI.exists():
        yield (
            f"Microsoft's Agents Playground. It is not part of Planbot, and its licence is for "
            f"evaluation: read that, and then run  npm install --no-save {PACKAGE}"
        )


async def main() -> int:
    lacking = list(missing())
    if lacking:
        sys.stderr.write("".join(f"teams-playground needs {each}\n" for each in lacking))
        return 2
    with tempfile.TemporaryDirectory(prefix="planbot-playground-") as folder:
        command = [sys.executable, "-m", "tests.playground.inside", folder, str(CLI)]
        inside = await asyncio.create_subprocess_exec("unshare", "-rn", *command, cwd=ROOT)
        server = await asyncio.start_server(to_socket(Path(folder) / "page"), "127.0.0.1", PORT)
        sys.stdout.write(f"http://127.0.0.1:{PORT} shows it as soon as it is ready. Ctrl-C ends.\n")
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, inside.terminate)
        try:
            return await inside.wait()
        finally:
            server.close()
            with suppress(ProcessLookupError):
                inside.terminate()


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        sys.exit(asyncio.run(main()))

"""`planbot run` as a process: it starts, is healthy, and stops when it is told to."""

import json
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tests.tree import ROOT

PATIENCE = 30  # seconds


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def start(folder: Path, port: int, **more: str) -> subprocess.Popen[str]:
    environment = more | {
        "PLANBOT_PORT": str(port),
        "PLANBOT_HOST": "127.0.0.1",
        "PLANBOT_DATABASE_URL": f"sqlite:///{folder}/planbot.db",
        "PYTHONUTF8": "1",
        "PYTHONPATH": str(ROOT),
    }
    return subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_it_says_what_keeps_it_from_a_platform_serves_all_else_and_can_be_stopped(tmp_path):
    tokens = {"PLANBOT_SLACK_BOT_TOKEN": "xoxb" + "-1", "PLANBOT_SLACK_APP_TOKEN": "xapp-1"}
    nowhere, port = f"http://127.0.0.1:{free_port()}/", free_port()
    process = start(tmp_path, port, PLANBOT_SLACK_API_URL=nowhere, **tokens)
    assert process.stderr is not None and process.stdout is not None
    said = process.stderr.readline()
    told = [process.stdout.readline(), process.stdout.readline()]
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=PATIENCE) as page:
        health = json.load(page)
    process.send_signal(signal.SIGTERM)
    _, log = process.communicate(timeout=PATIENCE)

    assert "slack_not_reached trouble=" in said
    assert told[0].startswith("Slack cannot be reached (ClientConnectorError): I keep trying")
    assert f"Listening on port {port}" in told[1]
    assert health["ok"] is True and health["trouble"] == told[0].strip()
    assert process.returncode == 0, log
    assert "Traceback" not in log


def test_it_starts_says_what_is_not_connected_is_healthy_and_stops(tmp_path):
    port = free_port()
    process = start(tmp_path, port, PLANBOT_SLACK_BOT_TOKEN="xoxb" + "-1")
    try:
        assert process.stdout is not None
        told = [process.stdout.readline(), process.stdout.readline()]
        assert told[0].startswith("No platform is connected")
        assert f"Listening on port {port}" in told[1]
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=PATIENCE) as page:
            assert json.load(page)["ok"] is True

        second = start(tmp_path, port)
        _, complaint = second.communicate(timeout=PATIENCE)
        assert second.returncode == 1
        assert f"port {port} cannot be used" in complaint
        assert "Traceback" not in complaint
    finally:
        process.send_signal(signal.SIGTERM)
        started = time.monotonic()
        _, log = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, log
    assert "Slack is not connected. Set PLANBOT_SLACK_APP_TOKEN for Socket Mode" in log
    assert time.monotonic() - started < PATIENCE / 2
    assert "Traceback" not in log

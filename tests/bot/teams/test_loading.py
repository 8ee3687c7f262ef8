"""The SDK of Teams is loaded where Teams is set, and nowhere else: it costs a second and 45 MB."""

import subprocess
import sys

import pytest

from tests.tree import ROOT

CONNECTING = """
import asyncio, sys
from types import SimpleNamespace
from bot.platform import House
from bot.clock import SystemClock
from bot.connecting import platforms
from bot.settings import Settings
from store.memory.connections import MemoryReferences
from store.opening import keep_in_memory

async def nothing(*_): ...

async def main():
    store = keep_in_memory()
    clock, asked = SystemClock(), (nothing, nothing, print, nothing)
    house = House(store, clock, None, MemoryReferences(), None, *asked)
    async with platforms(Settings.read(dict(each.split("=") for each in sys.argv[1:])), house):
        print("microsoft_teams" in sys.modules)

asyncio.run(main())
"""
TEAMS = (
    "PLANBOT_TEAMS_CLIENT_ID=bot-1",
    "PLANBOT_TEAMS_CLIENT_SECRET=s",
    "PLANBOT_TEAMS_TENANT_ID=tenant-1",
)


@pytest.mark.parametrize(("settings", "loaded"), [((), "False"), (TEAMS, "True")])
def test_the_sdk_is_loaded_only_where_teams_is_set(settings, loaded):
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", CONNECTING, *settings],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert (done.stdout.strip(), done.returncode) == (loaded, 0), done.stderr

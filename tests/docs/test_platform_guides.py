"""What the guides tell an IT officer to set, type and call is there."""

import argparse
import re

import pytest

from bot.commands import teams
from bot.settings import Settings, variable_of
from bot.teams.door import PATH, SERVICES
from bot.teams.refusals import BARRED, NEVER
from bot.teams.setup import NEEDED
from tests.docs.test_documents import SUBCOMMAND, commands, words
from tests.tree import ROOT

SETTING = re.compile(r"PLANBOT_[A-Z_]+")
OPTION = re.compile(r"--[a-z]+")


@pytest.fixture(scope="module")
def guide() -> str:
    return (ROOT / "docs" / "teams.md").read_text(encoding="utf-8")


def test_every_setting_that_is_named_exists(guide):
    known = {variable_of(name) for name in Settings.model_fields}
    assert set(SETTING.findall(guide)) - known == set()


def test_every_setting_that_teams_needs_is_named(guide):
    assert {variable_of(name) for name, _ in NEEDED} - set(SETTING.findall(guide)) == set()


def test_every_command_and_option_that_is_named_exists(guide):
    parser = argparse.ArgumentParser()
    teams.add_arguments(parser)

    assert words(SUBCOMMAND, guide) - commands() == set()
    ours = "\n".join(line for line in guide.splitlines() if "npm " not in line)
    assert set(OPTION.findall(ours)) - set(OPTION.findall(parser.format_help())) == set()


def test_the_addresses_are_those_that_the_code_uses(guide):
    assert f"`https://planbot.example.gov.uk{PATH}`" in guide
    for service in SERVICES:
        assert service in guide


def test_every_refusal_that_somebody_can_do_something_about_is_explained(guide):
    explained = set(map(int, re.findall(r"^\| (\d{3}) \|", guide, re.MULTILINE)))
    assert explained == {*BARRED, 401, 429}
    assert 401 in NEVER


def test_the_readme_and_the_check_lead_to_it(planbot_check):
    assert "(docs/teams.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert "docs/teams.md" in planbot_check


@pytest.fixture
def planbot_check(tmp_path, monkeypatch) -> str:
    from io import StringIO

    from bot.cli import Terminal, run

    monkeypatch.chdir(tmp_path)
    told = StringIO()
    run(["check"], {}, Terminal(stdin=None, out=told, err=told))
    return told.getvalue()

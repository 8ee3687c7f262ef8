"""The app that an administrator uploads is one that Teams takes."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from jsonschema import Draft4Validator
from PIL import Image

from bot.teams.icons import colour, outline
from bot.teams.inbound import typed
from bot.teams.package import COMMANDS, App, manifest, package
from tests.bot.teams.schema import schema_of
from tests.bot.teams.test_inbound import an_activity

ID = "0f2f3c1e-6f0a-4a57-9f0e-0a1b2c3d4e5f"
SITE = "https://planbot.harbour.example"
APPS = {
    "by mention": App(client_id=ID, website=SITE, developer="Harbour", version="0.1.0"),
    "by slash": App(client_id=ID, website=SITE, developer="Harbour", version="0.1.0", slash=True),
}
SET = {"PLANBOT_TEAMS_CLIENT_ID": ID, "PLANBOT_PUBLIC_URL": SITE}


@pytest.mark.parametrize("kind", APPS)
def test_the_manifest_is_as_microsofts_schema_wants_it(kind, folder):
    told = manifest(APPS[kind])
    schema = schema_of(str(told["manifestVersion"]), folder)

    assert [error.message for error in Draft4Validator(schema).iter_errors(told)] == []


def test_the_older_schema_knows_no_slash_so_the_newer_one_is_named_with_it(folder):
    told = manifest(APPS["by slash"])

    assert told["manifestVersion"] == "1.29"
    assert list(Draft4Validator(schema_of("1.25", folder)).iter_errors(told))


def test_with_slash_the_commands_are_offered_after_either():
    [bot] = manifest(APPS["by slash"])["bots"]

    assert bot["supportsTargetedMessages"] is True
    assert bot["commandLists"][0]["triggers"] == ["mention", "slash"]


def test_the_zip_has_three_files_and_no_folder_and_is_always_the_same():
    written = package(APPS["by mention"])

    with ZipFile(BytesIO(written)) as zipped:
        assert zipped.namelist() == ["manifest.json", "color.png", "outline.png"]
        assert json.loads(zipped.read("manifest.json")) == manifest(APPS["by mention"])
        assert zipped.read("color.png") == colour()
    assert package(APPS["by mention"]) == written


def test_the_colour_icon_is_192_pixels_a_side_and_nowhere_transparent():
    icon = Image.open(BytesIO(colour()))

    assert (icon.format, icon.size, icon.mode) == ("PNG", (192, 192), "RGB")
    assert len(icon.getcolors(256) or ()) > 2
    assert icon.getpixel((0, 0)) == (0x1B, 0x49, 0x65)


def test_the_outline_icon_is_32_pixels_a_side_white_on_transparent():
    icon = Image.open(BytesIO(outline()))
    colours = {seen for _, seen in icon.getcolors(32 * 32) or ()}

    assert (icon.format, icon.size, icon.mode) == ("PNG", (32, 32), "RGBA")
    assert {seen[:3] for seen in colours} == {(255, 255, 255)}
    assert {0, 255} <= {seen[3] for seen in colours}
    assert icon.getpixel((0, 0))[3] == 0


@pytest.mark.parametrize("title", [title for title, _ in COMMANDS])
async def test_every_command_that_is_offered_is_understood(office, title):
    assert typed(an_activity(f"/{title}")) == title.removeprefix("plan ")
    answer = await office.says("nia", title)

    assert answer
    assert "did not understand" not in answer
    assert "Sorry" not in answer


def test_the_command_writes_the_zip_and_never_over_a_file(planbot, tmp_path):
    done = planbot("teams", "package", "--slash", **SET)

    assert (done.code, done.err) == (0, "")
    with ZipFile(tmp_path / "planbot-teams.zip") as zipped:
        assert json.loads(zipped.read("manifest.json"))["bots"][0]["botId"] == ID
    assert planbot("teams", "package", **SET).code == 2
    assert planbot("teams", "package", "--force", **SET).code == 0


@pytest.mark.parametrize(
    ("arguments", "settings", "told"),
    [
        ((), {}, "PLANBOT_TEAMS_CLIENT_ID"),
        ((), {**SET, "PLANBOT_TEAMS_CLIENT_ID": "planbot"}, "PLANBOT_TEAMS_CLIENT_ID"),
        ((), {"PLANBOT_TEAMS_CLIENT_ID": ID}, "--website"),
        ((), {**SET, "PLANBOT_PUBLIC_URL": "http://planbot.example"}, "https"),
        (("--website", "harbour.example"), SET, "https"),
        (("--developer", "x" * 33), SET, "32 letters"),
        (("--out", "nowhere/app.zip"), SET, "nowhere/app.zip cannot be written"),
    ],
)
def test_what_is_missing_is_told_in_one_sentence(planbot, arguments, settings, told):
    done = planbot("teams", "package", *arguments, **settings)

    assert done.code == 2
    assert told in done.err
    assert done.err.count("\n") == 1

"""The command line as somebody uses it: what it prints, and the code it ends with."""

import json

import pytest

from bot.cli import BAD_INPUT, COMMANDS, DONE, FAILED

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how Office files of the old and the locked kind begin


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(planbot, command, capsys):
    assert planbot(command, "--help").code == DONE
    assert f"planbot {command}" in capsys.readouterr().out.split("example", 1)[1]


def test_a_dry_run_prints_the_receipt_and_stores_nothing(planbot, short_plan, tmp_path):
    done = planbot("import", short_plan, "--dry-run")

    assert done.code == DONE
    assert "2 actions in 1 section" in done.out
    assert "31/13/31" in done.out
    assert "Nothing was stored" in done.out
    assert not list(tmp_path.glob("*.db"))


def test_the_json_has_the_actions_and_the_receipt(planbot, short_plan):
    answer = json.loads(planbot("import", short_plan, "--dry-run", "--json").out)

    assert [action["ref"] for action in answer["actions"]] == ["1.1", "1.2"]
    assert answer["actions"][0]["due"]["end"] == "2031-06-30"
    assert answer["plan"]["sections"][0]["slug"] == "feeling-safe"
    assert any(note["ref"] == "1.2" for note in answer["notes"])


def test_importing_twice_changes_nothing(planbot, short_plan):
    assert "Stored as" in planbot("import", short_plan).out
    assert "nothing changed" in planbot("import", short_plan).out
    assert "2 actions" in planbot("status").out
    assert "[1]" not in planbot("status").out  # nothing can be pressed on paper


def test_the_status_of_a_part_and_of_a_past_day(planbot, short_plan):
    planbot("import", short_plan)

    assert "Feeling Safe" in planbot("status", "feeling-safe").out
    assert "1.1 is on track" in planbot("status", "1.1").out
    assert "as at Mon 30 June 2031" in planbot("status", "--as-at", "2031-06-30").out
    past = json.loads(planbot("status", "--as-at", "2031-07-01", "--json").out)
    assert (past["total"], past["late"]["count"]) == (2, 1)


def test_a_message_is_read_and_nothing_is_written(planbot, short_plan, tmp_path):
    done = planbot(
        "read", "1.1 complete", "--plan", short_plan, "--as", "Nia Quill", "--json",
        "--now", "2031-05-14T09:15",
    )  # fmt: skip

    answer = json.loads(done.out)
    assert answer["decision"] == "apply"
    assert [(each["ref"], each["status"]) for each in answer["intents"]] == [("1.1", "complete")]
    assert "1.1" in answer["reply"]
    assert not list(tmp_path.glob("*.db"))


def test_many_messages_are_read_in_their_order(planbot, short_plan, tmp_path):
    trials = [
        {"id": "a", "as": "Nia Quill", "now": "2031-05-14T09:15:00", "reply_to": [], "text": text}
        for text in ("1.2 at risk", "")
    ]
    (tmp_path / "messages.jsonl").write_text("\n".join(map(json.dumps, trials)), encoding="utf-8")
    done = planbot("read", "--plan", short_plan, "--messages", "messages.jsonl", "--json")

    first, second = map(json.loads, done.out.splitlines())
    assert (first["id"], first["decision"]) == ("a", "apply")
    assert second["decision"] in ("none", "ask")


def test_without_json_the_reading_explains_itself(planbot, short_plan):
    done = planbot("read", "1.1 complete", "--plan", short_plan, "--as", "Nia Quill")

    assert "Decision: apply" in done.out
    assert "“1.1”" in done.out


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.csv", b"", "empty"),
        ("blank.txt", b"\n\n \n", "empty"),
        ("story.txt", b"Once upon a time there was a harbour.\n" * 9, "No actions"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, "picture"),
        ("locked.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("old.doc", OLE + "WordDocument".encode("utf-16-le"), ".docx"),
        ("noise.bin", bytes(range(256)) * 40, "not text"),
        ("actions.jsonl", b'{"ref": "1.1"', "Line 1"),
        ("huge.txt", b"x" * 20_000_001, "20 MB"),
    ],
)
def test_a_file_that_is_no_plan_is_refused_in_one_sentence(planbot, tmp_path, name, content, told):
    (tmp_path / name).write_bytes(content)
    done = planbot("import", name)

    assert done.code == BAD_INPUT
    assert told in done.err
    assert done.err.count("\n") == 1
    assert done.out == ""
    assert not list(tmp_path.glob("*.db"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["import", "nowhere.csv"],
        ["import", "."],
        ["import"],
        ["frobnicate"],
        ["status", "--as-at", "yesterday"],
        ["read", "--plan", "nowhere.csv", "hello"],
        ["demo", "nowhere.csv"],
        ["demo", "--script", "nowhere.txt"],
        ["status", "--as-at", "9999-12-31"],
        ["preview", "--from", "0001-01-01", "--to", "0001-01-02"],
        ["read", "--plan", "nowhere.csv", "--as", "role:mayor", "hello"],
        ["undelivered", "--days", "999999999"],
        ["undelivered", "--days", "-5"],
        ["words", "--add", "", "complete"],
        ["words", "--add", "w" * 61, "complete"],
        ["words", "--forget", "w"],
        ["export", "--to", "papyrus"],
        ["import", "plan.csv", "--dates", "mayan"],
    ],
)
def test_bad_arguments_end_with_2_and_a_sentence(planbot, arguments, capsys):
    done = planbot(*arguments)

    assert done.code == BAD_INPUT
    told = done.err or capsys.readouterr().err
    assert told.startswith("planbot") and told.count("\n") == 1
    assert "wrong on my side" not in told and "<" not in told


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--add", "done", "delayed"], "“done” has only everyday words"),
        (["--forget", "never said"], "“never said” is not one of our words."),
    ],
)
def test_a_word_that_is_refused_is_bad_input(planbot, short_plan, arguments, why):
    planbot("import", short_plan)
    done = planbot("words", *arguments)

    assert (done.code, done.out) == (BAD_INPUT, "")
    assert why in done.err and done.err.count("\n") == 1
    assert "no words of its own" in planbot("words").out


def test_a_message_of_100_kb_is_refused_in_one_sentence(planbot, short_plan):
    done = planbot("read", "1.1 complete " + "x" * 100_000, "--plan", short_plan)

    assert done.code == BAD_INPUT
    assert "100,013 characters" in done.err
    assert done.err.count("\n") == 1


def test_one_message_that_is_too_long_does_not_stop_the_others(planbot, short_plan, tmp_path):
    lines = [
        json.dumps({"id": n, "text": text}) for n, text in enumerate(["x" * 20_000, "1.1 done"])
    ]
    (tmp_path / "messages.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = planbot("read", "--plan", short_plan, "--messages", "messages.jsonl", "--json")

    first, second = map(json.loads, done.out.splitlines())
    assert (first["decision"], second["decision"]) == ("none", "apply")
    assert "I read at most 10,000" in first["reply"]


@pytest.mark.parametrize(
    "line",
    ["{", "[]", '{"text": 7}', '{"now": "then", "text": "1.1 done"}', '{"texts": "1.1 done"}'],
)
def test_a_line_that_is_no_message_is_named(planbot, short_plan, tmp_path, line):
    (tmp_path / "messages.jsonl").write_text(f'{{"text": "1.1 done"}}\n{line}\n', encoding="utf-8")
    done = planbot("read", "--plan", short_plan, "--messages", "messages.jsonl", "--json")

    assert done.code == BAD_INPUT
    assert "messages.jsonl, line 2" in done.err


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("sqlite:////nowhere/at/all/planbot.db", "cannot be opened"),
        ("postgresql://me:hush@127.0.0.1:1/planbot", "cannot be reached"),
        ("mysql://localhost/planbot", "SQLite or PostgreSQL"),
    ],
)
def test_a_database_that_is_not_there_ends_with_1_and_no_password(planbot, short_plan, url, told):
    done = planbot("import", short_plan, PLANBOT_DATABASE_URL=url)

    assert done.code == FAILED
    assert told in done.err
    assert "hush" not in done.err


def test_a_file_that_is_no_database_is_left_as_it_is(planbot, short_plan, tmp_path):
    (tmp_path / "planbot.db").write_text("This is a letter.\n" * 100)
    done = planbot("import", short_plan)

    assert done.code == FAILED
    assert "is not an SQLite database" in done.err
    assert (tmp_path / "planbot.db").read_text().startswith("This is a letter.")


def test_before_any_plan_the_status_says_how_to_begin(planbot):
    done = planbot("status")

    assert done.code == FAILED
    assert "planbot import FILE" in done.err


def test_an_unknown_part_is_answered_with_what_there_is(planbot, short_plan):
    planbot("import", short_plan)
    done = planbot("status", "dragons")

    assert done.code == BAD_INPUT
    assert "“Feeling Safe”" in done.err


def test_a_setting_that_is_wrong_is_named(planbot):
    done = planbot("check", PLANBOT_PORT="eighty")

    assert done.code == BAD_INPUT
    assert "PLANBOT_PORT" in done.err


def test_check_says_what_is_there_and_makes_nothing(planbot, tmp_path):
    done = planbot("check")

    assert done.code == DONE
    assert "will be made when Planbot starts" in done.out
    assert not list(tmp_path.iterdir())


def test_check_misses_an_administrator_where_people_can_speak_to_it(planbot):
    slack = {
        "PLANBOT_SLACK_APP_TOKEN": "xapp-1",
        "PLANBOT_SLACK_BOT_TOKEN": "xoxb" + "-1",
        "PLANBOT_SLACK_API_URL": "http://127.0.0.1:9/",  # where nobody listens
    }
    done = planbot("check", **slack)
    assert done.code == DONE
    assert "waiting  Slack: it cannot be reached now (ClientConnectorError)." in done.out
    assert "not set  Administrators: nobody can say who is who. Set PLANBOT_ADMIN" in done.out

    done = planbot("check", PLANBOT_ADMINISTRATORS="ada@harbour.example", **slack)
    assert "ok       Administrators: ada@harbour.example." in done.out


@pytest.mark.parametrize(
    ("begun", "told"),
    [
        (
            {"PLANBOT_SLACK_BOT_TOKEN": "xoxb" + "-1"},
            "missing  Slack: Set PLANBOT_SLACK_APP_TOKEN",
        ),
        (
            {"PLANBOT_TEAMS_CLIENT_ID": "1", "PLANBOT_TEAMS_TENANT_ID": "2"},
            "missing  Teams: Set PLANBOT_TEAMS_CLIENT_SECRET",
        ),
    ],
)
def test_check_ends_with_1_where_a_platform_is_set_by_half(planbot, begun, told):
    done = planbot("check", **begun)

    assert done.code == FAILED
    assert told in done.out


def test_check_names_a_variable_that_is_misspelt(planbot):
    done = planbot("check", PLANBOT_TIME_ZONE="Europe/Dublin")

    assert done.err == "PLANBOT_TIME_ZONE is no setting of Planbot’s; is PLANBOT_TIMEZONE meant?\n"
    assert planbot("status", PLANBOT_TIME_ZONE="Europe/Dublin").err.count("\n") == 1


def test_check_ends_with_1_where_run_would_not_start(planbot):
    done = planbot("check", PLANBOT_DATABASE_URL="sqlite:////nowhere/at/all/planbot.db")

    assert done.code == FAILED
    assert done.out.startswith("missing")

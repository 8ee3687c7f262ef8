"""What the operator sets is read once, and a mistake names the variable."""

import pytest

from bot.settings import Settings, misspelt, variable_of
from domain.problems import Unreadable


def test_without_any_setting_everything_has_a_default():
    settings = Settings.read({})

    assert settings.database_url.get_secret_value() == "sqlite:///planbot.db"
    assert (settings.workspace, settings.timezone.key, settings.port) == (
        "home",
        "Europe/London",
        8080,
    )


def test_each_setting_is_the_variable_of_its_name():
    settings = Settings.read(
        {"PLANBOT_PORT": "9000", "PLANBOT_TIMEZONE": "Europe/Dublin", "PORT": "1"}
    )

    assert (settings.port, settings.timezone.key) == (9000, "Europe/Dublin")


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("PLANBOT_PORT", "eighty"),
        ("PLANBOT_PORT", "70000"),
        ("PLANBOT_TIMEZONE", "Atlantis"),
        ("PLANBOT_NATION", "mercia"),
        ("PLANBOT_WORKSPACE", ""),
        ("PLANBOT_PUBLIC_URL", "planbot.example"),
        ("PLANBOT_SLACK_API_URL", "slack.example"),
        ("PLANBOT_ADMINISTRATORS", "ada@harbour.example, Bo Larkhill"),
    ],
)
def test_a_mistake_names_the_variable_and_says_what_belongs_there(variable, value):
    field = Settings.model_fields[variable.removeprefix("PLANBOT_").lower()]

    with pytest.raises(Unreadable) as refused:
        Settings.read({variable: value})

    assert refused.value.what == f"{variable} cannot be used as it is set."
    assert refused.value.remedy == f"What belongs there: {field.description}."


@pytest.mark.parametrize("blank", ["", " ", "\n"])
def test_what_is_set_to_nothing_is_not_set(blank):
    may_be_left_out = [name for name, field in Settings.model_fields.items() if not field.default]
    assert "slack_signing_secret" in may_be_left_out

    assert Settings.read({variable_of(name): blank for name in may_be_left_out}) == Settings()


def test_the_line_end_of_a_file_that_a_secret_came_from_is_no_part_of_it():
    settings = Settings.read({"PLANBOT_SLACK_SIGNING_SECRET": "hush\n"})

    assert settings.slack_signing_secret is not None
    assert settings.slack_signing_secret.get_secret_value() == "hush"


def test_a_variable_that_is_misspelt_is_told_with_the_one_that_may_be_meant():
    environment = dict.fromkeys(
        ("PLANBOT_SLACK_TOKEN", "PLANBOT_DB_URL", "PLANBOT_PORT", "PLANBOT_SERVICE_HOST", "PORT"),
        "1",
    )

    assert misspelt(environment) == {
        "PLANBOT_SLACK_TOKEN": "PLANBOT_SLACK_BOT_TOKEN",
        "PLANBOT_DB_URL": "PLANBOT_DATABASE_URL",
    }


def test_the_database_password_is_not_shown():
    settings = Settings.read({"PLANBOT_DATABASE_URL": "postgresql://me:hush@db/planbot"})

    assert "hush" not in repr(settings)

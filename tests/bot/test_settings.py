"""What the operator sets is read once, and a mistake names the variable."""

import pytest

from bot.settings import Settings
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
    ],
)
def test_a_mistake_names_the_variable(variable, value):
    with pytest.raises(Unreadable, match=variable):
        Settings.read({variable: value})


def test_the_database_password_is_not_shown():
    settings = Settings.read({"PLANBOT_DATABASE_URL": "postgresql://me:hush@db/planbot"})

    assert "hush" not in repr(settings)

"""What the operator may set, read once from the environment."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field, SecretStr, ValidationError

from bot.working_days import Nation
from domain.people import LONDON
from domain.problems import Unreadable
from domain.value import Value

PREFIX = "PLANBOT_"
ALIKE = 0.8  # from where on one name may be meant for another


def _listed(value: object) -> object:
    """Several values in one variable, with commas between them."""
    if not isinstance(value, str):
        return value
    return tuple(each.strip() for each in value.split(",") if each.strip())


Addresses = Annotated[tuple[Annotated[str, Field(pattern="@")], ...], BeforeValidator(_listed)]
Keys = Annotated[tuple[SecretStr, ...], BeforeValidator(_listed)]


class Settings(Value):
    """Each field is set by the variable of its name in capitals after PLANBOT_."""

    database_url: SecretStr = Field(
        default=SecretStr("sqlite:///planbot.db"),
        description="Where everything is kept: sqlite:///FILE or postgresql://USER:PASSWORD@HOST/DB",
    )
    workspace: str = Field(
        default="home",
        min_length=1,
        description="The workspace that the commands speak of",
    )
    timezone: ZoneInfo = Field(
        default=LONDON,
        description="The time zone of people who have none of their own, such as Europe/London",
    )
    nation: Nation = Field(
        default=Nation.ENGLAND_AND_WALES,
        description="Whose bank holidays are kept: england-and-wales, scotland or northern-ireland",
    )
    host: str = Field(default="0.0.0.0", description="The address that planbot run listens on")
    port: Annotated[int, Field(ge=1, le=65535)] = Field(
        default=8080, description="The port that planbot run listens on, from 1 to 65535"
    )

    public_url: str | None = Field(
        default=None,
        pattern=r"^https?://[^/\s]+$",
        description="Where the platforms reach planbot run: https://planbot.example.gov.uk",
    )
    administrators: Addresses = Field(
        default=(),
        description="E-mail addresses of those who administer, as the platform’s directory has "
        "them; commas between",
    )
    key: Keys = Field(
        default=(),
        description="What tokens are encrypted with where they are kept (planbot key makes one); "
        "while it is being changed the new one, a comma, the old one",
    )
    slack_bot_token: SecretStr | None = Field(
        default=None, description="The bot token (xoxb-…) of the one Slack workspace"
    )
    slack_app_token: SecretStr | None = Field(
        default=None,
        description="The app-level token (xapp-…): Slack is reached by Socket Mode, "
        "which needs no public address",
    )
    slack_signing_secret: SecretStr | None = Field(
        default=None, description="What Slack signs with where it calls the public address"
    )
    slack_client_id: str | None = Field(
        default=None, description="With the client secret: many workspaces can install Planbot"
    )
    slack_client_secret: SecretStr | None = Field(
        default=None, description="The other half of the client id"
    )
    slack_api_url: str = Field(
        default="https://slack.com/api/",
        pattern=r"^https?://.+/$",
        description="Another Slack than the usual one, such as GovSlack’s; it ends with a slash",
    )

    teams_client_id: str | None = Field(
        default=None, description="The Application (client) ID of the bot’s registration in Entra"
    )
    teams_client_secret: SecretStr | None = Field(
        default=None, description="A client secret of that registration"
    )
    teams_tenant_id: str | None = Field(
        default=None, description="The Directory (tenant) ID: whose people the bot speaks with"
    )

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> "Settings":
        """Take the settings from the environment. Raise Unreadable, which names the variable.

        What may be left out is left out where it is blank: a secret of nothing would let everybody
        in who signs with nothing.
        """
        said = {
            name: environment[variable].strip()
            for name in cls.model_fields
            if (variable := variable_of(name)) in environment
        }
        given = {
            name: value for name, value in said.items() if value or cls.model_fields[name].default
        }
        try:
            return cls.model_validate(given)
        except ValidationError as error:
            name = str(error.errors()[0]["loc"][0])
            raise Unreadable(
                f"{variable_of(name)} cannot be used as it is set.",
                f"What belongs there: {cls.model_fields[name].description}.",
            ) from None


def variable_of(field: str) -> str:
    return PREFIX + field.upper()


def misspelt(environment: Mapping[str, str]) -> Mapping[str, str]:
    """Variables that are none of ours but look like one, with the one that may be meant."""
    ours = [variable_of(name) for name in Settings.model_fields]
    others = sorted(name for name in environment if name.startswith(PREFIX) and name not in ours)
    likely = {name: get_close_matches(name, ours, n=1, cutoff=ALIKE) for name in others}
    return {name: found[0] for name, found in likely.items() if found}

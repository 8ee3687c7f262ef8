"""What the operator may set, read once from the environment."""

from collections.abc import Mapping
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError

from domain.people import LONDON
from domain.problems import Unreadable
from domain.value import Value

PREFIX = "PLANBOT_"


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
        description="The time zone of people who have none of their own",
    )
    host: str = Field(default="0.0.0.0", description="The address that planbot run listens on")
    port: Annotated[int, Field(ge=1, le=65535)] = Field(
        default=8080, description="The port that planbot run listens on"
    )

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> "Settings":
        """Take the settings from the environment. Raise Unreadable, which names the variable."""
        given = {
            name: environment[variable]
            for name in cls.model_fields
            if (variable := variable_of(name)) in environment
        }
        try:
            return cls.model_validate(given)
        except ValidationError as error:
            first = error.errors()[0]
            variable = variable_of(str(first["loc"][0]))
            raise Unreadable(f"{variable} cannot be used:", f"{first['msg']}.") from error


def variable_of(field: str) -> str:
    return PREFIX + field.upper()

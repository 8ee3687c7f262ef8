"""What every thing of the domain is: a value, compared by content and never changed in place."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

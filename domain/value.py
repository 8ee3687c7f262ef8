"""What every thing of the domain is: a value, compared by content and never changed in place."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """One that cannot be made says why without the words that it was made of: it may be logged."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

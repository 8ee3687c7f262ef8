"""A plan of the works that public bodies do: a post, a contract, a strategy, a system, a hall."""

WORKS = """
4.1 | Works | 1 | Recruit a neighbourhood warden | Owen Trask | 2027-01-31
4.2 | Works | 1 | Procure a new lone worker alarm contract | Owen Trask | 2027-03-31
4.3 | Works | 1 | Develop an allotments strategy | Owen Trask | 2026-12-31
4.6 | Works | 1 | Deliver hoarding awareness training to housing staff | Owen Trask | 2027-03-31
4.7 | Works | 1 | Submit the quarterly noise return to the regulator | Owen Trask | 2026-12-31
4.8 | Works | 1 | Implement the new case management system | Owen Trask | 2027-03-31
4.9 | Works | 1 | Refurbish the Mill Lane community hall | Owen Trask | 2027-03-31
5.1 | Joint | 2 | Agree an information protocol with the hospital trust | Owen Trask | 2026-12-31
5.3 | Joint | 2 | Inspect all houses in multiple occupation | Owen Trask | 2027-03-31
5.4 | Joint | 2 | Bid to the lottery for youth work funding | Owen Trask | 2026-12-31
5.5 | Joint | 2 | Pilot evening opening at two libraries and roll out | Owen Trask | 2027-03-31
5.7 | Joint | 2 | Survey tenants about damp | Owen Trask | 2026-12-31
6.1 | Third | 3 | Draft a memorandum of understanding with the police | Owen Trask | 2026-12-31
6.2 | Third | 3 | Evaluate the night bus trial | Owen Trask | 2027-01-31
6.3 | Third | 3 | Introduce a charter for tenants | Owen Trask | 2027-03-31
6.4 | Third | 3 | Identify a site for the new depot | Owen Trask | 2026-12-31
6.5 | Third | 3 | Report on the equality scheme to members | Owen Trask | 2026-12-31
"""

"""All that is recognised in a message, before anything is decided.

``heard`` puts it together: what is spelt or cut short otherwise, the actions mentioned, the phrases
and days, and the clauses that they stand in.
"""

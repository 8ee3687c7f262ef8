"""What the words of one cell or line mean: a person, a date, a status, a reference, a heading.

What a plan itself says of its words (its years, its colours, its blanks) is found here too. The
answer is the same whatever column the words stand in.
"""

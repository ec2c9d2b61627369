"""What is typed on its way to a record: that the same thing sent twice is kept once, and what was not sent yet.

A draft is sealed like what it will become, belongs to one person and ends with what it speaks of.
"""

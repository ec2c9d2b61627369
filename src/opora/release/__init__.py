"""Release: what leaves the house for everybody, after small groups were hidden and two people gave their word (X-13).

A public table is counted from its units; small cells are hidden, and as many beside them as it takes so that no hidden
number can be computed from the totals, or from what left the house before. Whoever prepares a release never releases
it. What was released is kept to the byte, with its fingerprint; recalled, it stays in the register.
"""

"""Families and the people in them: codes, identities under lock, dated roles, dated placements of children.

A person is known by a code. Names, birth dates, contacts and papers are sealed and never leave this room
except through an opening that is written in the journal. This room knows nothing of cases.
"""

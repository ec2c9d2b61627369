"""The spine: a case with its number, team, stays, closing and follow-up.

This room never looks at assessments or results; whoever wants to know hears the news «cases.changed».
"""

"""Studies: hypotheses registered before anybody looks at the data, and what was changed after looking.

An analysis is a guided walk of six steps (S3-63 to S3-68). It ends in a hypothesis with its nine slots, stamped with
the day, the author and a fingerprint before any outcome is shown; what is registered is never edited. What was found
and what was changed for it stands in the log of decisions, with the effect seen later (S3-90).
"""

"""Assessments: a form filled in about a case on a day, its approval, and what changed between two of them.

Answers are the truth and are never rewritten: a correction is a new revision, and the old one stays readable.
The room does not know what a form asks (`instruments`) nor what the figures prove (`evidence`).
"""

"""Intake: signals, contacts, urgent help and first visits, before anybody decided to open a case. Never a decision
itself: that is a step of the path.
"""

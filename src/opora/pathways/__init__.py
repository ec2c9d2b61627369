"""Pathways: the process as a methodologist writes it: stages, steps, papers and criteria, what is wrong with one, and
what it allows next. A published one never changes; the walk of a family along it belongs to the room of the process.
"""

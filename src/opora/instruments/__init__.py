"""Instruments: assessment forms as data, written by methodologists in TOML and published for good.

A published version never changes. The room reads and checks forms, scores answers and compares two sets of
ratings. It never knows which case or family was rated: that is the room `assessments`.
"""

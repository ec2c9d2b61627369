"""The frame every page stands in: navigation, look, form parts, messages, today and the gallery.

The shell knows no rule of the work; it never reads a table and never decides who may do what.
"""

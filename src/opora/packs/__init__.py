"""Practice packs: folders of TOML that hold a methodology; checked here and published room by room.

A practice says which programs exist, which departments carry them, how case files are numbered, what roles are
called and which forms are filled in. The room never holds a case, and never changes what was published.
"""

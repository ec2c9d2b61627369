"""Papers: consents, uploaded files and letters of a path, sealed at rest. Never a paper's meaning for the process:
the path only learns its kind.
"""

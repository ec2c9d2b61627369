"""Who may give a service."""

from collections.abc import Collection


def may_give(givers: Collection[str], roles: Collection[str]) -> bool:
    """Whether somebody with these roles gives a service: anybody where the catalogue names nobody."""
    return not givers or not set(givers).isdisjoint(roles)

"""Choices as a form offers them: the codes of a table with the words that stand there, said once."""

from django.db.models import Choices
from django.utils.functional import Promise
from django.utils.text import capfirst

Offered = tuple[tuple[str, str | Promise], ...]


def offered(*chosen: Choices) -> Offered:
    """These choices in this order, each with a capital, as they stand in a form."""
    return tuple((one.value, capfirst(one.label)) for one in chosen)


def all_but(kinds: type[Choices], *left_out: Choices) -> Offered:
    """All choices of a kind but these, in the order of the table."""
    return offered(*(one for one in kinds if one not in left_out))

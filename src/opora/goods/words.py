"""Quantities, sizes and sums as people say them."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from opora.goods.models import Good


def amount(quantity: Decimal) -> str:
    """A quantity without idle zeros."""
    whole = quantity == quantity.to_integral_value()
    return number_format(quantity, decimal_pos=0 if whole else 2, force_grouping=abs(quantity) >= 10_000)


def unit(code: str) -> str:
    """The unit, short."""
    return str(Good.Unit(code).label)


def with_unit(quantity: Decimal, code: str) -> str:
    """A quantity with its unit."""
    return f"{amount(quantity)} {unit(code)}"


def so_much(good: str, size: str, quantity: Decimal, code: str) -> str:
    """So much of a good, as one reads it aloud: «Подгузники, размер 4 — 2 уп.»."""
    return f"{named(good, size)} — {with_unit(quantity, code)}"


def named(good: str, size: str) -> str:
    """A good with its size, where it has one."""
    return _("%(good)s, size %(size)s") % {"good": good, "size": size} if size else good

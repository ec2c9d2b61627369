"""What the forms of goods offer to choose from, by number."""

from typing import Any

from opora.access.rules import Actor
from opora.goods import queries, words
from opora.programs import queries as programs

Choices = list[tuple[Any, Any]]


def places_for(actor: Actor) -> Choices:
    """The stock places in use."""
    return [(place.pk, place.name) for place in queries.list_places(actor=actor)]


def goods_for(actor: Actor) -> Choices:
    """The kinds of goods in use, each with its unit."""
    return [(good.pk, f"{good.name}, {words.unit(good.unit)}") for good in queries.list_goods(actor=actor)]


def donors_for(actor: Actor) -> Choices:
    """The donors in use."""
    return [(donor.pk, donor.name) for donor in queries.list_donors(actor=actor) if donor.is_active]


def purposes_for(actor: Actor) -> Choices:
    """The purposes in use."""
    return [(purpose.pk, purpose.name) for purpose in queries.list_purposes(actor=actor) if purpose.is_active]


def programs_for(actor: Actor) -> Choices:
    """The programs."""
    return [(program.pk, program.name) for program in programs.list_programs(actor=actor)]


def number_in(text: str) -> int | None:
    """A number named in an address, or nothing."""
    return int(text) if text.isdecimal() and len(text) < 10 else None

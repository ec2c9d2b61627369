"""The own fields by which a reader may tell tables apart; of all others a table says nothing (0038)."""

from collections.abc import Mapping
from dataclasses import replace

from opora.access.rules import Actor
from opora.common.errors import NotFound
from opora.fields.queries import fields_counted
from opora.pivot.rules import ABOUTS, Definition, Dimension, own_dimensions, problems_of


def fields_of_tables(*, actor: Actor) -> Mapping[str, Dimension]:
    """The fields this person may see that have a few known answers, those asked no more among them."""
    return own_dimensions(fields_counted(actor=actor, about=ABOUTS))


def for_reader(*, actor: Actor, definition: Definition) -> Definition:
    """The definition with the own fields that this person may see; asked only where it names one."""
    own = fields_of_tables(actor=actor) if definition.named_fields else {}
    return replace(definition, own_fields=own)


def is_hidden(one: Definition) -> bool:
    """Whether it names an own field that is not for its reader; of such a table nothing is told."""
    return not set(one.named_fields) <= set(one.own_fields)


def seen_by(actor: Actor, definition: Definition) -> Definition:
    """The same, and nothing where it cannot be counted for this person. Raises NotFound."""
    one = for_reader(actor=actor, definition=definition)
    if one.named_fields and problems_of(one):
        raise NotFound
    return one

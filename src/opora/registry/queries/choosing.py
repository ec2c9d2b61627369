"""What was said of column titles before, for whoever brings the next file."""

from opora.access.rules import Actor
from opora.registry import policies
from opora.registry.models import ColumnChoice
from opora.registry.rules.choices import Choices, Meaning
from opora.registry.rules.header import Field


def remembered_choices(*, actor: Actor) -> Choices:
    """What titles mean, as somebody chose for an earlier file of the organization."""
    policies.check_can_import(actor)
    rows = ColumnChoice.objects.values_list("field", "title", "is_meant")
    return Choices(tuple(Meaning(Field(name), title, is_meant=is_meant) for name, title, is_meant in rows))

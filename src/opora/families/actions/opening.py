"""Opening what was sealed in a record: with a line in the journal, or not at all."""

from typing import Any

from django.db import models, transaction

from opora.access.rules import Actor
from opora.audit.actions import record as journal
from opora.families.sealing import opened


@transaction.atomic
def open_sealed(*, actor: Actor, record: models.Model, field: str, verb: str, **facts: Any) -> Any:
    """The words of one field of a record already found for this person; the reading is a line in the journal."""
    journal(actor=actor, verb=verb, **facts)
    return opened(record, field)

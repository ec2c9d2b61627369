"""The directory is handed out to others, and theirs is taken in."""

from dataclasses import asdict
from datetime import date

from django.db import transaction

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.partners import policies
from opora.partners.actions.directory import keep_partner
from opora.partners.hsds import write
from opora.partners.queries.exchange import CHANGED, NEW, entries, preview


@transaction.atomic
def export_directory(*, actor: Actor) -> bytes:
    """The whole directory as HSDS tables, without the ratings (S4-28)."""
    policies.check_can_read(actor)
    audit.record(actor=actor, verb="partners.exported")
    return write(entries())


@transaction.atomic
def import_directory(*, actor: Actor, data: bytes, on: date) -> tuple[int, int]:
    """Add and change entries by an archive and give how many of each; rows with mistakes are left out."""
    added = changed = 0
    seen: set[tuple[str, str]] = set()
    for line in preview(actor=actor, data=data, on=on):
        if line.entry is None or line.outcome not in {NEW, CHANGED}:
            continue
        key = (line.entry.name.lower(), line.entry.area.lower())
        if key in seen:
            continue
        seen.add(key)
        keep_partner(actor=actor, partner_id=line.partner_id, entry=asdict(line.entry), on=on)
        added += line.outcome == NEW
        changed += line.outcome == CHANGED
    audit.record(actor=actor, verb="partners.imported", added=added, changed=changed)
    return added, changed

"""Keeping tables under a name, opening them to all, putting them away: the only writers of this room."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.common.text import squeeze
from opora.pivot import policies
from opora.pivot.models import SavedTable, TableVersion
from opora.pivot.queries.own_fields import for_reader
from opora.pivot.queries.saved import find_table
from opora.pivot.rules import Definition, problems_of

_LONGEST = 120


@transaction.atomic
def keep_table(*, actor: Actor, title: str, definition: Definition, is_shared: bool = False) -> SavedTable:
    """A table is kept under a name, for oneself or for the whole organization."""
    policies.check_can_read(actor)
    if is_shared:
        policies.check_can_share(actor)
    name = _right(actor, title, definition)
    made = SavedTable.objects.create(title=name, owner_id=actor.user_id, is_shared=is_shared, data=definition.to_data())
    _add_version(actor, made)
    return made


@transaction.atomic
def change_table(
    *, actor: Actor, table_id: int, title: str, definition: Definition, is_shared: bool, seen: int
) -> SavedTable:
    """A kept table is called or counts otherwise from now on; the version before stays to be read.

    `seen` is the version that was looked at; whoever looked at an older one is told so.
    """
    table = _locked(actor, table_id)
    policies.check_can_change(actor, table)
    if is_shared and not table.is_shared:
        policies.check_can_share(actor)
    if table.number != seen:
        raise Conflict(_("Meanwhile this table was changed. Look at it anew."))
    name = _right(actor, title, definition)
    data = definition.to_data()
    if table.is_shared != is_shared:
        table.is_shared = is_shared
        table.save(update_fields=["is_shared"])
        verb = "pivot.table_shared" if is_shared else "pivot.table_own"
        audit.record(actor=actor, verb=verb, table=table.pk)
    if (name, data) == (table.title, table.data):
        return table
    table.title, table.data, table.number = name, data, table.number + 1
    table.save(update_fields=["title", "data", "number", "changed_at"])
    _add_version(actor, table)
    return table


@transaction.atomic
def put_away(*, actor: Actor, table_id: int, on: date) -> SavedTable:
    """A table is wanted no more; it can be brought back."""
    table = _locked(actor, table_id)
    policies.check_can_change(actor, table)
    table.put_away_on = on
    table.save(update_fields=["put_away_on"])
    audit.record(actor=actor, verb="pivot.table_put_away", table=table.pk)
    return table


@transaction.atomic
def bring_back(*, actor: Actor, table_id: int) -> SavedTable:
    """A table put away is there again."""
    table = _locked(actor, table_id, even_put_away=True)
    policies.check_can_change(actor, table)
    if table.put_away_on is not None:
        table.put_away_on = None
        table.save(update_fields=["put_away_on"])
        audit.record(actor=actor, verb="pivot.table_brought_back", table=table.pk)
    return table


def note_cases_read(*, actor: Actor, what: str) -> None:
    """Who looked at the cases behind a cell stands in the journal; `what` says what it counts, never an own field."""
    audit.record(actor=actor, verb="pivot.cases_read", what=what)


def note_exported(*, actor: Actor, what: str, rows: int) -> None:
    """Who took a table away stands in the journal; `what` says what it counts, never an own field."""
    audit.record(actor=actor, verb="pivot.table_exported", what=what, rows=rows)


def _locked(actor: Actor, table_id: int, *, even_put_away: bool = False) -> SavedTable:
    find_table(actor=actor, table_id=table_id, even_put_away=even_put_away)
    return SavedTable.objects.select_for_update().get(pk=table_id)


def _right(actor: Actor, title: str, definition: Definition) -> str:
    wrong: dict[str, Any] = {}
    name = squeeze(title)
    if not 0 < len(name) <= _LONGEST:
        wrong["title"] = _("Give the table a name, up to 120 letters.")
    if problems_of(for_reader(actor=actor, definition=definition)):
        wrong["definition"] = _("Such a table cannot be counted. Choose anew.")
    if wrong:
        raise Invalid(wrong)
    return name


def _add_version(actor: Actor, table: SavedTable) -> None:
    TableVersion.objects.create(
        table=table, number=table.number, title=table.title, data=table.data, by_id=actor.user_id
    )
    audit.record(actor=actor, verb="pivot.table_kept", table=table.pk, version=table.number)

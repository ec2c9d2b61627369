"""How rows that point at one record come to point at another, and back again."""

from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Model, ProtectedError
from django.utils.translation import gettext_lazy as _

from opora.common.errors import Refused
from opora.families.bound import Bound, To, bound_everywhere
from opora.families.models import Family


class Moving:
    """What is moved and taken away while two records become one."""

    def __init__(self) -> None:
        self.moved: list[tuple[str, str, list[int]]] = []
        self.taken: list[dict[str, Any]] = []
        self.case_ids: set[int] = set()

    def bring(self, to: To, gone_id: int, kept_id: int) -> None:
        """Let every row that points at the one that goes point at the one that stays."""
        for one in bound_everywhere():
            if not moves(one, to):
                continue
            rows = list(rows_of(one, gone_id).select_for_update().order_by("pk"))
            if not rows:
                continue
            if one.case:
                cases = rows_of(one, gone_id).values_list(one.case, flat=True)
                self.case_ids |= {case_id for case_id in cases if case_id is not None}
            doubled = {row.pk for row in rows if _is_doubled(one, row, kept_id)}
            ids = [row.pk for row in rows if row.pk not in doubled]
            self._take_away(one.model, [row for row in rows if row.pk in doubled])
            if ids:
                manager(one.model).filter(pk__in=ids).update(**{f"{one.field}_id": kept_id})
                self.moved.append((one.model, one.field, ids))

    def _take_away(self, model: str, rows: list[Model]) -> None:
        for row in rows:
            self.taken.append({"model": model, "id": row.pk, "row": _as_it_stands(row)})
            try:
                row.delete()
            except ProtectedError as error:
                raise Refused(
                    _("Both records have an entry of their own here on which others depend: %(what)s.")
                    % {"what": row._meta.verbose_name}
                ) from error


def moves(one: Bound, to: To) -> bool:
    return one.to is to and not one.stays


def rows_of(one: Bound, pk: int) -> Any:
    return manager(one.model).filter(**{one.field: pk})


def manager(label: str) -> Any:
    return apps.get_model(label)._base_manager


def _is_doubled(one: Bound, row: Any, kept_id: int) -> bool:
    """Whether the kept record has a row of its own that may stand only once."""
    if not one.once or any(getattr(row, name) != value for name, value in one.when.items()):
        return False
    same = {name: getattr(row, name) for name in one.once}
    return bool(rows_of(one, kept_id).filter(**same, **one.when).exists())


def _as_it_stands(row: Model) -> str:
    """A row by the database's own words: its moments to the microsecond, its sealed bytes as they are."""
    with connection.cursor() as cursor:
        name = connection.ops.quote_name(row._meta.db_table)
        cursor.execute(f"SELECT to_jsonb(row)::text FROM {name} AS row WHERE id = %s", [row.pk])  # noqa: S608
        return str(cursor.fetchone()[0])


def put_back(label: str, row: str) -> None:
    with connection.cursor() as cursor:
        name = connection.ops.quote_name(apps.get_model(label)._meta.db_table)
        cursor.execute(f"INSERT INTO {name} SELECT * FROM jsonb_populate_record(NULL::{name}, %s)", [row])  # noqa: S608


def take_back(taken: list[dict[str, Any]], moved: list[tuple[str, str, list[int]]], was: Any) -> None:
    """Everything as it was: rows taken away stand again, rows that moved point where ``was`` (model, field) says."""
    for one in reversed(taken):
        put_back(one["model"], one["row"])
    for label, field, ids in reversed(moved):
        manager(label).filter(pk__in=ids).update(**{f"{field}_id": was(label, field)})


def set_family(family_id: int | None, into: int | None) -> None:
    """Which family this one turned out to be; none any more where it is taken apart."""
    if family_id is not None:
        Family.objects.filter(pk=family_id).update(merged_into=into)

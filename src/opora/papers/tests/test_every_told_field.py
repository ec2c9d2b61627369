"""Every field for words about people, in any room: a destruction empties it, new keys seal it anew."""

from collections.abc import Iterator
from datetime import date, time
from itertools import count
from typing import Any

import pytest
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

from opora.access.rules import Role
from opora.cases.models import Case
from opora.cases.tests.factories import scene, worker
from opora.common.dates import now
from opora.families import actions as families
from opora.families.actions.erasing import seal_told_anew
from opora.families.keyring import keyring, store
from opora.families.sealing import opener
from opora.families.told_words import Told, told_everywhere
from opora.papers.tests.factories import path_of_family
from opora.process.models import Route

pytestmark = pytest.mark.django_db
WORDS = "Печь дымит, обещали переложить"
numbers = count(1_000_000)
SEALED = [one for one in told_everywhere() if one.purpose]
REACHED = [one for one in told_everywhere() if one.route or one.case]


@pytest.fixture
def rows() -> Iterator[dict[str, int]]:
    """One bare row for every field, with words in it, on a path or a case: by key of the field, its number.

    Bare: it holds what the database asks for and nothing that makes sense, so the checks of the tables are put away
    for it; the triggers of final records are there again when the row lies.
    """
    route, case = path_of_family()[0], scene().case
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(
            "SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE contype IN ('c', 'f') "
            "AND connamespace = 'public'::regnamespace"
        )
        for table, name in cursor.fetchall():
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT IF EXISTS "{name}" CASCADE')
        cursor.execute("SET session_replication_role = replica")
        laid: dict[type[models.Model], int] = {Route: route.pk}
        Route.objects.filter(pk=route.pk).update(palliative_reason=WORDS)
        for one in told_everywhere():
            _row(one.table, one.route or one.case, route.pk if one.route else case.pk, laid)
        cursor.execute("SET session_replication_role = origin")
    yield {one.key: laid[one.table] for one in told_everywhere()}
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = origin")


def _row(model: type[models.Model], way: str, end: int, laid: dict[type[models.Model], int]) -> int:
    """The row of a table, with words in all its fields for words; its way to the path or the case is laid first."""
    if model not in laid:
        first, _, rest = way.partition("__")
        told = {
            one.field: {"words": WORDS} if one.empty == {} else WORDS for one in told_everywhere() if one.table is model
        }
        values: dict[str, Any] = {}
        for field in model._meta.local_concrete_fields:
            if field.name in told and not isinstance(field, ArrayField):
                values[field.column] = field.get_db_prep_save(told[field.name], connection)
            elif first and first in (field.name, field.column):
                values[field.column] = _row(field.related_model, rest, end, laid) if rest else end
            elif field.primary_key or not field.null:
                values[field.column] = field.get_db_prep_save(_anything(field), connection)
        names, places = ", ".join(f'"{name}"' for name in values), ", ".join("%s" for _ in values)
        with connection.cursor() as cursor:
            cursor.execute(
                f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES ({places}) RETURNING "{model._meta.pk.column}"',
                list(values.values()),
            )
            laid[model] = int(cursor.fetchone()[0])
    return laid[model]


def _anything(field: Any) -> Any:
    """A value that the column takes, another each time."""
    fresh = next(numbers)
    if isinstance(field, ArrayField):
        return []
    kinds: dict[type, Any] = {
        models.ForeignKey: fresh,
        models.BooleanField: False,
        models.SmallIntegerField: fresh % 30_000,
        models.IntegerField: fresh,
        models.DateTimeField: now(),
        models.DateField: date(2026, 1, 1),
        models.TimeField: time(12),
        models.JSONField: {},
        models.DecimalField: 1,
        models.BinaryField: "x" if hasattr(field, "purpose") else str(fresh).encode(),
    }
    found = next((value for kind, value in kinds.items() if isinstance(field, kind)), None)
    return found if found is not None else str(fresh)[: field.max_length]


def _kept(one: Told, pk: int) -> Any:
    return one.table._base_manager.filter(pk=pk).values_list(one.field, flat=True).first()


def test_a_destruction_finds_and_empties_each(rows: dict[str, int]) -> None:
    route, case = Route.every.order_by("pk").last(), scene().case
    case_ids = list(Case.every.values_list("pk", flat=True))
    assert route is not None and case is not None and len(REACHED) > 40
    erased = families.erase_told(actor=worker(Role.HEAD), route_ids=[route.pk], case_ids=case_ids)
    missed = [one.key for one in REACHED if not erased.get(one.key)]
    assert not missed
    for one in REACHED:
        kept = _kept(one, rows[one.key])
        if one.purpose and kept is not None:
            assert opener(one.table, one.field)(kept) == one.empty, one.key
        elif not one.whole:
            assert kept in (None, one.empty), one.key


def test_new_keys_seal_each_anew_and_the_former_open_none(rows: dict[str, int], settings: Any, tmp_path: Any) -> None:
    former = {one.key: bytes(_kept(one, rows[one.key])) for one in SEALED}
    ring = keyring()
    # Keys of its own: those of the other tests must not change under them.
    settings.OPORA_HOME = tmp_path
    store(ring.rotated(), replace=True)
    assert seal_told_anew() >= len(SEALED) > 35
    store(keyring().only_current(), replace=True)
    for one in SEALED:
        kept = _kept(one, rows[one.key])
        assert bytes(kept) != former[one.key], one.key
        assert WORDS in str(opener(one.table, one.field)(kept)), one.key


def test_no_column_of_bytes_is_left_to_chance() -> None:
    """A new one is a SealedField, or a word here says why it holds nothing told."""
    other = {
        "families.Person.identity",  # goes with the person's key
        "families.Merge.former_identity",  # sealed with the person's key, and emptied with it
        "families.PersonKey.wrapped",
        "correspondence.RememberedCases.mark",  # a blind mark, by which a corrected name is found again
        "audit.JournalSeal.entry_marks",
        "audit.JournalSeal.previous",
        "audit.JournalSeal.digest",
        "papers.LetterTemplate.content",  # the organization's own words
        "registry.ImportRun.content",  # codes of a register, with a key and an end of its own
        "registry.ImportRun.details",
        "registry.ImportPart.rows",
        "indicators.KeptPiece.data",  # figures, by the codes of groups
        "release.Release.units",  # numbers of records, by cell of a table
        "release.ReleasedFile.content",  # what everybody may read
    }
    fields = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("opora.")
        for field in model._meta.get_fields()
        if isinstance(field, models.BinaryField)
    }
    assert fields - {one.key for one in told_everywhere()} == other


def test_no_long_text_lies_open_by_chance() -> None:
    """Free words about people are sealed; what is left speaks of organizations and methods, each for a reason."""
    open_for_a_reason = {
        "catalogue.CatalogueVersion.text",  # what a methodologist says of services
        "instruments.InstrumentDraft.text",  # of what he asks
        "logic.ModelVersion.text",  # and of results
        "logic.ModelDraft.text",
        "studies.Decision.finding",  # what figures of a program say, and what is changed in the way of working
        "studies.Decision.change",
        "studies.DecisionEffect.text",
        "release.Release.note",  # what a public table is for, and why it was not let go
        "release.SecondWord.why",
        "release.Recall.why",
        "organization.OrganizationDetails.consent_text",  # the organization's own words
        "partners.Partner.services",
        "partners.Partner.audience",
        "partners.Partner.contacts",
        "partners.Partner.conditions",
        "partners.Partner.documents",
        "partners.Partner.search_text",
        "pathways.RouteVersion.text",
        "pathways.ProcessDraft.text",
        "indicators.IndicatorDraft.text",
        "registry.ImportPart.lots",
        "reports.ReportBlock.text",  # narrative of the work; what looks like a name in it is pointed at
    }
    found = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("opora.")
        for field in model._meta.local_fields
        if type(field) is models.TextField
    }
    assert found == open_for_a_reason

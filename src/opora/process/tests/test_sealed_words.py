"""Reasons of steps and remarks on papers lay open once; they are sealed and no clear copy of them is left."""

import json

import pytest
from django.db import DatabaseError, connection, transaction

from opora.access.rules import SYSTEM
from opora.families.sealing import opened
from opora.families.tests.old_homes import before, lies_open
from opora.process import actions
from opora.process.models import Paper, Route, RouteStep
from opora.process.tests.factories import BEGAN, make_route

pytestmark = pytest.mark.django_db
WHY, GIVEN, WHERE, TYPE = "Петрова уехала к маме", "Опека Петровых", "Папка Петровых, шкаф 2", "Болезнь Петровой"


def test_words_of_an_old_home_are_sealed_and_leave_no_clear_copy() -> None:
    route, silent = make_route(), make_route()
    actions.file_paper(actor=SYSTEM, route_id=route.pk, kind="application", note="в шкафу", on=BEGAN)
    with before("process", "0012_voided_paths"):
        with connection.cursor() as cursor:
            cursor.execute("SELECT note FROM process_paper")
            assert cursor.fetchone() == ("в шкафу",), "undone, the words lie open as before"
            cursor.execute("ALTER TABLE process_routestep DISABLE TRIGGER USER")
            cursor.execute(
                "UPDATE process_routestep SET reason = %s, fields = %s WHERE route_id = %s",
                [WHY, json.dumps({"x": GIVEN}), route.pk],
            )
            cursor.execute("ALTER TABLE process_routestep ENABLE TRIGGER USER")
            cursor.execute("UPDATE process_paper SET note = %s", [WHERE])
            cursor.execute(
                "UPDATE process_route SET is_palliative = true, palliative_on = %s, palliative_reason = %s"
                " WHERE id = %s",
                [BEGAN, TYPE, route.pk],
            )
        assert lies_open("process_routestep", WHY)
    step, known = RouteStep.objects.get(route=route), Route.objects.get(pk=route.pk)
    assert (opened(step, "reason"), opened(step, "fields")) == (WHY, {"x": GIVEN})
    assert (known.is_palliative, known.palliative_reason_text) == (True, TYPE)
    assert opened(Paper.objects.get(), "note") == WHERE
    for table in ("process_routestep", "process_route", "process_paper"):
        for words in (WHY, GIVEN, WHERE, TYPE, json.dumps(GIVEN)[1:-1]):
            assert not lies_open(table, words)
    still = RouteStep.objects.get(route=silent)
    assert (still.reason, still.fields, opened(still, "reason"), opened(still, "fields")) == (None, None, "", {}), (
        "a step without words stays without"
    )
    with pytest.raises(DatabaseError), transaction.atomic():
        RouteStep.objects.update(reason="другое")

"""What closings and longer stays say in words was kept in clear once; it is sealed and nothing of it is left open."""

from datetime import date

import pytest
from django.db import connection

from opora.cases import actions
from opora.cases.models import Closing, StayExtension
from opora.cases.tests.factories import CLOSED, OPENED, close_case, scene
from opora.families.tests.old_homes import before, lies_open

pytestmark = pytest.mark.django_db
SUMMARY, WHY, LONGER = "Мария Петрова справляется сама", "Петрова позвонила снова", "Суд над мужем Петровой"


def test_words_of_an_old_home_are_sealed_and_leave_no_clear_copy() -> None:
    place = scene("shelter", "{n}")
    case_id, actor = place.case.pk, place.case_manager
    actions.start_stay(actor=actor, case_id=case_id, planned_until=date(2021, 9, 1), on=OPENED)
    actions.extend_stay(actor=actor, case_id=case_id, until=date(2021, 10, 1), reason="Ремонт", on=date(2021, 8, 30))
    close_case(place)
    bare = scene()
    close_case(bare)
    with before("cases", "0009_closings_opened_again"):
        with connection.cursor() as cursor:
            cursor.execute("SELECT reason FROM cases_stayextension")
            assert cursor.fetchone() == ("Ремонт",), "undone, the words lie open as before"
            cursor.execute("UPDATE cases_stayextension SET reason = %s", [LONGER])
            cursor.execute(
                "UPDATE cases_closing SET summary = %s, reopen_reason = %s WHERE case_id = %s", [SUMMARY, WHY, case_id]
            )
            cursor.execute("UPDATE cases_closing SET summary = '' WHERE case_id = %s", [bare.case.pk])
        assert lies_open("cases_closing", SUMMARY) and lies_open("cases_stayextension", LONGER)
    closing = Closing.objects.get(case=place.case)
    assert (closing.summary_text, closing.reopen_reason_text) == (SUMMARY, WHY)
    assert StayExtension.objects.get().reason_text == LONGER
    empty = Closing.objects.get(case=bare.case)
    assert (empty.summary, empty.summary_text, empty.reopen_reason) == (None, "", None)
    assert not lies_open("cases_closing", SUMMARY) and not lies_open("cases_closing", WHY)
    assert not lies_open("cases_stayextension", LONGER)


def test_words_of_today_never_lie_open() -> None:
    place = scene()
    close_case(place)
    actions.reopen_case(actor=place.coordinator, case_id=place.case.pk, reason=WHY, on=CLOSED)
    assert Closing.objects.get().reopen_reason_text == WHY
    with connection.cursor() as cursor:
        cursor.execute("SELECT closing::text FROM cases_closing closing")
        (row,) = cursor.fetchone()
    assert WHY not in row and WHY.encode().hex() not in row and "справляется" not in row

"""The file of a case as the page of a family reads it: one question, and the same as the whole file says."""

from datetime import date
from typing import Any

import pytest

from opora.cases import actions
from opora.cases.models import Closing, FollowUpContact
from opora.cases.queries import CaseFile, get_case, get_case_file, homes_at, standing_file
from opora.cases.rules.follow_up import ChildNow
from opora.cases.tests.factories import Scene, close_case, scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def looked_back_at() -> Scene:
    """A family that stayed in the centre, came to an end twice, and was looked back at after both tries."""
    place = scene(layout="shelter")
    actor, case_id = place.case_manager, place.case.pk
    actions.start_stay(actor=actor, case_id=case_id, on=date(2021, 7, 1), planned_until=date(2021, 9, 1))
    actions.end_stay(actor=actor, case_id=case_id, on=date(2021, 8, 20))
    close_case(place, on=date(2021, 12, 1))
    actions.reopen_case(actor=place.coordinator, case_id=case_id, reason="Снова нужна помощь", on=date(2022, 2, 1))
    close_case(place)
    look = {"actor": actor, "case_id": case_id}
    actions.record_follow_up(**look, result="no_answer", on=date(2023, 3, 20), note="Не берут трубку")
    children = dict.fromkeys(place.home.child_ids, ChildNow("relatives", "safe"))
    told = {"family_state": "copes", "children": children, "note": "Живут у бабушки"}
    actions.record_follow_up(**look, result="reached", on=date(2023, 3, 28), **told)
    return place


def _columns(records: list[Any]) -> list[dict[str, Any]]:
    """Every column of the records, sealed ones as they lie."""
    return [{one.attname: getattr(record, one.attname) for one in record._meta.concrete_fields} for record in records]


def _told(file: CaseFile) -> dict[str, Any]:
    """Everything the two ways of reading tell of a case."""
    closing: Closing | None = file.closing
    contacts: list[FollowUpContact] = file.contacts
    return {
        "team": (_columns(file.team), [one.user.name for one in file.team]),
        "stays": _columns(file.stays),
        "closings": _columns(file.closings),
        "words": [(one.summary_text, one.reopen_reason_text, one.plan_after_text) for one in file.closings],
        "homes": [(one.person_id, one.person.code, one.label) for one in homes_at(closing)] if closing else [],
        "looks": _columns(file.follow_ups),
        "contacts": (
            _columns(contacts),
            [one.note_text for one in contacts],
            [one.by.name for one in contacts if one.by],
        ),
        "then": [[(child.person.code, child.label, child.safety) for child in one.children_then] for one in contacts],
        "done": [late for _look, late in file.done_follow_ups],
        "untold": file.untold_follow_up,
        "may": (file.may_change, file.may_follow_up),
    }


def test_the_page_is_told_the_same_as_the_whole_file(looked_back_at: Scene) -> None:
    for actor in (looked_back_at.case_manager, looked_back_at.coordinator):
        case = get_case(actor=actor, case_id=looked_back_at.case.pk)
        told = _told(standing_file(actor=actor, case=case))
        assert told == _told(get_case_file(actor=actor, case_id=case.pk))
        assert len(told["then"][0]) == 2, "the reached family told of both children"
        assert told["words"][1][1] == "Снова нужна помощь"


def test_it_is_one_question_however_much_there_is(looked_back_at: Scene, django_assert_num_queries: Any) -> None:
    case = get_case(actor=looked_back_at.case_manager, case_id=looked_back_at.case.pk)
    with django_assert_num_queries(1):
        _told(standing_file(actor=looked_back_at.case_manager, case=case))


def test_of_an_open_case_no_end_that_was_taken_back_is_told() -> None:
    place = scene()
    close_case(place)
    actions.reopen_case(actor=place.coordinator, case_id=place.case.pk, reason="Снова", on=date(2022, 12, 1))
    file = standing_file(actor=place.case_manager, case=get_case(actor=place.case_manager, case_id=place.case.pk))
    assert (file.closings, file.follow_ups) == ([], [])
    assert file.case_manager is not None

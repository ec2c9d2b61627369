"""The look back six months after the exit: who was reached, how each child lives (X-12)."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.audit.models import JournalEntry
from opora.cases import actions
from opora.cases.queries import get_case_file
from opora.cases.rules.follow_up import RESULTS, SETTLED, ChildNow, problems_of_follow_up
from opora.cases.rules.lifecycle import Problem
from opora.cases.tests.factories import CLOSED, Scene, close_case, scene
from opora.common.errors import Conflict, Invalid

DAY = date(2023, 3, 28)


def _look(place: Scene, result: str, on: date = DAY, **told: Any) -> Any:
    return actions.record_follow_up(actor=place.case_manager, case_id=place.case.pk, result=result, on=on, **told)


def _children(place: Scene, kind: str = "own_family") -> dict[int, ChildNow]:
    return dict.fromkeys(place.home.child_ids, ChildNow(kind, "safe"))


@given(st.sampled_from(RESULTS), st.booleans(), st.booleans())
def test_only_of_a_family_that_was_reached_everything_is_asked(result: str, is_told: bool, has_state: bool) -> None:
    found = problems_of_follow_up(
        result=result,
        family_state="copes" if has_state else "",
        children=[1],
        told={1: ChildNow("unknown", "unknown")} if is_told else {1: ChildNow("", "safe")},
        exit_on=CLOSED,
        on=DAY,
    )
    if result == "reached":
        assert (Problem.CHILD_STATE_MISSING in found, Problem.FAMILY_STATE_MISSING in found) == (
            not is_told,
            not has_state,
        )
    else:
        assert not found


@pytest.mark.django_db
def test_a_family_that_was_reached_is_told_of_and_the_children_s_homes_stand_in_their_history() -> None:
    place = scene()
    close_case(place)
    with pytest.raises(Invalid):
        _look(place, "reached", family_state="copes", children={})
    _look(place, "reached", family_state="copes", children=_children(place, "relatives"), note="Живут у бабушки")
    found = get_case_file(actor=place.case_manager, case_id=place.case.pk)
    (contact,) = found.contacts
    assert contact.note_text == "Живут у бабушки"
    assert {child.placement for child in contact.children.all()} == {"relatives"}
    assert found.done_follow_ups[0][1] == 10
    assert place.home.children[0].placements.filter(kind="relatives", from_on=DAY).exists()


@pytest.mark.django_db
def test_an_attempt_in_vain_leaves_the_visit_due_and_every_other_end_settles_it() -> None:
    for result in RESULTS:
        place = scene()
        close_case(place)
        told = {"family_state": "unknown", "children": _children(place, "unknown")} if result == "reached" else {}
        _look(place, "no_answer", date(2023, 3, 1))
        _look(place, result, **told)
        found = get_case_file(actor=place.case_manager, case_id=place.case.pk)
        assert (found.pending_follow_up is None) == (result in SETTLED)
        assert len(found.contacts) == 2
        assert not place.home.children[0].placements.filter(kind="unknown", from_on=DAY).exists()
        if result in SETTLED:
            with pytest.raises(Conflict):
                _look(place, "lost")


@pytest.mark.django_db
def test_a_visit_of_which_only_the_day_is_known_is_told_afterwards() -> None:
    place = scene()
    close_case(place)
    actions.record_follow_up_done(actor=place.case_manager, case_id=place.case.pk, on=DAY)
    assert get_case_file(actor=place.case_manager, case_id=place.case.pk).untold_follow_up is not None
    _look(place, "reached", date(2023, 4, 2), family_state="needs_support", children=_children(place))
    found = get_case_file(actor=place.case_manager, case_id=place.case.pk)
    assert found.untold_follow_up is None
    assert found.done_follow_ups[0][0].done_on == DAY


@pytest.mark.django_db
def test_the_journal_tells_of_the_attempt_without_a_word_of_it() -> None:
    place = scene()
    close_case(place)
    _look(place, "refused", note="Мать бросила трубку")
    entry = JournalEntry.objects.latest("pk")
    assert entry.verb == "cases.follow_up_declined"
    assert "Мать" not in str(entry.data)

"""What the panel decides on: the report as it was given, the family as each may see it, what was decided before."""

from datetime import timedelta
from typing import Any

import pytest

from opora.access.rules import SYSTEM, Actor, Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import scene, worker
from opora.common.errors import Conflict, NotFound
from opora.councils import actions, queries
from opora.councils.queries.matter import Matter
from opora.councils.tests.test_ballots import DAY, LAST, Panel
from opora.families.actions import seal_identities
from opora.families.rules import Identity
from opora.intake import actions as intake
from opora.process.models import Route
from opora.process.queries import visible_to

pytestmark = pytest.mark.django_db
GIVEN = {"situation": "Нет жилья с пятницы", "recommendation": "Взять на сопровождение"}


def looked(panel: Panel, who: Actor) -> Matter | None:
    view = actions.read_ballot(actor=who, ballot_id=panel.ballot.pk)
    return actions.read_matter(actor=who, view=view, on=DAY)


def given_report(route: Route, **sections: str) -> Any:
    report = intake.write_report(actor=SYSTEM, route_id=route.pk, sections={**GIVEN, **sections}, on=DAY)
    return intake.freeze_report(actor=SYSTEM, report_id=report.pk, on=DAY)


def test_a_report_written_after_the_vote_was_opened_does_not_change_what_is_decided_on() -> None:
    panel = Panel()
    given = given_report(panel.route)
    matter = looked(panel, panel.second)
    assert matter is not None and (matter.report, matter.newer) == (given, None)
    newer = intake.write_report(
        actor=SYSTEM, route_id=panel.route.pk, sections={**GIVEN, "situation": "Жильё нашлось"}, on=DAY
    )
    matter = looked(panel, panel.second)
    assert matter is not None and (matter.report, matter.newer) == (given, newer)
    assert matter.sections["situation"] == "Нет жилья с пятницы"
    intake.freeze_report(actor=SYSTEM, report_id=newer.pk, on=DAY + timedelta(days=1))
    matter = looked(panel, panel.third)
    assert matter is not None and matter.report == given and matter.newer is not None
    assert JournalEntry.objects.filter(verb="intake.report_read", actor_id=panel.third.user_id).count() == 1


def test_risks_stand_the_gravest_first_and_what_the_family_can_lean_on_beside_them() -> None:
    panel = Panel()
    intake.fill_risk_form(
        actor=SYSTEM,
        route_id=panel.route.pk,
        risks={"infant": "yes", "no_housing": "critical", "addiction": "low"},
        resources={"relative": "yes", "income": "no", "motivation": "partly"},
        needs="",
        level="high",
        on=DAY,
    )
    matter = looked(panel, panel.second)
    assert matter is not None and matter.risk_form is not None
    assert matter.risk_form.level == "high"
    assert matter.risks == ["Нет жилья", "Младенец до года"]
    assert len(matter.resources) == 2


@pytest.mark.parametrize("has_case", [True, False])
def test_the_team_sees_names_and_the_rest_of_the_panel_codes(has_case: bool) -> None:
    """Before a case is opened too: most votes are held then."""
    place = scene()
    seal_identities(
        actor=SYSTEM,
        identities={
            place.home.client.pk: Identity(surname="Вымышленная", given="Вера"),
            place.home.children[0].pk: Identity(surname="Вымышленная", given="Лиза"),
        },
    )
    panel = Panel()
    Route.objects.filter(pk=panel.route.pk).update(case=place.case if has_case else None, family=place.home.family)
    actions_by_team = looked(panel, worker(Role.HEAD))
    by_codes = looked(panel, panel.second)
    assert actions_by_team is not None and by_codes is not None
    assert {"Вымышленная Вера", "Лиза"} <= {one.name for one in actions_by_team.family}
    assert {one.name for one in by_codes.family} == {""}
    assert place.home.client.code in {one.code for one in by_codes.family}


def test_what_was_decided_before_is_told_with_how_many_were_of_one_mind() -> None:
    before = Panel()
    for who in before.members:
        before.vote(who, "one_off")
    before.close()
    again = actions.open_ballot(
        actor=before.coordinator,
        route_id=before.route.pk,
        member_ids=[before.second.own_id],
        chair_id=before.second.own_id,
        closes_on=LAST,
        on=DAY,
    )
    view = actions.read_ballot(actor=before.second, ballot_id=again.pk)
    matter = actions.read_matter(actor=before.second, view=view, on=DAY)
    assert matter is not None
    (earlier,) = matter.earlier
    assert (earlier.ballot.result, earlier.winning, earlier.cast) == ("one_off", 3, 3)
    assert earlier.is_unanimous


def test_a_conflict_of_interest_hides_the_case_the_votes_and_the_minutes() -> None:
    panel = Panel()
    given_report(panel.route)
    actions.declare_conflict(actor=panel.third, ballot_id=panel.ballot.pk, reason="Крёстная ребёнка", on=DAY)
    assert looked(panel, panel.third) is None
    assert not visible_to(panel.third).filter(pk=panel.route.pk).exists()
    panel.vote(panel.chair, "open")
    panel.vote(panel.second, "open")
    panel.close()
    assert panel.seen_by(panel.third).is_hidden
    assert queries.minutes_for(actor=panel.third) == []
    assert [one.pk for one in queries.minutes_for(actor=panel.second)] == [panel.ballot.pk]
    [minutes] = queries.minutes_for(actor=panel.second)
    shown = f"{minutes.get_kind_display()} {minutes.number} {minutes.chair.name} {minutes.closed_on:%d.%m.%Y}"
    assert queries.minutes_for(actor=panel.second, text=shown.upper()) == [minutes]
    assert queries.minutes_for(actor=panel.second, text=f"{shown} иначе") == []


def test_a_running_vote_is_not_there_for_who_does_not_take_part() -> None:
    panel = Panel()
    manager = worker(Role.CASE_MANAGER, panel.route.department)
    Route.objects.filter(pk=panel.route.pk).update(worker_id=manager.user_id)
    assert visible_to(manager).filter(pk=panel.route.pk).exists()
    with pytest.raises(NotFound):
        panel.seen_by(manager)
    (line,) = queries.ballots_of(actor=manager, route_id=panel.route.pk)
    assert not line.opens  # type: ignore[attr-defined]
    for who in panel.members:
        panel.vote(who, "open")
    panel.close()
    assert panel.seen_by(manager).is_revealed


def test_who_has_voted_is_known_at_once_and_how_is_not() -> None:
    panel = Panel(is_secret=True)
    panel.vote(panel.second, "reject")
    view = panel.seen_by(panel.chair)
    assert [(one.has_voted, one.is_me) for one in view.members] == [(False, True), (True, False), (False, False)]
    assert (view.cast, view.votes, view.counts) == (1, [], [])


def test_nobody_votes_when_the_time_is_over() -> None:
    panel = Panel()
    with pytest.raises(Conflict, match="Время голосования вышло"):
        actions.vote(actor=panel.second, ballot_id=panel.ballot.pk, choice="open", on=LAST + timedelta(days=1))
    assert panel.close(on=LAST + timedelta(days=1)).ground == "no_quorum"

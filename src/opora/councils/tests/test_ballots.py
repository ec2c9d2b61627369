"""A panel votes: blind, once, for good; the minutes and the decision reach the path."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from opora.access.rules import SYSTEM, Actor, Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import worker
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.councils import actions, queries
from opora.councils.models import Ballot, PanelSeat, Vote
from opora.process import actions as process
from opora.process.models import Paper, Route, RouteMember
from opora.process.queries import visible_to
from opora.process.tests.factories import make_route

DAY, LAST = date(2026, 3, 3), date(2026, 3, 6)


class Panel:
    """A path, its coordinator, and three colleagues asked to vote; the first of them holds the chair."""

    def __init__(self, invited_before: bool = False, **opened: Any) -> None:
        self.route = make_route()
        self.coordinator = worker(Role.COORDINATOR, self.route.department)
        self.chair, self.second, self.third = (worker(Role.SPECIALIST, self.route.department) for _ in range(3))
        if invited_before:
            process.invite(actor=SYSTEM, route_id=self.route.pk, user_id=self.second.own_id, on=DAY)
        self.ballot = self.open(**opened)

    def open(self, **opened: Any) -> Ballot:
        return actions.open_ballot(
            actor=self.coordinator,
            route_id=self.route.pk,
            member_ids=[one.user_id for one in self.members if one.user_id is not None],
            chair_id=self.chair.own_id,
            **{"closes_on": LAST, "on": DAY, **opened},
        )

    @property
    def members(self) -> tuple[Actor, Actor, Actor]:
        return self.chair, self.second, self.third

    def vote(self, who: Actor, choice: str, reason: str = "Так будет лучше детям") -> Vote:
        return actions.vote(actor=who, ballot_id=self.ballot.pk, choice=choice, reason=reason, on=DAY)

    def close(self, on: date = DAY, actor: Actor | None = None) -> Ballot:
        return actions.close_ballot(actor=actor or self.chair, ballot_id=self.ballot.pk, on=on)

    def seen_by(self, who: Actor) -> queries.BallotView:
        return queries.ballot_view(actor=who, ballot_id=self.ballot.pk)

    def papers(self) -> list[str]:
        return list(Paper.objects.filter(route=self.route).values_list("kind", flat=True))


@pytest.mark.django_db
class TestVoting:
    def test_members_are_invited_and_find_the_vote_waiting(self) -> None:
        panel = Panel()
        assert RouteMember.objects.filter(route=panel.route).count() == 3
        assert [ballot.pk for ballot in queries.waiting_for(actor=panel.second)] == [panel.ballot.pk]
        panel.vote(panel.second, "open")
        assert queries.waiting_for(actor=panel.second) == []

    def test_nobody_sees_anything_before_all_have_voted(self) -> None:
        panel = Panel()
        panel.vote(panel.second, "open")
        panel.vote(panel.third, "reject")
        for who in (panel.chair, panel.coordinator, panel.third, SYSTEM):
            view = panel.seen_by(who)
            assert (view.is_revealed, view.votes, view.counts, view.reasons) == (False, [], [], [])
        own = panel.seen_by(panel.third).my_vote
        assert own is not None
        assert own.choice == "reject"
        panel.vote(panel.chair, "open")
        assert panel.seen_by(panel.second).is_revealed
        assert len(panel.seen_by(panel.second).votes) == 3

    def test_a_secret_vote_never_tells_who_voted_what(self) -> None:
        panel = Panel(is_secret=True)
        for who, choice in zip(panel.members, ("open", "reject", "open"), strict=True):
            panel.vote(who, choice, f"Причина {choice}")
        panel.close()
        view = panel.seen_by(panel.coordinator)
        assert view.votes == []
        assert sum(count for _choice, count in view.counts) == 3
        assert view.reasons == sorted(view.reasons)
        told = JournalEntry.objects.filter(verb="councils.voted").values_list("data", flat=True)
        assert len(told) == 3
        assert all("choice" not in data for data in told)

    def test_a_secret_tie_is_not_broken_by_opening_the_chairs_vote(self) -> None:
        panel = Panel(is_secret=True)
        actions.declare_conflict(actor=panel.third, ballot_id=panel.ballot.pk, reason="Крёстная ребёнка", on=DAY)
        panel.vote(panel.chair, "open")
        panel.vote(panel.second, "reject")
        closed = panel.close()
        assert (closed.result, closed.ground) == ("", "tie")

    def test_a_conflict_of_interest_leaves_the_quorum(self) -> None:
        panel = Panel()
        actions.declare_conflict(actor=panel.third, ballot_id=panel.ballot.pk, reason="Родственница", on=DAY)
        with pytest.raises(Conflict):
            panel.vote(panel.third, "open")
        panel.vote(panel.chair, "open")
        panel.vote(panel.second, "reject")
        assert panel.close().result == "open"
        assert [reason for _name, reason in panel.seen_by(panel.chair).conflicted] == ["Родственница"]

    def test_a_vote_is_cast_once_and_only_by_the_panel(self) -> None:
        panel = Panel()
        panel.vote(panel.second, "open")
        with pytest.raises(Conflict):
            panel.vote(panel.second, "reject")
        with pytest.raises(NotFound):
            panel.vote(panel.coordinator, "open")
        with pytest.raises(Invalid):
            panel.vote(panel.third, "yes")

    def test_the_database_keeps_votes_and_results(self) -> None:
        panel = Panel()
        cast = panel.vote(panel.second, "open")
        for change in (
            lambda: Vote.objects.filter(pk=cast.pk).update(choice="reject"),
            lambda: Vote.objects.filter(pk=cast.pk).delete(),
        ):
            _refuses(change)
        panel.close(LAST, panel.coordinator)
        _refuses(lambda: Ballot.objects.filter(pk=panel.ballot.pk).update(result="reject"))
        free = PanelSeat.objects.get(ballot=panel.ballot, user_id=panel.third.user_id)
        _refuses(lambda: Vote.objects.create(seat=free, choice="open"))


@pytest.mark.django_db
class TestClosing:
    def test_the_result_reaches_the_path_with_numbered_minutes(self) -> None:
        panel = Panel()
        for who in panel.members:
            panel.vote(who, "open")
        closed = panel.close()
        assert (closed.result, closed.ground) == ("open", "majority")
        assert closed.number
        assert panel.papers() == ["vote_minutes"]
        assert Route.objects.get(pk=panel.route.pk).facts["vote"] == "open"
        another = Panel()
        another.close(LAST)
        assert Ballot.objects.get(pk=another.ballot.pk).number == closed.number + 1

    def test_without_a_quorum_the_path_learns_nothing(self) -> None:
        panel = Panel()
        panel.vote(panel.chair, "open")
        with pytest.raises(Conflict):
            panel.close(DAY)
        closed = panel.close(LAST)
        assert (closed.result, closed.ground) == ("", "no_quorum")
        assert panel.papers() == []
        assert "vote" not in Route.objects.get(pk=panel.route.pk).facts

    def test_only_the_chair_or_who_opened_it_closes(self) -> None:
        panel = Panel()
        with pytest.raises(Refused):
            panel.close(LAST, panel.second)
        panel.close(LAST)
        with pytest.raises(Conflict):
            panel.close(LAST)

    def test_one_vote_on_a_family_at_a_time(self) -> None:
        panel = Panel()
        with pytest.raises(Conflict):
            actions.open_ballot(
                actor=panel.coordinator,
                route_id=panel.route.pk,
                member_ids=[],
                chair_id=panel.chair.own_id,
                closes_on=LAST,
                on=DAY,
            )

    def test_others_neither_see_nor_open_votes(self) -> None:
        panel = Panel()
        stranger, volunteer = worker(Role.SPECIALIST), worker(Role.VOLUNTEER)
        for who in (stranger, volunteer):
            with pytest.raises(NotFound):
                panel.seen_by(who)

    def test_what_is_wrong_is_said_field_by_field(self) -> None:
        with pytest.raises(Invalid) as refusal:
            Panel(closes_on=date(2026, 3, 1), quorum=9, kind="other")
        assert set(refusal.value.fields) == {"closes_on", "quorum", "question"}


@pytest.mark.django_db
def test_a_council_approves_or_returns_the_plan() -> None:
    route = make_route()
    coordinator = worker(Role.COORDINATOR, route.department)
    held = {"actor": coordinator, "route_id": route.pk, "participant_ids": [coordinator.user_id], "on": DAY}
    with pytest.raises(Invalid) as refusal:
        actions.hold_conference(**held, decision="return")
    assert set(refusal.value.fields) == {"remarks"}
    conference = actions.hold_conference(**held, decision="return", remarks="Добавить цель о жилье", guests="Мать")
    view = queries.conference_view(actor=coordinator, conference_id=conference.pk)
    assert (view.remarks, view.guests, view.participants) == ("Добавить цель о жилье", "Мать", [coordinator.name])
    assert Route.objects.get(pk=route.pk).facts["council"] == "return"
    assert Paper.objects.get(route=route).kind == "council_minutes"
    _refuses(lambda: type(conference).objects.filter(pk=conference.pk).update(decision="approve"))


def _refuses(change: Callable[[], object]) -> None:
    with pytest.raises(DatabaseError, match=r"refused|No vote is due"), transaction.atomic():
        change()


@pytest.mark.django_db
class TestInvitations:
    def test_an_invitation_ends_with_the_vote_and_the_minutes_stay(self) -> None:
        panel = Panel()
        guest = panel.second
        assert visible_to(guest).filter(pk=panel.route.pk).exists()
        panel.close(LAST)
        assert not visible_to(guest).filter(pk=panel.route.pk).exists()
        view = actions.read_ballot(actor=guest, ballot_id=panel.ballot.pk)
        assert view.is_own_only and queries.minutes_for(actor=guest) == [panel.ballot]
        stranger = worker(Role.SPECIALIST)
        with pytest.raises(NotFound):
            actions.read_ballot(actor=stranger, ballot_id=panel.ballot.pk)

    def test_of_two_votes_the_last_one_ends_the_invitation(self) -> None:
        panel = Panel()
        guest = panel.second
        asked = {"actor": SYSTEM, "route_id": panel.route.pk, "kind": "other", "question": "Ещё вопрос?", "on": LAST}
        second = actions.open_ballot(**asked, member_ids=[guest.user_id], chair_id=guest.user_id, closes_on=LAST)
        panel.close(LAST)
        assert visible_to(guest).filter(pk=panel.route.pk).exists()
        actions.close_ballot(actor=SYSTEM, ballot_id=second.pk, on=LAST)
        assert not visible_to(guest).filter(pk=panel.route.pk).exists()

    def test_whoever_took_part_before_takes_part_after(self) -> None:
        panel = Panel(invited_before=True)
        panel.close(LAST)
        assert visible_to(panel.second).filter(pk=panel.route.pk).exists()

    def test_a_vote_opened_by_mistake_is_called_off_before_it_is_decided(self) -> None:
        panel = Panel()
        panel.vote(panel.second, "open")
        off = {"ballot_id": panel.ballot.pk, "on": DAY}
        for who in (panel.chair, panel.second):
            with pytest.raises(Refused):
                actions.call_off(actor=who, reason="Не та семья", **off)
        with pytest.raises(Invalid):
            actions.call_off(actor=panel.coordinator, reason="", **off)
        actions.call_off(actor=panel.coordinator, reason="Не та семья", **off)
        assert queries.waiting_for(actor=panel.third) == [] and queries.minutes_for(actor=panel.second) == []
        assert not RouteMember.objects.filter(route=panel.route, to_on=None).exists()
        assert panel.papers() == [] and "vote" not in Route.objects.get().facts
        view = panel.seen_by(panel.coordinator)
        assert view.why_called_off == "Не та семья" and not view.is_revealed and view.votes == [] and view.counts == []
        assert JournalEntry.objects.get(verb="process.record_voided").data["what"] == "ballot"
        for late in (lambda: panel.vote(panel.third, "open"), lambda: panel.close(actor=panel.coordinator)):
            with pytest.raises((Conflict, NotFound)):
                late()
        again = panel.open()
        assert Ballot.objects.get() == again and again.number is None

    def test_what_everybody_has_voted_on_is_counted_and_a_closed_vote_stays(self) -> None:
        panel = Panel()
        for one in panel.members:
            panel.vote(one, "open")
        off = {"actor": worker(Role.HEAD), "ballot_id": panel.ballot.pk, "reason": "Не то решение", "on": DAY}
        assert not panel.seen_by(panel.coordinator).may_call_off
        with pytest.raises(Conflict, match="Все проголосовали"):
            actions.call_off(**off)
        panel.close()
        with pytest.raises(Conflict, match="закрыто"):
            actions.call_off(**off)
        assert Ballot.objects.get().result == "open"

    def test_nobody_votes_on_a_family_that_withdrew_its_consent(self) -> None:
        panel = Panel()
        process.record_facts(actor=SYSTEM, route_id=panel.route.pk, facts={"processing_blocked": True}, on=LAST)
        with pytest.raises(Refused):
            actions.vote(actor=panel.second, ballot_id=panel.ballot.pk, choice="open", on=LAST)
        panel.close(LAST)

"""What is recorded on the path of a signal: contacts, urgent help, visits, risks, the report."""

from datetime import timedelta
from decimal import Decimal

import pytest

from opora.access.rules import SYSTEM, Role
from opora.cases.tests.factories import household, worker
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.intake import actions, queries
from opora.intake.models import AnalyticReport, ContactRecord, RiskForm, UrgentAid, Visit
from opora.intake.queries.risk_review import ask_risk
from opora.intake.rules.visits import ChildSeen
from opora.intake.tests.factories import elsewhere, make_referral, registrar
from opora.process import actions as process
from opora.process.models import Paper, Route
from opora.process.queries import present_papers
from opora.process.tests.factories import BEGAN

pytestmark = pytest.mark.django_db


def papers(route_id: int) -> list[str]:
    return sorted(Paper.objects.filter(route_id=route_id, withdrawn_on=None).values_list("kind", flat=True))


@pytest.mark.parametrize("result", ContactRecord.Result.values)
def test_only_a_contact_that_was_made_is_a_paper(result: str) -> None:
    actor = registrar()
    route_id = make_referral().route_id
    contact = actions.record_contact(
        actor=actor,
        route_id=route_id,
        kind="phone",
        party="mother",
        result=result,
        notes="Просит перезвонить",
        on=BEGAN,
    )
    assert papers(route_id) == (["contact_made"] if result in {"reached", "agreed"} else [])
    assert b"phone" not in bytes(contact.notes or b"")
    assert actions.read_notes(actor=actor, contact_id=contact.pk)[1] == "Просит перезвонить"
    with pytest.raises(NotFound):
        actions.read_notes(actor=elsewhere(), contact_id=contact.pk)


def test_nothing_happens_before_the_path_began() -> None:
    route_id = make_referral().route_id
    with pytest.raises(Invalid):
        actions.record_contact(
            actor=SYSTEM,
            route_id=route_id,
            kind="phone",
            party="mother",
            result="reached",
            on=BEGAN - timedelta(days=1),
        )


def test_urgent_help_needs_no_case_and_no_contract() -> None:
    actor = registrar()
    referral = make_referral(is_anonymous=True)
    first = actions.give_aid(
        actor=actor, route_id=referral.route_id, items={"food": Decimal(2), "diapers": Decimal(0)}, on=BEGAN
    )
    second = actions.give_aid(actor=actor, route_id=referral.route_id, items={"money": Decimal("1500.50")}, on=BEGAN)
    assert (first.act_number, second.act_number) == ("1/2026", "2/2026")
    assert [item.kind for item in first.items.all()] == ["food"]
    assert papers(referral.route_id) == ["aid_act", "aid_act"]
    assert Route.objects.get(pk=referral.route_id).case_id is None
    for nothing in ({}, {"food": Decimal(-1)}, {"gold": Decimal(1)}):
        with pytest.raises(Invalid):
            actions.give_aid(actor=actor, route_id=referral.route_id, items=nothing, on=BEGAN)
    assert UrgentAid.objects.count() == 2


def test_whoever_may_not_see_the_path_records_nothing() -> None:
    referral = make_referral()
    with pytest.raises(NotFound):
        actions.give_aid(actor=elsewhere(), route_id=referral.route_id, items={"food": Decimal(1)}, on=BEGAN)
    with pytest.raises(NotFound):
        actions.write_report(actor=worker(Role.ANALYST), route_id=referral.route_id, sections={"needs": "да"}, on=BEGAN)


def test_a_visit_is_planned_held_reported_and_approved() -> None:
    coordinator = registrar()
    visitor = worker(Role.SPECIALIST)
    home = household(children=2)
    referral = make_referral()
    process.name_family(actor=SYSTEM, route_id=referral.route_id, family_id=home.family.pk)
    assert visitor.user_id is not None
    visit = actions.plan_visit(
        actor=coordinator, route_id=referral.route_id, visitor_ids=[visitor.user_id], on=BEGAN + timedelta(days=1)
    )
    held = BEGAN + timedelta(days=2)
    children = [
        ChildSeen(home.child_ids[0], was_seen=True, condition="concern", notes="Кашляет"),
        ChildSeen(home.child_ids[1], was_seen=False),
    ]
    actions.report_visit(
        actor=visitor, visit_id=visit.pk, safety="safe", told={"home": "Чисто"}, children=children, on=held
    )
    assert papers(referral.route_id) == []
    with pytest.raises(Refused):
        actions.approve_visit(actor=visitor, visit_id=visit.pk, on=held)
    actions.approve_visit(actor=coordinator, visit_id=visit.pk, on=held)
    assert papers(referral.route_id) == ["visit_report"]
    read, _route, told = actions.read_visit(actor=visitor, visit_id=visit.pk)
    assert told["home"] == "Чисто" and told["children"] == ["Кашляет", ""]
    assert [(child.was_seen, child.condition) for child in read.children.all()] == [(True, "concern"), (False, "")]
    with pytest.raises(Conflict):
        actions.report_visit(actor=visitor, visit_id=visit.pk, safety="", told={}, children=[], on=held)


def test_a_visit_speaks_only_of_children_of_this_family() -> None:
    referral = make_referral()
    visit = Visit.objects.create(route_id=referral.route_id, planned_on=BEGAN)
    stranger = household(children=1).child_ids[0]
    for child in (ChildSeen(stranger, was_seen=True), ChildSeen(None, was_seen=False, condition="good")):
        with pytest.raises(Invalid):
            actions.report_visit(actor=SYSTEM, visit_id=visit.pk, safety="", told={}, children=[child], on=BEGAN)


def test_the_form_of_risks_tells_the_criteria_the_risk() -> None:
    referral = make_referral()
    form = actions.fill_risk_form(
        actor=registrar(),
        route_id=referral.route_id,
        risks={"violence": "high", "infant": "yes", "hiding": ""},
        resources={"relative": "yes"},
        needs="Жильё",
        on=BEGAN,
    )
    assert (form.proposed, form.level, form.risks) == ("high", "high", {"violence": "high", "infant": "yes"})
    assert papers(referral.route_id) == ["risk_form"]
    route = Route.objects.get(pk=referral.route_id)
    assert route.facts["risk"] == "high"
    (table,) = queries.criteria_of(route)
    assert (table.row, table.result) == (2, "fits")
    # The trial table knows only low and high: another level is kept with the form, the table asks on.
    other = actions.fill_risk_form(
        actor=SYSTEM, route_id=referral.route_id, risks={"violence": "medium"}, resources={}, needs="", on=BEGAN
    )
    assert other.level == "medium"
    with pytest.raises(Invalid):
        actions.fill_risk_form(actor=SYSTEM, route_id=referral.route_id, risks={}, resources={}, needs="", on=BEGAN)
    assert RiskForm.objects.count() == 2


def test_a_form_of_risks_filled_in_by_mistake_counts_nowhere_and_the_former_one_speaks_again() -> None:
    referral = make_referral()
    route_id = referral.route_id
    filled = {"actor": SYSTEM, "route_id": route_id, "resources": {}, "needs": "Жильё", "on": BEGAN}
    low = actions.fill_risk_form(risks={"violence": "low"}, **filled)
    high = actions.fill_risk_form(risks={"violence": "high"}, **filled)
    route = Route.objects.get(pk=route_id)
    assert ask_risk(route).answer().level == "high"
    with pytest.raises(Invalid):
        actions.void_risk_form(actor=worker(Role.HEAD), form_id=high.pk, reason="", on=BEGAN)
    with pytest.raises(NotFound):
        actions.void_risk_form(actor=elsewhere(), form_id=high.pk, reason="Не та семья", on=BEGAN)
    actions.void_risk_form(actor=worker(Role.HEAD), form_id=high.pk, reason="Карта другой семьи", on=BEGAN)
    route.refresh_from_db()
    assert route.facts["risk"] == "low" and ask_risk(route).answer().level == "low"
    assert [one.pk for one in queries.risk_forms_of(route)] == [low.pk]
    assert present_papers(route=route) >= {"risk_form"}, "the former form serves the stage"
    actions.void_risk_form(actor=worker(Role.HEAD), form_id=low.pk, reason="Тоже не та", on=BEGAN)
    route.refresh_from_db()
    assert route.facts["risk"] is None and not ask_risk(route).answer().level
    assert "risk_form" not in present_papers(route=route)
    (table,) = queries.criteria_of(route)
    assert not table.result, "what is unknown is no risk and no absence of one"
    assert RiskForm.every.count() == 2 and actions.read_risk_form(actor=worker(Role.HEAD), form_id=low.pk)[2] == "Жильё"


def test_the_report_is_frozen_when_it_goes_to_the_vote() -> None:
    actor = registrar()
    referral = make_referral()
    draft = actions.write_report(
        actor=actor, route_id=referral.route_id, sections={"situation": "Мать одна", "weather": "дождь"}, on=BEGAN
    )
    with pytest.raises(Conflict):
        actions.freeze_report(actor=actor, report_id=draft.pk, on=BEGAN)
    with pytest.raises(Conflict):
        actions.write_report(actor=actor, route_id=referral.route_id, sections={"situation": "Иначе"}, on=BEGAN)
    full = {"situation": "Мать одна", "recommendation": "Открыть случай"}
    actions.write_report(actor=actor, route_id=referral.route_id, sections=full, revision=1, on=BEGAN)
    actions.freeze_report(actor=actor, report_id=draft.pk, on=BEGAN)
    assert papers(referral.route_id) == ["analytic_report"]
    actions.write_report(actor=actor, route_id=referral.route_id, sections={"situation": "Новое"}, on=BEGAN)
    assert AnalyticReport.objects.count() == 2
    assert actions.read_report(actor=actor, report_id=draft.pk)[2] == full

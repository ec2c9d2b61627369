"""A begun form whose record can be written no more ends, and its writer is told why in a sentence."""

import inspect
import re
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse
from django.utils.timezone import make_aware

from opora.access.rules import SYSTEM, Actor
from opora.cases import actions as cases
from opora.common.dates import today
from opora.drafts.actions import forget_old, keep_draft
from opora.drafts.models import FormDraft
from opora.drafts.queries import begun, drafts_of
from opora.drafts.queries.lapsed import lapsed, lapses
from opora.goods import actions as goods
from opora.intake import actions as intake
from opora.life import lapses as life_lapses
from opora.life.actions import mending
from opora.plans import actions as plans
from opora.plans.tests.factories import SOON, Walk, make_plan, make_task, make_walk
from opora.process.models import Route
from opora.services import actions as services
from opora.services.tests.factories import plan as plan_help
from opora.services.tests.factories import walk_with_services
from opora.stays import actions as stays
from opora.stays.tests.factories import UNTIL, admit, house
from opora.web.intake.tests.test_signals import signed_in, text_of
from tests.access_table.addresses import names, walk

# Forms about something with a number in the address of which no other work takes the record away: an account, a
# department, a person, a role, a place to live, a kind of good and its shelf, a group, a channel; an import asks for
# choices, not for words; the sheets of «Записать» and the list of a group belong to a path or a case. Of a logic model
# there is always a next version to be worked on; registered hypotheses, decisions and indicators stay for good.
ALWAYS = {
    "access:change_department", "access:change_roles", "access:person", "access:rename", "cases:leave",
    "cases:take_off_child", "chain:target", "duties:substitute", "families:born", "families:leave",
    "families:placement",
    "fields:field", "process:draft_add", "process:draft_add_fact", "process:draft_add_row", "process:draft_fact",
    "process:draft_head", "process:draft_part", "process:draft_publish", "process:draft_row", "process:versions",
    "families:role", "families:same", "families:together", "families:together_family", "goods:keep", "goods:move",
    "goods:sort", "goods:write_off", "groups:case_join", "groups:change", "groups:route_join", "groups:session_new",
    "indicators:draft", "indicators:publish",
    "indicators:put_away", "indicators:target", "instruments:add_item", "instruments:add_level",
    "instruments:add_section", "instruments:head", "instruments:item", "instruments:level", "instruments:programs",
    "instruments:publish", "instruments:scale", "instruments:section", "life:case_record", "life:route_record",
    "logic:add_box", "logic:add_part", "logic:arrow", "logic:box",
    "logic:connect", "logic:head", "logic:part", "logic:publish",
    "partners:change",
    "pivot:put_away", "pivot:table_keep", "plans:decide", "plans:goal", "plans:waive", "registry:columns",
    "registry:run", "release:prepare", "api:revoke", "reports:about", "reports:add", "reports:away", "reports:back",
    "reports:begin", "reports:copy", "reports:take", "studies:decide", "studies:effect", "studies:open",
    "voice:channel_change", "voice:count",
}  # fmt: skip
_ASKS = re.compile(r"\b(form_page|record|_ask|_mended|_page|change_page)\(")


def test_every_form_about_a_record_says_when_it_can_be_written_no_more() -> None:
    about_records = set()
    for name, pattern in walk():
        numbers = set(pattern.pattern.regex.groupindex) - {"case_id", "route_id"}
        view: Any = inspect.unwrap(pattern.callback)
        if numbers and view.__module__.startswith("opora.web.") and _ASKS.search(inspect.getsource(view)):
            about_records.add(name)
    assert about_records - set(lapses()) - ALWAYS == set(), "declare it in the lapses.py of the record's room"
    assert set(lapses()) | ALWAYS <= set(names())
    assert not set(lapses()) & ALWAYS


pytestmark = pytest.mark.django_db


def begin(actor: Actor, form: str, route_id: int, about: dict[str, object]) -> FormDraft:
    """Somebody begins a form and leaves it."""
    subject = "&".join(f"{name}={value}" for name, value in sorted(about.items()))
    typed = {"note": ["Печь дымит, печника ждут во вторник"]}
    keep_draft(actor=actor, form=form, subject=subject, address="/", title="Форма", typed=typed, route_id=route_id)
    return FormDraft.objects.latest("pk")


def told(actor: Actor) -> str:
    """What the writer reads among what is unfinished."""
    return text_of(signed_in(actor).get(reverse("today:unfinished")))


def night(days: int = 0) -> datetime:
    return make_aware(datetime.combine(today() + timedelta(days=days), time(4, 23)))


def test_a_report_begun_of_a_visit_that_was_called_off() -> None:
    found = make_walk()
    actor = found.manager
    visit = intake.plan_visit(actor=actor, route_id=found.route.pk, on=today(), visitor_ids=[actor.own_id])
    draft = begin(actor, "intake:report_visit", found.route.pk, {"visit_id": visit.pk})
    assert "Визит не состоялся" not in told(actor)
    intake.cancel_visit(actor=actor, visit_id=visit.pk, reason="Семья в отъезде", on=today())
    page = told(actor)
    assert "Визит не состоялся" in page, "at once, before the night"
    assert f'{draft.address}"' not in page.partition("Форма")[2].partition("</li>")[0] or "Выбросить" in page
    forget_old(at=night())
    line = drafts_of(actor=actor)[0]
    assert (line.why, line.ends_on) == ("lapsed", today() + timedelta(days=7))
    forget_old(at=night(7))
    assert begun(actor=actor, form=draft.form, subject=draft.subject) is None, "the words are gone on the day told"
    assert "Визит не состоялся" in told(actor), "and the reason still stands there"


def test_a_task_taken_up_again_keeps_what_was_begun_about_it() -> None:
    found = make_walk()
    actor = found.manager
    make_plan(route_id=found.route.pk, actor=actor)
    task = make_task(route_id=found.route.pk, actor=actor, accountable=f"worker:{actor.user_id}")
    draft = begin(actor, "plans:finish", found.route.pk, {"task_id": task.pk})
    plans.cancel_task(actor=actor, task_id=task.pk, note="Не нужно", on=SOON)
    forget_old(at=night())
    assert "Задачу отменили" in told(actor)
    plans.undo_finish(actor=actor, task_id=task.pk, on=SOON)
    forget_old(at=night(1))
    draft.refresh_from_db()
    assert (draft.why, draft.ends_on, draft.is_gone) == ("", None, False)
    assert "Задачу отменили" not in told(actor)


def _stage_left(found: Walk) -> None:
    Route.objects.filter(pk=found.route.pk).update(stage="signal")


def _family_named(found: Walk) -> None:
    """The path of the walk knows its family from the beginning."""


def _closed_and_opened(found: Walk) -> None:
    cases.close_case(
        actor=found.manager,
        case_id=found.case.pk,
        reason="goals_achieved",
        summary="Справляется",
        placements=dict.fromkeys(found.home.child_ids, "own_family"),
        on=SOON,
    )
    cases.reopen_case(actor=found.manager, case_id=found.case.pk, reason="Просит снова", on=SOON)


@pytest.mark.parametrize(
    ("form", "about", "meanwhile", "said"),
    [
        ("process:step", {"action": "finish"}, _stage_left, "перешла на другой этап"),
        ("cases:path_family", {}, _family_named, "Семью этого пути уже назвали"),
        ("cases:reopen", {"case_id": "case"}, _closed_and_opened, "Случай снова открыт"),
    ],
)
def test_each_room_tells_its_own_reason(form: str, about: dict[str, str], meanwhile: Any, said: str) -> None:
    found = make_walk()
    subject: dict[str, object] = (
        {"case_id": found.case.pk} if about.get("case_id") else {"route_id": found.route.pk, **about}
    )
    begin(found.manager, form, found.route.pk, subject)
    meanwhile(found)
    assert said in told(found.manager)


def test_a_begun_form_about_a_need_ends_when_the_family_needs_it_no_more() -> None:
    walk = make_walk()
    shop = goods.keep_good(actor=SYSTEM, name="Подгузники", category="baby", unit="pack")
    need = goods.record_need(
        actor=walk.manager, route_id=walk.route.pk, good_id=shop.pk, quantity=Decimal(2), rhythm="month", on=today()
    )
    begun_form = begin(walk.manager, "goods:end_need", walk.route.pk, {"need_id": need.pk})
    assert lapsed([begun_form]) == {}
    goods.end_need(actor=walk.manager, need_id=need.pk, on=today())
    assert lapsed([begun_form]) == {begun_form.pk: "need.ended"}


def test_a_begun_form_about_a_planned_service_ends_when_it_was_stopped() -> None:
    walk = walk_with_services()
    planned = plan_help(walk)
    begun_form = begin(walk.manager, "services:change", walk.route.pk, {"planned_id": planned.pk})
    assert lapsed([begun_form]) == {}
    services.stop_planned(actor=walk.manager, planned_id=planned.pk, on=today())
    assert lapsed([begun_form]) == {begun_form.pk: "planned.ended"}


def test_a_begun_form_about_a_stay_ends_when_it_was_decided_or_the_family_left() -> None:
    place = house()
    admission_id = admit(place).pk
    about: dict[str, object] = {"admission_id": admission_id}
    manager = place.scene.case_manager
    longer: dict[str, Any] = {"actor": manager, "until": UNTIL + timedelta(days=9), "reason": "Суд", "on": UNTIL}
    stays.ask_extension(admission_id=admission_id, **longer)
    route = make_walk().route.pk
    decide, move = (begin(manager, form, route, about) for form in ("stays:decide", "stays:move"))
    assert lapsed([decide, move]) == {}
    stays.decide_extension(actor=place.scene.coordinator, admission_id=admission_id, agrees=True, on=UNTIL)
    assert lapsed([decide, move]) == {decide.pk: "extension.decided"}
    cases.end_stay(actor=manager, case_id=place.scene.case.pk, on=UNTIL)
    assert lapsed([decide, move]) == {decide.pk: "admission.left", move.pk: "admission.left"}


def test_whatever_may_be_taken_back_from_the_life_says_so_to_whoever_writes_of_it() -> None:
    assert set(life_lapses._RECORDS) == set(mending._VOIDING)

"""What hangs on a colleague, and the list of colleagues for whoever leads."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from opora.access.policies import may_name_substitute
from opora.access.queries import substitutions_of
from opora.access.rules import can
from opora.cases.queries.hanging import planned_with
from opora.common.dates import today
from opora.duties import actions, queries
from opora.duties.policies import leads
from opora.families.actions import call_families
from opora.plans.queries.hanging import TASKS, task_titles
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of


@require_GET
def list_colleagues(request: HttpRequest) -> HttpResponse:
    """Everybody whose work one may pass on, and how much of the house's work is nobody's."""
    actor = actor_of(request)
    people = queries.colleagues(actor=actor)
    if sheets.is_asked(request):
        return sheets.answer(request, name="colleagues", title=_("Colleagues’ work"), columns=_columns(), rows=people)
    lost = sum(len(one.items) for one in queries.unowned(actor=actor, on=today()))
    return render(request, "duties/colleagues.html", {"people": people, "lost": lost})


def _columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Colleague"), lambda one: one.name),
        sheets.Column(_("Open cases"), lambda one: one.cases, "count"),
    ]


@require_GET
def show_work(request: HttpRequest, user_id: int) -> HttpResponse:
    """Everything in somebody's hands, by kind."""
    actor = actor_of(request)
    groups = queries.work_of(actor=actor, user_id=user_id)
    items = [item for one in groups for item in one.items]
    actions.note_look(actor=actor, user_id=user_id)
    context = {
        "user_id": user_id,
        "name": queries.name_of(user_id=user_id),
        "is_self": actor.user_id == user_id,
        "groups": groups,
        "families": call_families(actor=actor, family_ids={one.family_id for one in items if one.family_id}),
        "titles": task_titles(
            actor=actor, task_ids=[item.key for one in groups if one.kind == TASKS for item in one.items]
        ),
        "tasks": TASKS,
        "may_pass_on": any(one.may_go and one.items for one in groups),
        "hidden": sum(one.hidden for one in groups if one.may_go),
        "former": queries.passed_on(actor=actor, user_id=user_id),
        "leads": leads(actor),
        "substitutions": substitutions_of(actor=actor, user_id=user_id, on=today()),
        "passing": queries.planned_passing(actor=actor, user_id=user_id),
        "planned": planned_with(actor=actor, user_id=user_id),
        "may_name": may_name_substitute(actor, user_id),
        "today": today(),
        "keeps": can(actor, "people.manage"),
    }
    return render(request, "duties/work.html", context)

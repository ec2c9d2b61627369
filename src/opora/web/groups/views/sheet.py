"""The sheet of a meeting: one tap for each person, on a telephone."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from opora.common.dates import today
from opora.groups import actions, policies, queries
from opora.web.groups.forms import SheetForm
from opora.web.groups.views.names import families_called, home_of, key_of, people_called
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page


def mark(request: HttpRequest, session_id: int) -> HttpResponse:
    """Who came, how many came besides, what was given to do at home and what families did."""
    actor = actor_of(request)
    session = queries.find_session(actor=actor, session_id=session_id)
    policies.check_may_lead(actor, session.group)
    found = actions.read_group(actor=actor, group_id=session.group_id)
    line = next(one for one in found.sessions if one.session.pk == session_id)
    names = people_called(request, found)
    listed = [one for one in found.roster if one.is_on_list(session.on) or session_id in one.marks]
    initial: dict[str, Any] = {
        "heads": session.heads or None,
        "homework": line.homework,
        "homework_due_on": session.homework_due_on,
        **{f"mark_{one.id}": one.marks.get(session_id, "") for one in listed},
        **{f"home_{key_of(one)}": line.results.get(one.place, "") for one in listed},
        **{f"said_{key_of(one)}": line.comments.get(one.place, "") for one in listed},
    }
    keys = {key_of(one) for one in listed}
    form = SheetForm(
        given(request),
        people=[(one.id, names.get(one.person_id, one.code)) for one in listed],
        families=[(key, name) for key, name in families_called(request, found) if key in keys],
        initial=initial,
    )
    return form_page(
        request,
        form,
        lambda typed: actions.mark(
            actor=actor,
            session_id=session_id,
            marks=form.told(),
            heads=typed["heads"] or 0,
            homework=typed["homework"],
            homework_due_on=typed["homework_due_on"],
            results=form.results(),
            comments=form.comments(),
            on=today(),
        ),
        template="groups/sheet.html",
        done=_said,
        back=home_of(session.group_id),
        context={"session": session, "group": session.group},
    )


def _said(session: Any) -> str:
    """What was really recorded: who came, and the services of families, where coming counts as one."""
    found = queries.recorded_at(session)
    if found.services:
        return ngettext(
            "Marked. %(n)s family has the service of this meeting.",
            "Marked. %(n)s families have the service of this meeting.",
            found.services,
        ) % {"n": found.services}
    if not found.came and not found.heads:
        return _("Marked: nobody came.")
    return _("Marked: came %(came)s, not registered %(heads)s. No service is recorded of this meeting.") % {
        "came": found.came,
        "heads": found.heads,
    }

"""One person of a case's family: who it is, the roles, a change of either."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.cases import queries as cases
from opora.common.dates import today
from opora.common.errors import NotFound, Refused
from opora.families import actions, queries
from opora.families.queries import PersonCard
from opora.families.rules import Identity, Sign
from opora.families.words import KIND_LABELS, SEX_LABELS, doubts_about, show_birth, show_former, show_papers
from opora.web.families.forms import EditForm, RoleForm
from opora.web.families.views.people import KIND_ICONS
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.middleware import say


def show_person(request: HttpRequest, case_id: int, person_id: int) -> HttpResponse:
    """Everything known of a person. Looking is a line in the journal."""
    actor = actor_of(request)
    opened = actions.open_person(actor=actor, person_id=person_id, case_id=case_id, on=today())
    sex = opened.card.line.sex
    context = {
        "identity": opened.identity,
        "merges": queries.merges_of(person_id) if opened.card.may_merge else [],
        "former": [show_former(one) for one in opened.identity.former_names] if opened.identity else [],
        "papers": show_papers(opened.identity) if opened.identity else [],
        "doubts": doubts_about(opened.identity) if opened.identity else [],
        "born": show_birth(opened.identity.born) if opened.identity else "",
        "refusal": opened.refusal,
        "sex": SEX_LABELS[sex] if sex else "",
    }
    return render(request, "families/person.html", person_context(actor, case_id, opened.card) | context)


def edit_person(request: HttpRequest, case_id: int, person_id: int) -> HttpResponse:
    """Change what is known of a person; somebody else's change in between is shown beside what was typed."""
    actor = actor_of(request)

    def look() -> actions.OpenedPerson:
        """What is known now; each look is a line in the journal."""
        opened = actions.open_person(actor=actor, person_id=person_id, case_id=case_id, to_change=True, on=today())
        if opened.identity is None:
            raise Refused(opened.refusal)
        return opened

    before = None if request.method == "POST" else look()
    form = EditForm(given(request), initial=_initial_of(before) if before else None)

    def save(typed: dict[str, Any]) -> None:
        actions.update_identity(
            actor=actor,
            person=queries.person_of_case(actor=actor, person_id=person_id, case_id=case_id),
            identity=form.identity(),
            sex=typed["sex"],
            is_renamed=typed["is_renamed"],
            case_id=case_id,
            revision=typed["revision"],
            on=today(),
        )

    def around() -> dict[str, Any]:
        """After a conflict the saved version stands beside what was typed, and the next try is made upon it."""
        now, saved = before or look(), None
        if form.is_bound and form.non_field_errors():
            saved = now.identity
            form.renew(now.card.line.revision)
        return person_context(actor, case_id, now.card) | {
            "saved": saved,
            "saved_papers": show_papers(saved) if saved else [],
            "saved_born": show_birth(saved.born) if saved else "",
        }

    back = reverse("families:person", args=[case_id, person_id])
    return form_page(
        request,
        form,
        save,
        template="families/edit.html",
        done=_("Saved."),
        back=back,
        to=lambda _saved: _warned(request, actor, form.identity(), person_id, back),
        context=around,
    )


def _initial_of(opened: actions.OpenedPerson) -> dict[str, Any]:
    line = opened.card.line
    return {**EditForm.initial_of(opened.identity or Identity(), line.sex), "revision": line.revision}


def _warned(request: HttpRequest, actor: Actor, identity: Identity, person_id: int, back: str) -> str:
    """Numbers of papers are kept as typed; what looks wrong with them is said at once."""
    for doubt in doubts_about(identity):
        say(request, doubt, good=False)
    matches = queries.suggest_duplicates(actor=actor, identity=identity, but=person_id) if identity.id_papers else []
    if any(Sign.PAPER in match.likeness.signs for match in matches):
        say(request, _("Somebody else is known with the same number of a paper. Compare both papers."), good=False)
    return back


def change_role(request: HttpRequest, case_id: int, person_id: int) -> HttpResponse:
    """Another role in the family from a day on."""
    actor = actor_of(request)
    card = queries.person_card(actor=actor, person_id=person_id, case_id=case_id, on=today())
    if not card.may_change:
        raise NotFound
    line = card.line
    form = RoleForm(
        given(request),
        is_child=line.is_child or (line.current is None and line.memberships[-1].role == "child"),
        present=line.current.role if line.current else "",
    )

    def save(typed: dict[str, Any]) -> None:
        actions.change_role(actor=actor, case_id=case_id, person_id=person_id, role=typed["role"], on=typed["on"])

    return form_page(
        request,
        form,
        save,
        template="families/role.html",
        done=_("Saved."),
        back=reverse("families:person", args=[case_id, person_id]),
        context=lambda: person_context(actor, case_id, card),
        places={"from_on": "on"},
    )


def person_context(actor: Actor, case_id: int, card: PersonCard) -> dict[str, Any]:
    """What every page about one person shows: the case, the code, the roles, where a child lives."""
    return {
        "case": cases.get_case(actor=actor, case_id=case_id),
        "card": card,
        "periods": [
            {"period": period, "label": KIND_LABELS[period.kind], "icon": KIND_ICONS[period.kind]}
            for period in reversed(card.history.periods if card.history else ())
        ],
        "placed": KIND_LABELS[card.line.placement.kind] if card.line.placement else "",
        "back": reverse("families:person", args=[case_id, card.line.person_id]),
    }

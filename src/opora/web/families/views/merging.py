"""Two records of one person: found, looked at side by side, brought together, and taken apart again."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.common.dates import today
from opora.common.errors import NotFound
from opora.families import actions, queries
from opora.families.actions import BothPeople
from opora.families.queries import PersonCard
from opora.families.rules.merging import FIELDS
from opora.families.words import FIELD_LABELS, show_field
from opora.web.families.forms import SameForm, TogetherForm
from opora.web.families.views.person import person_context
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.intentions import once


def find_same(request: HttpRequest, case_id: int, person_id: int) -> HttpResponse:
    """Who may be the same person: those who look alike, and a field for the code of anybody else."""
    actor = actor_of(request)
    card = _merging(actor, case_id, person_id)
    form = SameForm(given(request))
    opened = actions.open_person(actor=actor, person_id=person_id, case_id=case_id, on=today())
    known = []
    if opened.identity:
        known = actions.recognize(actor=actor, identity=opened.identity, but=person_id, case_id=case_id)

    def find(typed: dict[str, Any]) -> int:
        return queries.other_record(actor=actor, code=typed["code"], but=person_id)

    return form_page(
        request,
        form,
        find,
        template="families/same.html",
        done=_("Look at both before you bring them together."),
        back=reverse("families:person", args=[case_id, person_id]),
        to=lambda other_id: reverse("families:together", args=[case_id, person_id, other_id]),
        context=lambda: person_context(actor, case_id, card) | {"matches": [one for one in known if one.is_in_sight]},
    )


def bring_together(request: HttpRequest, case_id: int, person_id: int, other_id: int) -> HttpResponse:
    """Both records side by side; what is chosen stays, everything moves to the person of this case."""
    actor = actor_of(request)
    card = _merging(actor, case_id, person_id)
    both = actions.look_at_both(actor=actor, case_id=case_id, person_id=person_id, other_id=other_id)
    form = TogetherForm(given(request), both=both)

    def merge(typed: dict[str, Any]) -> None:
        actions.merge_people(
            actor=actor,
            case_id=case_id,
            person_id=person_id,
            other_id=other_id,
            chosen=form.chosen(),
            reason=typed["reason"],
            with_families=bool(typed.get("with_families")),
            seen=form.seen(),
        )

    return form_page(
        request,
        form,
        merge,
        template="families/together.html",
        done=_("The two records are one now. On this page they can be taken apart again."),
        back=reverse("families:person", args=[case_id, person_id]),
        context=lambda: person_context(actor, case_id, card) | {"both": both, "rows": _rows(both)},
    )


def take_apart(request: HttpRequest, case_id: int, person_id: int, merge_id: int) -> HttpResponse:
    """Ask, then take the two records apart as they were; where that cannot be, say why."""
    actor = actor_of(request)
    card = _merging(actor, case_id, person_id)
    merge = next((one for one in queries.merges_of(person_id) if one.pk == merge_id), None)
    if merge is None:
        raise NotFound
    back = reverse("families:person", args=[case_id, person_id])
    kept, gone = merge.people
    if request.method == "POST":
        return once(
            request,
            lambda: actions.undo_merge(actor=actor, case_id=case_id, merge_id=merge_id),
            done=_("The two records stand apart again, as they were before."),
            to=back,
        )
    asked = {
        "title": _("Take the two records apart?"),
        "text": _("%(other)s gets back everything that moved to %(code)s, and both are known as they were before.")
        % {"other": gone.code, "code": kept.code},
        "button": _("Take apart"),
        "action": request.path,
        "cancel_url": back,
    }
    return render(request, "shell/confirm.html", person_context(actor, case_id, card) | asked)


def _rows(both: BothPeople) -> list[dict[str, Any]]:
    """What each record says, field by field; fields of which neither says anything are left out."""
    told = [
        {
            "label": FIELD_LABELS[name],
            "kept": show_field(both.kept_identity, name),
            "gone": show_field(both.gone_identity, name),
        }
        for name in FIELDS
    ]
    return [row for row in told if row["kept"] or row["gone"]]


def _merging(actor: Actor, case_id: int, person_id: int) -> PersonCard:
    """The person, for whoever may bring records together; for all others there is no such page."""
    card = queries.person_card(actor=actor, person_id=person_id, case_id=case_id, on=today())
    if not card.may_merge:
        raise NotFound
    return card

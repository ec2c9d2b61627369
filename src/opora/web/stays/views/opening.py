"""What every page of one stay begins with: the stay, its people by name, and the line that somebody looked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from opora.common.dates import today
from opora.common.errors import NotFound
from opora.families.actions import name_people
from opora.families.queries import NamedFamily
from opora.stays import queries
from opora.stays.queries import AdmissionFile
from opora.web.shell.asking import actor_of, speaks_of
from opora.web.shell.form_page import form_page


@dataclass(frozen=True, slots=True)
class Opened:
    """A stay with its people by name."""

    file: AdmissionFile
    named: NamedFamily

    def lodgers(self, *, adults_only: bool = False) -> list[tuple[int, str]]:
        """Who lives there, for a list to choose from, by person."""
        called = self.named.called()
        lines = [line for line in self.file.lodgers if not (adults_only and line.lodger.part == "child")]
        return [(line.lodger.person_id, called.get(line.lodger.person_id, line.code)) for line in lines]

    @property
    def around(self) -> dict[str, Any]:
        """What every page of a stay is drawn with."""
        return {
            "file": self.file,
            "case": self.file.case,
            "names": self.named.by_id(),
            "title": self.named.title(self.file.case.client_id),
            "on": today(),
        }


def open_stay(request: HttpRequest, admission_id: int) -> Opened:
    """The stay for whoever sees its case; NotFound for all others."""
    actor, on = actor_of(request), today()
    file = queries.file_of_admission(actor=actor, admission_id=admission_id, on=on)
    speaks_of(request, case_id=file.case.pk)
    return Opened(file, name_people(actor=actor, family_id=file.case.family_id, case_id=file.case.pk, on=on))


def open_changing(request: HttpRequest, admission_id: int) -> Opened:
    """The same while the family lives there, for whoever may change it."""
    opened = open_stay(request, admission_id)
    if not opened.file.lives_here or not opened.file.may_change:
        raise NotFound
    return opened


def open_noting(request: HttpRequest, admission_id: int) -> Opened:
    """The same for whoever records the everyday life of the family, also after it has left."""
    opened = open_stay(request, admission_id)
    if not opened.file.may_note:
        raise NotFound
    return opened


def stay_form(
    request: HttpRequest,
    opened: Opened,
    form: forms.Form,
    act: Callable[[dict[str, Any]], Any],
    *,
    question: object,
    button: object,
    done: object,
    back: str,
    help_text: object = "",
    places: dict[str, str] | None = None,
    is_alarm: bool = False,
    template: str = "stays/form.html",
    more: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """A form about a stay: one template for all of them, or one that says more above it."""
    return form_page(
        request,
        form,
        act,
        template=template,
        done=done,
        back=reverse(back, args=[opened.file.admission.pk]),
        places=places,
        about={"case_id": opened.file.case.pk},
        context={
            **opened.around,
            "question": question,
            "button": button,
            "before": help_text,
            "is_alarm": is_alarm,
            **(more or {}),
        },
    )

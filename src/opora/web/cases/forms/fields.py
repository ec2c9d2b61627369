"""What several forms of cases have in common."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from opora.common.dates import today
from opora.process.queries.workload import Candidate
from opora.web.cases.forms.cards import draw_card
from opora.web.shell import forms as forms_of_all
from opora.web.shell.colleagues import bear_name
from opora.web.shell.forms import LOOK

Choices = Sequence[tuple[Any, Any]]
Tasks = Callable[[Sequence[int]], Mapping[int, int]]


class PastDayField(forms_of_all.PastDayField):
    """A day that has come already; today unless said otherwise."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("initial", today)
        super().__init__(**kwargs)


class CandidateInput(forms.RadioSelect):
    """A card for each of the likely ones, and a line to name anybody else in."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return data.get(f"{name}_named", "").strip() or super().value_from_datadict(data, files, name)


class CandidateChoice(forms.BoundField):
    """The choice as it stands on a page: the cards to draw, and the name typed while nobody is chosen by it."""

    field: "CandidateField"

    @property
    def cards(self) -> list[SafeString]:
        value = self.value()
        return [
            draw_card(one, tasks, name=self.html_name, chosen=value, dom_id="" if n else str(self.auto_id))
            for n, (one, tasks) in enumerate(self.field.cards(value))
        ]

    @property
    def named(self) -> str:
        value = self.value()
        return "" if value is None or str(value).isdecimal() else str(value)


class CandidateField(forms.TypedChoiceField):
    """Who shall answer for the case: the least loaded as cards with what they carry (S4-12), anybody else by name.

    A house may have hundreds of workers; so only those are drawn who are likely or were looked for. Given as a question
    they are asked for when they are drawn or looked through: whoever was chosen is then judged by the action alone.
    """

    SHOWN = 6
    FOUND = 8
    widget = CandidateInput

    def __init__(
        self, *, candidates: Sequence[Candidate] | Callable[[], Sequence[Candidate]], tasks: Tasks, **kwargs: Any
    ) -> None:
        self._candidates = candidates
        self._tasks = tasks
        self.found: Sequence[Candidate] = ()
        super().__init__(
            choices=lambda: [(one.user_id, one.name) for one in self.candidates],
            coerce=int,
            empty_value=None,
            error_messages={"required": _("Choose who answers for the case.")},
            **kwargs,
        )

    def __deepcopy__(self, memo: Any) -> "CandidateField":
        copied: CandidateField = super().__deepcopy__(memo)
        copied.found = ()
        return copied

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> CandidateChoice:
        return CandidateChoice(form, self, field_name)

    @property
    def candidates(self) -> Sequence[Candidate]:
        """Everybody who may be chosen, the likely ones first."""
        return self._candidates() if callable(self._candidates) else self._candidates

    def valid_value(self, value: Any) -> bool:
        return callable(self._candidates) or super().valid_value(value)

    def look(self, text: str) -> list[Candidate]:
        """Those who bear the name that was typed."""
        return bear_name(text, self.candidates, lambda one: one.name)

    def clean(self, value: Any) -> Any:
        if value in self.empty_values or str(value).isdecimal():
            return super().clean(value)
        found = self.look(str(value))
        if len(found) == 1:
            return super().clean(str(found[0].user_id))
        self.found = found[: self.FOUND]
        raise forms.ValidationError(
            _("Several colleagues bear this name. Choose one of them.")
            if found
            else _("Nobody of this name may be chosen here. Check how it is written.")
        )

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The cards of those who bear the name that is being typed."""
        name = request.headers[LOOK]
        found = self.look(request.POST.get(f"{name}_named", ""))[: self.FOUND]
        cards = [draw_card(one, tasks, name=name) for one, tasks in self.with_tasks(found)]
        return render(request, "cases/_candidates_found.html", {"found": cards})

    @property
    def others(self) -> int:
        """How many there are beside the likely ones."""
        return max(0, len(self.candidates) - self.SHOWN)

    def cards(self, chosen: Any) -> list[tuple[Candidate, int]]:
        """The likely ones, whoever is chosen already, and whoever was found by name; each with the open tasks."""
        first = list(self.candidates[: self.SHOWN])
        more = [one for one in self.candidates[self.SHOWN :] if str(one.user_id) == str(chosen) or one in self.found]
        return self.with_tasks([*first, *more])

    def with_tasks(self, people: Sequence[Candidate]) -> list[tuple[Candidate, int]]:
        """Some people with the number of their open tasks, which nobody counts for all others."""
        open_tasks = self._tasks([one.user_id for one in people])
        return [(one, open_tasks.get(one.user_id, 0)) for one in people]

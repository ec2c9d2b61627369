"""What several forms of cases have in common."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.common.dates import today
from opora.process.queries.workload import Candidate
from opora.web.shell import forms as forms_of_all

Choices = Sequence[tuple[Any, Any]]


class PastDayField(forms_of_all.PastDayField):
    """A day that has come already; today unless said otherwise."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("initial", today)
        super().__init__(**kwargs)


def person_field(label: Any, people: Choices, **kwargs: Any) -> forms.TypedChoiceField:
    """A choice of one of the people who work here."""
    return forms.TypedChoiceField(
        label=label, choices=[("", _("Choose a person")), *people], coerce=int, empty_value=None, **kwargs
    )


class CandidateField(forms.TypedChoiceField):
    """Who shall answer for the case, as cards that show what each candidate carries already (S4-12)."""

    SHOWN = 6

    def __init__(
        self, *, candidates: Sequence[Candidate], tasks: Mapping[int, int] | None = None, **kwargs: Any
    ) -> None:
        self.candidates = candidates
        self.tasks = tasks or {}
        super().__init__(
            choices=[(one.user_id, one.name) for one in candidates],
            coerce=int,
            empty_value=None,
            widget=forms.RadioSelect,
            error_messages={"required": _("Choose who answers for the case.")},
            **kwargs,
        )

    @property
    def first(self) -> list[tuple[Candidate, int]]:
        """The least loaded, seen at once, each with the number of open tasks."""
        return self._with_tasks(self.candidates[: self.SHOWN])

    @property
    def others(self) -> list[tuple[Candidate, int]]:
        """Those who carry more, folded away."""
        return self._with_tasks(self.candidates[self.SHOWN :])

    def _with_tasks(self, candidates: Sequence[Candidate]) -> list[tuple[Candidate, int]]:
        return [(one, self.tasks.get(one.user_id, 0)) for one in candidates]

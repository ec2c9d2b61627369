"""The forms that change a case: team, stay, closing, re-opening, follow-up."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.cases.rules.follow_up import ChildNow
from opora.common.dates import today
from opora.process.queries.workload import Candidate
from opora.web.cases.forms.fields import CandidateField, Choices, PastDayField, Tasks
from opora.web.shell.colleagues import ColleagueField
from opora.web.shell.forms import SeenForm, text_area
from opora.web.shell.widgets import DayField


class HandOverForm(SeenForm):
    """To whom the case goes and from which day."""

    def __init__(self, *args: Any, candidates: Sequence[Candidate], tasks: Tasks, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to_user_id"] = CandidateField(
            label=_("Who takes the case over"),
            candidates=candidates,
            tasks=tasks,
            help_text=_("Those with more room for another family stand first."),
        )
        self.fields["on"] = DayField(
            label=_("From which day"),
            initial=today,
            help_text=_(
                "The former case manager answers for the case up to this day, the new one from it. "
                "A coming day is kept, and the case goes over by itself."
            ),
        )


class WorkerForm(SeenForm):
    """Who answers for a signal from now on; what was seen of it (`revision`) is in whose hands it is, 0 in nobody's."""

    def __init__(self, *args: Any, candidates: Sequence[Candidate], tasks: Tasks, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user_id"] = CandidateField(
            label=_("Who takes the signal over"),
            candidates=candidates,
            tasks=tasks,
            help_text=_("Those with more room for another family stand first."),
        )


class JoinForm(SeenForm):
    """Who joins the team, in which part, from which day."""

    def __init__(self, *args: Any, people: Choices, parts: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user_id"] = ColleagueField(
            _("Who joins the team"),
            people,
            is_short=True,
            help_text=_(
                "From now on this person sees the case file. A volunteer sees only the tasks given to him or her."
            ),
        )
        self.fields["part"] = forms.ChoiceField(label=_("Part in the team"), choices=parts)
        self.fields["on"] = PastDayField(label=_("From which day"))


class LeaveForm(SeenForm):
    """The day somebody left the team."""

    on = PastDayField(
        label=_("Last day in the team"), help_text=_("From this day on the person no longer sees the case file.")
    )


class MoveInForm(SeenForm):
    """The day the family moved in and how long it is agreed to stay."""

    on = PastDayField(label=_("Moved in"))
    planned_until = DayField(label=_("Agreed until"), required=False)


class ExtendForm(SeenForm):
    """How much longer the family stays and why."""

    until = DayField(label=_("Stays until"))
    reason = text_area(_("Why the family stays longer"))
    on = PastDayField(label=_("Decided"))


class MoveOutForm(SeenForm):
    """The day the family left the centre."""

    on = PastDayField(label=_("Moved out"), help_text=_("Six months after this day the follow-up is due."))


class PastDayForm(forms.Form):
    """The day alone, read before the rest of a form: of whom is asked follows from it."""

    on = PastDayField(label=_("Day"))


class CloseForm(SeenForm):
    """Why and when the work ended, and where each child lives now."""

    def __init__(
        self,
        *args: Any,
        reasons: Choices,
        homes: Choices,
        children: Sequence[tuple[int, str]],
        no_exit: Choices = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.children = children
        self.fields["on"] = PastDayField(label=_("Closing day"))
        self.fields["reason"] = forms.ChoiceField(
            label=_("Why the work ends"), choices=[("", _("Choose a reason")), *reasons]
        )
        for child_id, code in children:
            self.fields[f"home_{child_id}"] = forms.ChoiceField(
                label=_("Where %(code)s lives now") % {"code": code},
                choices=[("", _("Choose a place")), *homes],
            )
        self.fields["summary"] = text_area(
            _("Summary of the work"),
            rows=6,
            help_text=_("What the family came with, what was done, how it lives now. No names: codes are enough."),
        )
        self.fields["plan_after"] = text_area(
            _("What the family goes on with"),
            required=False,
            help_text=_("Who helps from now on, what was agreed, whom to call. Kept under lock."),
        )
        if no_exit:
            self.fields["no_exit"] = forms.ChoiceField(
                label=_("Why there is no exit assessment"),
                choices=[("", _("Choose a reason")), *no_exit],
                help_text=_("The case will stand in the register of missing exits: its result cannot be shown."),
            )

    def placements(self) -> dict[int, str]:
        """Where each child lives, by the child's id."""
        return {child_id: self.cleaned_data[f"home_{child_id}"] for child_id, _code in self.children}


class ReopenForm(SeenForm):
    """When and why the work begins anew."""

    on = PastDayField(label=_("Re-opening day"))
    reason = text_area(_("Why the work begins anew"))


class FollowUpForm(SeenForm):
    """What came of the look back: whether the family was reached, how it fares, how each child lives (X-12)."""

    def __init__(
        self,
        *args: Any,
        choices: Mapping[str, Choices],
        homes: Choices,
        children: Sequence[tuple[int, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.children = children
        self.fields["on"] = PastDayField(label=_("Day of the visit or call"))
        self.fields["result"] = forms.ChoiceField(
            label=_("What came of it"), choices=choices["result"], initial="reached", widget=forms.RadioSelect
        )
        self.fields["family_state"] = forms.ChoiceField(
            label=_("How the family fares"), choices=[("", _("Choose")), *choices["family_state"]], required=False
        )
        for child_id, code in children:
            self.fields[f"home_{child_id}"] = forms.ChoiceField(
                label=_("Where %(code)s lives now") % {"code": code},
                choices=[("", _("Choose a place")), *homes],
                required=False,
            )
            self.fields[f"safety_{child_id}"] = forms.ChoiceField(
                label=_("Is %(code)s safe there?") % {"code": code},
                choices=[("", _("Choose")), *choices["safety"]],
                required=False,
            )
        self.fields["note"] = text_area(
            _("What is worth remembering"), required=False, help_text=_("Kept under lock. Codes instead of names.")
        )

    def told(self) -> dict[int, ChildNow]:
        """What was told of each child, by the child's id."""
        given = self.cleaned_data
        return {pk: ChildNow(given[f"home_{pk}"], given[f"safety_{pk}"]) for pk, _code in self.children}

    @property
    def about_children(self) -> list[tuple[str, forms.BoundField, forms.BoundField]]:
        """The fields of each child with the child's code."""
        return [(code, self[f"home_{pk}"], self[f"safety_{pk}"]) for pk, code in self.children]

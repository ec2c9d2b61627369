"""The form of each kind of record: what is asked at once, and what is folded."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.dates import today
from opora.intake.queries.choices import TOPICS
from opora.life import asking
from opora.life import words as told
from opora.services.queries import ServiceOffer
from opora.web.life.forms.parts import (
    AHEAD,
    OTHER,
    PAST,
    TODAY,
    TOMORROW,
    YESTERDAY,
    Chips,
    Choices,
    colleagues_of,
    hour,
    one_of,
    people,
    photos_sent,
    select,
    words,
)
from opora.web.life.forms.quantities import QuantityInput
from opora.web.shell.widgets import DayField


def _near(day: date) -> dict[str, date]:
    """What the words of a sheet mean on a day."""
    return {TODAY: day, YESTERDAY: day - timedelta(days=1), TOMORROW: day + timedelta(days=1)}


class SheetForm(forms.Form):
    """What every sheet has: when it was and where one goes back to. The day is today unless said otherwise."""

    days: ClassVar[Choices] = PAST
    folded: ClassVar[tuple[str, ...]] = ()

    def __init__(
        self,
        *args: Any,
        colleagues: Choices = (),
        members: Choices = (),
        tasks: Choices = (),
        photos: bool = True,
        what: str = "",
        children: Sequence[int] = (),
        services: ServiceOffer | None = None,
        results: Choices = (),
        assumptions: Choices = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.tasks = tasks
        self.services = services
        self.results = results
        self.assumptions = assumptions
        self.fields["day"] = forms.ChoiceField(
            label=pgettext_lazy("record sheet", "When"), choices=list(self.days), widget=Chips, initial=TODAY
        )
        self.fields["date"] = DayField(label=pgettext_lazy("record sheet", "Date"), required=False)
        self.fields["at"] = hour()
        self.build(colleagues, members)
        if photos and "notes" in self.fields:
            self.fields["photos"] = photos_sent()

    def build(self, colleagues: Choices, members: Choices) -> None:
        """The fields of this kind."""

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if "day" in typed:
            typed["on"] = self._day(typed["day"], typed.get("date"))
        return typed

    def came_back(self, begun_on: date) -> None:
        """Begun on another day, "today" means that day and not this one."""
        meant = _near(begun_on).get(self.initial.get("day", ""))
        if meant is not None and begun_on != today():
            self.initial["day"], self.initial["date"] = OTHER, meant

    def _day(self, told_as: str, written: date | None) -> date | None:
        on = _near(today())
        if told_as != OTHER:
            return on[told_as]
        if "date" in self.errors:
            return None
        if written is None:
            self.add_error("date", _("Enter the date."))
        elif self.days is PAST and written > today():
            self.add_error("date", _("This day has not come yet. Enter today or an earlier day."))
        elif self.days is AHEAD and written < today():
            self.add_error("date", _("This day is over. Enter today or a later day."))
        return written

    def shown(self) -> list[forms.BoundField]:
        """What is asked at once, in order; the day and hour stand apart."""
        apart = {"day", "date", "at", "photos", *self.folded}
        return [field for field in self if field.name not in apart]

    def hidden_away(self) -> list[forms.BoundField]:
        return [self[name] for name in self.folded if name in self.fields]

    @property
    def is_unfolded(self) -> bool:
        """Whether something folded holds an answer or a mistake, so that nobody overlooks it."""
        return any(
            field.errors or field.value() not in (None, "", False, field.initial) for field in self.hidden_away()
        )


class VisitForm(SheetForm):
    """We were there: who went, whom one saw, two lines."""

    folded = ("safety", "was_missed")

    def build(self, colleagues: Choices, members: Choices) -> None:
        self.fields["visitor_ids"] = colleagues_of(pgettext_lazy("record sheet", "Who went"), colleagues)
        if members:
            self.fields["people_ids"] = people(pgettext_lazy("record sheet", "Whom you saw"), members)
        self.fields["notes"] = words(pgettext_lazy("record sheet", "What was"))
        self.fields["safety"] = select(pgettext_lazy("record sheet", "Are the children safe"), asking.SAFETY)
        self.fields["was_missed"] = forms.BooleanField(
            label=pgettext_lazy("record sheet", "Nobody was at home"), required=False
        )


class PlanVisitForm(SheetForm):
    """A visit ahead: who goes, when."""

    days = AHEAD

    def build(self, colleagues: Choices, members: Choices) -> None:
        self.fields["visitor_ids"] = colleagues_of(pgettext_lazy("record sheet", "Who goes"), colleagues)


class ContactForm(SheetForm):
    """With whom, what came of it, two lines; how it was held is folded, for it is nearly always the same."""

    ways: ClassVar[Choices] = asking.BY_CALL
    folded: ClassVar[tuple[str, ...]] = ("topic", "what", "minutes")

    def build(self, colleagues: Choices, members: Choices) -> None:
        self.fields["party"] = one_of(pgettext_lazy("record sheet", "With whom"), asking.PARTIES)
        self.fields["result"] = one_of(pgettext_lazy("record sheet", "What came of it"), asking.RESULTS)
        self.fields["notes"] = words(pgettext_lazy("record sheet", "What was said"))
        self.fields["topic"] = select(pgettext_lazy("record sheet", "About what"), TOPICS)
        self.fields["what"] = select(pgettext_lazy("record sheet", "How"), self.ways, initial=str(self.ways[0][0]))
        self.fields["minutes"] = forms.IntegerField(
            label=pgettext_lazy("record sheet", "How many minutes"),
            required=False,
            min_value=1,
            max_value=1440,
            widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        )

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        typed["what"] = typed.get("what") or self.ways[0][0]
        return typed


class MeetingForm(ContactForm):
    """A meeting outside the home: with whom, who of the family was there, two lines."""

    ways = asking.BY_MEETING

    def build(self, colleagues: Choices, members: Choices) -> None:
        super().build(colleagues, members)
        self.fields["result"].initial, self.fields["result"].required = "reached", False
        if members:
            self.fields["people_ids"] = people(pgettext_lazy("record sheet", "Who was there"), members)
        self.order_fields(["day", "date", "at", "party", "people_ids", "result", "notes"])

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        typed["result"] = typed.get("result") or "reached"
        return typed


class LetterForm(SheetForm):
    """To whom, by when an answer is expected, what it says."""

    folded = ()

    def build(self, colleagues: Choices, members: Choices) -> None:
        self.fields["party"] = one_of(pgettext_lazy("record sheet", "To whom"), asking.PARTIES)
        self.fields["whom"] = forms.CharField(
            label=pgettext_lazy("record sheet", "Whom exactly"),
            required=False,
            max_length=200,
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        )
        self.fields["answer_due_on"] = DayField(
            label=pgettext_lazy("record sheet", "Answer expected by"), required=False
        )
        self.fields["notes"] = words(pgettext_lazy("record sheet", "What it is about"))

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        return {**typed, "what": "letter", "result": "sent"}


class StepForm(SheetForm):
    """What the family did or intends by itself, perhaps about a task of its plan."""

    folded = ("task_id",)

    def build(self, colleagues: Choices, members: Choices) -> None:
        del self.fields["at"]
        self.fields["what"] = one_of(pgettext_lazy("record sheet", "What it was"), asking.STEPS)
        self.fields["notes"] = words(pgettext_lazy("record sheet", "What the family did or said"), required=True)
        if self.tasks:
            self.fields["task_id"] = forms.TypedChoiceField(
                label=pgettext_lazy("record sheet", "About a task of the plan"),
                choices=[("", pgettext_lazy("record sheet", "no task")), *self.tasks],
                coerce=int,
                empty_value=None,
                required=False,
            )


class ObservationForm(SheetForm):
    """What one noticed."""

    folded = ("is_worry",)

    def build(self, colleagues: Choices, members: Choices) -> None:
        self.fields["notes"] = words(pgettext_lazy("record sheet", "What you noticed"), required=True)
        self.fields["is_worry"] = forms.BooleanField(
            label=pgettext_lazy("record sheet", "I worry about a child"), required=False
        )


class EventForm(SheetForm):
    """Something nobody foresaw."""

    def build(self, colleagues: Choices, members: Choices) -> None:
        del self.fields["at"]
        self.fields["what"] = one_of(pgettext_lazy("record sheet", "What happened"), asking.EVENTS)
        self.fields["notes"] = words(pgettext_lazy("record sheet", "How the family is"))


class AidForm(SheetForm):
    """What was given: a quantity in each line that applies."""

    def build(self, colleagues: Choices, members: Choices) -> None:
        del self.fields["at"]
        for kind, label in told.AID.items():
            self.fields[f"aid_{kind}"] = forms.DecimalField(
                label=capfirst(str(label)),
                required=False,
                min_value=Decimal(0),
                max_digits=9,
                decimal_places=2,
                widget=QuantityInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
            )
        self.fields["notes"] = words(pgettext_lazy("record sheet", "Remark"))

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        items = {kind: typed[f"aid_{kind}"] for kind in told.AID if typed.get(f"aid_{kind}")}
        return {**typed, "items": items}

    def lines(self) -> list[forms.BoundField]:
        return [self[f"aid_{kind}"] for kind in told.AID]

    def shown(self) -> list[forms.BoundField]:
        return [field for field in super().shown() if not field.name.startswith("aid_")]


SHEETS: dict[str, type[SheetForm]] = {
    "visit": VisitForm,
    "plan_visit": PlanVisitForm,
    "call": ContactForm,
    "meeting": MeetingForm,
    "letter": LetterForm,
    "step": StepForm,
    "observation": ObservationForm,
    "event": EventForm,
    "aid": AidForm,
}


def day_fields(on: date) -> dict[str, Any]:
    """A day as the sheet tells it: today, yesterday, or by its date."""
    told_as = {today(): TODAY, today() - timedelta(days=1): YESTERDAY}.get(on, OTHER)
    return {"day": told_as, "date": on}

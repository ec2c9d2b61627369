"""Tables of results: what people say of them, what is derived and kept, and whose records changed since."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField, opened
from opora.process.models import WorkRecord


class Result(WorkRecord):
    """What somebody says of a result of a family or of one person of it: reached, lost again, or not so at all."""

    class State(models.TextChoices):
        REACHED = "reached", pgettext_lazy("result", "reached")
        LOST = "lost", pgettext_lazy("result", "lost again")
        DECLINED = "declined", pgettext_lazy("result", "not reached")

    concept = models.SlugField(_("result"), max_length=40)
    # Nobody: it is a result of the whole family.
    person = models.ForeignKey("families.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("person"))
    state = models.CharField(pgettext_lazy("result", "what is so"), max_length=8, choices=State.choices)
    on = models.DateField(_("day"))
    # The record that shows it, as papers name it: "assessments.assessment:12"; empty where somebody simply saw it.
    evidence = models.CharField(_("seen by"), max_length=60, blank=True)
    note = SealedField(
        purpose="results.note", words=_("what was said of results"), route="route", case="case", null=True
    )

    class Meta:
        verbose_name = _("result of a family")
        verbose_name_plural = _("results of families")
        constraints = [
            WorkRecord.one_place("results_result_place"),
            models.CheckConstraint(condition=~Q(state="declined") | ~Q(evidence=""), name="results_declined_something"),
        ]
        indexes = [
            models.Index(fields=["route", "-on"], name="results_of_path"),
            models.Index(fields=["case", "-on"], name="results_of_case"),
        ]

    @property
    def note_text(self) -> str:
        """What was written beside it, for whoever may read the case."""
        return opened(self, "note")


class FailedAssumption(WorkRecord):
    """An assumption of a logic model did not hold for a family: which, since when, in whose words (X-16).

    Only that it failed is ever said: of a family without such a record it is not known whether it holds.
    """

    model = models.SlugField(_("logic model"), max_length=60)
    assumption = models.SlugField(_("assumption"), max_length=60)
    # As the model words it on that day; a later version may word it otherwise or stand on it no more.
    title_ru = models.CharField(max_length=600)
    title_en = models.CharField(max_length=600, blank=True)
    on = models.DateField(_("since"))
    text = SealedField(
        purpose="results.assumption",
        words=_("what was said of assumptions that did not hold"),
        route="route",
        case="case",
        null=True,
    )

    class Meta:
        verbose_name = _("failed assumption")
        verbose_name_plural = _("failed assumptions")
        constraints = [WorkRecord.one_place("results_assumption_place")]
        indexes = [
            models.Index(fields=["model", "assumption", "on"], name="results_assumptions"),
            models.Index(fields=["route", "-on"], name="results_assumptions_of_path"),
            models.Index(fields=["case", "-on"], name="results_assumptions_of_case"),
        ]

    @property
    def key(self) -> str:
        """The assumption as lists name it."""
        return f"{self.model}:{self.assumption}"

    @property
    def words(self) -> str:
        """What was written of it, for whoever may read the case."""
        return opened(self, "text")


class ResultMark(models.Model):
    """From when to when something of a result held for a case, or one person of it; computed, and kept to be found.

    Written by ``actions.refreshing`` alone. A case that stands in ``ResultDue`` is read from its records instead.
    """

    class Kind(models.TextChoices):
        AIMED = "aimed", pgettext_lazy("result", "aimed at")
        REACHED = "reached", pgettext_lazy("result", "reached")
        MAYBE_REACHED = "maybe_reached", pgettext_lazy("result", "seems reached")
        MAYBE_LOST = "maybe_lost", pgettext_lazy("result", "seems lost")

    kind = models.CharField(max_length=13, choices=Kind.choices)
    concept = models.CharField(max_length=40)
    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="+", db_index=False)
    # A number and no key: what is computed never keeps a person from anything.
    person_id = models.BigIntegerField(null=True)
    since = models.DateField()
    since_by = models.CharField(max_length=60)
    # Of a result that was reached: the day from which it was lost again.
    until = models.DateField(null=True)
    until_by = models.CharField(max_length=60, blank=True)

    class Meta:
        verbose_name = _("kept result")
        verbose_name_plural = _("kept results")
        indexes = [
            models.Index(fields=["case", "concept"], name="results_marks_of_case"),
            models.Index(fields=["concept", "kind", "since"], include=["case", "until"], name="results_marks_of"),
            models.Index(fields=["kind", "-since", "-id"], name="results_marks_newest"),
        ]


class ResultDue(models.Model):
    """Something of a case was written since its results were computed; the database adds a line with the journal.

    Lines are only added, so nobody waits for anybody; the queue puts them away.
    """

    case_id = models.BigIntegerField(db_index=True)

    class Meta:
        verbose_name = _("case whose results are due")
        verbose_name_plural = _("cases whose results are due")

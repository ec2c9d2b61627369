"""The table of what changes in a life: short dated records, each of one kind."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField, opened
from opora.process.models import WorkRecord


class LifeChange(WorkRecord):
    """Something of a family's life became so on a day: where it lives, what it lives on, how a child learns.

    What kinds there are and what their codes mean stands in the rules (``rules/kinds.py``).
    """

    class RatedBy(models.TextChoices):
        NOBODY = "", pgettext_lazy("rating", "not stated")
        CLIENT = "client", pgettext_lazy("rating", "by the client")
        SPECIALIST = "specialist", pgettext_lazy("rating", "by the specialist")

    kind = models.SlugField(_("what"), max_length=20)
    # Which benefit, which skill: a thread of its own within the kind.
    item = models.SlugField(_("which"), max_length=24, blank=True)
    # Nobody: it concerns the whole family.
    person = models.ForeignKey("families.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("person"))
    value = models.SlugField(_("value"), max_length=24, blank=True)
    number = models.DecimalField(pgettext_lazy("change", "number"), max_digits=10, decimal_places=2, null=True)
    rated_by = models.CharField(_("rated"), max_length=10, choices=RatedBy.choices, blank=True)
    on = models.DateField(pgettext_lazy("change", "since"))
    # A hearing, an answer of an office: when something is to come of it.
    expected_on = models.DateField(_("expected on"), null=True)
    note = SealedField(
        purpose="circumstances.note", words=_("notes on what changed"), route="route", case="case", null=True
    )
    # The newest of its thread: what holds now. Kept by every verb, so that lists read no histories.
    is_newest = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("change in the life of a family")
        verbose_name_plural = _("changes in the lives of families")
        constraints = [
            WorkRecord.one_place("circumstances_change_place"),
            models.CheckConstraint(
                condition=~Q(value="") | Q(number__isnull=False), name="circumstances_change_says_something"
            ),
        ]
        indexes = [
            models.Index(fields=["route", "-on"], name="circumstances_of_path"),
            models.Index(fields=["case", "-on"], name="circumstances_of_case"),
            models.Index(
                fields=["kind", "value", "-on", "-id"],
                condition=Q(is_newest=True, voided_on=None),
                name="circumstances_now",
            ),
        ]

    @property
    def note_text(self) -> str:
        """What was written beside it, for whoever may read the kind."""
        return opened(self, "note")

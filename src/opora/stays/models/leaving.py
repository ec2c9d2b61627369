"""The way out: what is to be settled before it, on which day it is agreed, and where the family went."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField, opened
from opora.process.models import Amended, Voidable


class ExitDay(Voidable):
    """A day of leaving agreed with the family; a later agreement stands instead of it (S0-56)."""

    admission = models.ForeignKey("stays.Admission", models.CASCADE, related_name="exit_days")
    exit_on = models.DateField(_("leaves on"))
    agreed_on = models.DateField(_("agreed"))
    with_family = models.BooleanField(_("agreed with the family"), default=True)

    class Meta:
        verbose_name = _("agreed day of leaving")
        verbose_name_plural = _("agreed days of leaving")
        ordering = ("-agreed_on", "-id")
        constraints = [
            models.CheckConstraint(condition=Q(exit_on__gte=F("agreed_on")), name="stays_exit_agreed_before")
        ]

    @property
    def case_id(self) -> int:
        """The case it belongs to."""
        return self.admission.case_id


class ExitIssue(Voidable):
    """A question to settle before leaving, or a step of the life after it, with who answers for it (S0-57, S0-59)."""

    class Whose(models.TextChoices):
        FAMILY = "family", pgettext_lazy("issue", "the family")
        CASE_MANAGER = "case_manager", pgettext_lazy("issue", "case manager")
        SPECIALIST = "specialist", pgettext_lazy("issue", "specialist of the centre")
        PSYCHOLOGIST = "psychologist", pgettext_lazy("issue", "psychologist")
        PARTNER = "partner", pgettext_lazy("issue", "partner or authority")

    admission = models.ForeignKey("stays.Admission", models.CASCADE, related_name="issues")
    title = SealedField(
        purpose="stays.issue", words=_("what was to be settled before leaving"), case="admission__case", null=True
    )
    # Answered for by a part, not by a person: it goes into other hands along with the case.
    whose = models.CharField(_("who answers for it"), max_length=14, choices=Whose.choices, default=Whose.FAMILY)
    is_after = models.BooleanField(_("after leaving"), default=False)
    due_on = models.DateField(_("due"), null=True)
    settled_on = models.DateField(_("settled"), null=True)

    class Meta:
        verbose_name = _("issue to settle before leaving")
        verbose_name_plural = _("issues to settle before leaving")
        ordering = ("is_after", F("due_on").asc(nulls_last=True), "id")
        indexes = [
            models.Index(fields=["due_on"], condition=Q(settled_on=None, voided_on=None), name="stays_issues_due")
        ]

    @property
    def case_id(self) -> int:
        """The case it belongs to."""
        return self.admission.case_id

    @property
    def title_text(self) -> str:
        """What is to be settled."""
        return opened(self, "title")


class Readiness(Amended):
    """Whether the family is prepared: in mind, socially, with a picture of its future (S0-58, S0-59)."""

    class Kind(models.TextChoices):
        PSYCHOLOGICAL = "psychological", pgettext_lazy("readiness", "psychological preparation")
        SOCIAL = "social", pgettext_lazy("readiness", "social preparation")
        FUTURE = "future", pgettext_lazy("readiness", "picture of the future")

    admission = models.ForeignKey("stays.Admission", models.CASCADE, related_name="readiness")
    kind = models.CharField(max_length=14, choices=Kind.choices)
    is_done = models.BooleanField(default=False)
    on = models.DateField(_("day"))
    note = SealedField(
        purpose="stays.readiness", words=_("how families were prepared for leaving"), case="admission__case", null=True
    )
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("preparation for leaving")
        verbose_name_plural = _("preparations for leaving")
        constraints = [models.UniqueConstraint(fields=["admission", "kind"], name="stays_readiness_once")]

    @property
    def note_text(self) -> str:
        """What was done, or how the family sees its future."""
        return opened(self, "note")


class Departure(Voidable):
    """The way out: where to, with whom, with the children or not, whether help goes on (S0-55, S0-60)."""

    class Destination(models.TextChoices):
        OWN_HOME = "own_home", pgettext_lazy("destination", "own home")
        RENTED = "rented", pgettext_lazy("destination", "rented home")
        RELATIVES = "relatives", pgettext_lazy("destination", "to relatives or friends")
        BACK = "back", pgettext_lazy("destination", "back to where the family came from")
        SHELTER = "shelter", pgettext_lazy("destination", "another shelter")
        INSTITUTION = "institution", pgettext_lazy("destination", "hospital or institution")
        UNKNOWN = "unknown", pgettext_lazy("destination", "not known")

    class Children(models.TextChoices):
        ALL = "all", pgettext_lazy("departure", "with all children")
        SOME = "some", pgettext_lazy("departure", "with some of the children")
        NONE = "none", pgettext_lazy("departure", "without the children")
        UNKNOWN = "unknown", pgettext_lazy("departure", "not known")

    admission = models.ForeignKey("stays.Admission", models.CASCADE, related_name="departures")
    destination = models.CharField(_("where to"), max_length=12, choices=Destination.choices)
    children = models.CharField(_("with the children"), max_length=8, choices=Children.choices)
    is_supported = models.BooleanField(_("help goes on"), null=True)
    with_whom = SealedField(
        purpose="stays.departure", words=_("with whom families left"), case="admission__case", null=True
    )
    note = SealedField(purpose="stays.departure", words=_("notes on departures"), case="admission__case", null=True)
    # How many issues were open on that day.
    open_issues = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("departure")
        verbose_name_plural = _("departures")
        constraints = [
            models.UniqueConstraint(fields=["admission"], condition=Q(voided_on=None), name="stays_left_once")
        ]

    @property
    def case_id(self) -> int:
        """The case it belongs to."""
        return self.admission.case_id

    @property
    def with_whom_text(self) -> str:
        """With whom the family went."""
        return opened(self, "with_whom")

    @property
    def note_text(self) -> str:
        """What is worth knowing of it."""
        return opened(self, "note")

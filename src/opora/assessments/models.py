"""Tables of assessments: answers are the truth, scores are derived at save and frozen."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from opora.families.sealing import SealedField, opened


class Point(models.TextChoices):
    """When in the life of the case the form was filled in."""

    ENTRY = "entry", _("entry")
    REVIEW = "review", _("review")
    EXIT = "exit", _("exit")
    FOLLOW_UP = "follow_up", _("follow-up")


class Assessment(models.Model):
    """One form about one case on one day; imported totals are assessments without answers (X-03)."""

    class Status(models.TextChoices):
        SUBMITTED = "submitted", _("awaiting approval")
        APPROVED = "approved", _("approved")
        RETURNED = "returned", _("returned for rework")
        REPLACED = "replaced", _("replaced by a correction")

    case = models.ForeignKey("cases.Case", models.CASCADE, db_index=False, related_name="+", verbose_name=_("case"))
    point = models.CharField(_("point"), max_length=10, choices=Point.choices)
    status = models.CharField(_("state"), max_length=10, choices=Status.choices)
    version = models.ForeignKey(
        "instruments.InstrumentVersion", models.PROTECT, null=True, db_index=False, related_name="+"
    )
    instrument_code = models.SlugField(max_length=60, default="efo", db_index=False)
    on = models.DateField(_("day"))
    assessor = models.ForeignKey(
        "access.User", models.PROTECT, null=True, db_index=False, related_name="+", verbose_name=_("assessor")
    )
    is_total_only = models.BooleanField(_("total only"), default=False)
    # A re-opened case begins another episode, which may have an exit of its own.
    episode = models.PositiveSmallIntegerField(default=1)
    answers = models.JSONField(null=True)
    # Remarks by item code, as {"1.1": "…"}.
    comments = SealedField(
        purpose="assessments.comments", words=_("remarks in assessments"), case="case", empty={}, null=True
    )
    ages = models.JSONField(default=dict)  # {person_id: whole years on the day}, null when not known
    ratings = ArrayField(models.SmallIntegerField(null=True), null=True)
    # The headline number S by the scoring rule of the form: weak sides counted, or scores added up.
    weak = models.SmallIntegerField()
    rated = models.SmallIntegerField(null=True)
    applicable = models.SmallIntegerField(null=True)
    critical = models.SmallIntegerField(null=True)
    strengths = models.SmallIntegerField(null=True)
    sections_weak = models.SmallIntegerField(null=True)
    sections_priority = models.SmallIntegerField(null=True)
    weak_by_section = ArrayField(models.SmallIntegerField(), null=True)
    rated_by_section = ArrayField(models.SmallIntegerField(), null=True)
    revision = models.PositiveIntegerField(default=1)
    replaces = models.ForeignKey("self", models.PROTECT, null=True, db_index=False, related_name="+")
    approved_by = models.ForeignKey("access.User", models.PROTECT, null=True, db_index=False, related_name="+")
    approved_at = models.DateTimeField(null=True)
    return_reason = SealedField(
        purpose="assessments.return_reason", words=_("reasons for returning assessments"), case="case", null=True
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "instrument_code"],
                condition=Q(point="entry") & ~Q(status="replaced"),
                name="assessments_one_entry",
            ),
            models.UniqueConstraint(
                fields=["case", "instrument_code", "episode"],
                condition=Q(point="exit") & ~Q(status="replaced"),
                name="assessments_one_exit",
            ),
            models.UniqueConstraint(
                fields=["case", "instrument_code", "point", "on"],
                condition=~Q(status="replaced"),
                name="assessments_one_a_day",
            ),
            models.UniqueConstraint(
                fields=["replaces"], condition=Q(replaces__isnull=False), name="assessments_replaced_once"
            ),
        ]
        indexes = [
            models.Index(fields=["case", "point", "on", "id"], name="assessments_by_case"),
            models.Index(fields=["id"], condition=Q(status="submitted"), name="assessments_waiting"),
            models.Index(fields=["on"], condition=Q(status="approved"), name="assessments_day"),
            # A register names neither form nor people: what it brings in is not looked for by them.
            models.Index(fields=["version"], condition=Q(version__isnull=False), name="assessments_by_version"),
            models.Index(fields=["assessor"], condition=Q(assessor__isnull=False), name="assessments_by_assessor"),
            models.Index(
                fields=["approved_by"], condition=Q(approved_by__isnull=False), name="assessments_by_approver"
            ),
        ]

    @property
    def comments_told(self) -> dict[str, str]:
        """The remarks by item code, for whoever may read the case."""
        return opened(self, "comments")

    @property
    def return_reason_text(self) -> str:
        """Why the form came back, for whoever may read the case."""
        return opened(self, "return_reason")

    @property
    def is_waiting(self) -> bool:
        return self.status == self.Status.SUBMITTED

    @property
    def is_approved(self) -> bool:
        return self.status == self.Status.APPROVED

    @property
    def is_returned(self) -> bool:
        return self.status == self.Status.RETURNED

    @property
    def is_replaced(self) -> bool:
        return self.status == self.Status.REPLACED


class AssessmentDraft(models.Model):
    """What somebody is typing into a form, kept so that a closed tab loses nothing."""

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="+")
    point = models.CharField(max_length=10, choices=Point.choices)
    assessment = models.ForeignKey(Assessment, models.CASCADE, null=True, related_name="+")
    user = models.ForeignKey("access.User", models.CASCADE, related_name="+")
    version = models.ForeignKey("instruments.InstrumentVersion", models.PROTECT, related_name="+")
    payload = SealedField(
        purpose="assessments.draft", words=_("drafts of assessments"), case="case", empty={}, whole=True, null=True
    )
    base_revision = models.PositiveIntegerField(default=0)
    # Grows with every save, so that one person with two windows open does not overwrite himself unseen.
    revision = models.PositiveIntegerField(default=1)
    started_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField()

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "point", "user", "assessment"],
                nulls_distinct=False,
                name="assessments_draft_once",
            )
        ]

    @property
    def payload_told(self) -> dict[str, Any]:
        """What was typed so far, for whoever is typing it."""
        return opened(self, "payload")

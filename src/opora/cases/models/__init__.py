"""Tables of cases. Thin on purpose: what is learned about a family lives in the rooms above."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from opora.cases.models.corrections import CaseCorrection, CaseTransfer
from opora.cases.models.follow_up import FollowUp, FollowUpChild, FollowUpContact
from opora.families.models import Placement
from opora.families.sealing import SealedField, opened
from opora.families.words import BELONGING_LABELS


class StandingCases(models.Manager["Case"]):
    """Only cases that stand: one opened by mistake counts nowhere."""

    def get_queryset(self) -> "models.QuerySet[Case]":
        return super().get_queryset().filter(voided_on=None)


class Case(models.Model):
    """Work with one family in one program, from opening to closing."""

    number = models.CharField(_("case number"), max_length=40)
    # The number without spaces, in one case: «17/2021 лд» and «17/2021лд» are one number (S3-81).
    number_key = models.CharField(max_length=40)
    department = models.ForeignKey("access.Department", models.PROTECT, related_name="+", verbose_name=_("department"))
    program = models.ForeignKey("programs.Program", models.PROTECT, related_name="+", verbose_name=_("program"))
    family = models.ForeignKey("families.Family", models.PROTECT, related_name="+", verbose_name=_("family"))
    client = models.ForeignKey("families.Person", models.PROTECT, related_name="+", verbose_name=_("client"))
    opened_on = models.DateField(_("opened"))
    closed_on = models.DateField(_("closed"), null=True, blank=True)
    is_imported = models.BooleanField(_("from the registry"), default=False)
    # Grows with every change, so that of two people acting at once one wins and the other is told.
    revision = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    # Opened by mistake: it keeps its number for ever and counts nowhere.
    voided_on = models.DateField(_("opened by mistake"), null=True)

    every = models.Manager["Case"]()
    objects = StandingCases()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        constraints = [
            models.UniqueConstraint(fields=["department", "number_key"], name="cases_number_once"),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")), name="cases_dates"
            ),
        ]
        indexes = [
            models.Index(fields=["-opened_on", "-id"], name="cases_by_opening"),
            models.Index(fields=["program", "closed_on"], name="cases_by_closing"),
            # Text patterns, so that the beginning of a number is found in any collation of the server.
            models.Index(fields=["number_key"], name="cases_by_number", opclasses=["varchar_pattern_ops"]),
            # The highest number of a department is the last of the longest ones.
            models.Index("department", Length("number_key"), "number_key", name="cases_highest_number"),
            models.Index(fields=["department", "-opened_on", "-id"], name="cases_by_department"),
            models.Index(fields=["family"], name="cases_by_family"),
        ]

    def __str__(self) -> str:
        return self.number


class CaseChild(models.Model):
    """A child the case is about, in the order the registry names them."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="children")
    person = models.ForeignKey("families.Person", models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("child of the case")
        verbose_name_plural = _("children of the case")
        ordering = ("position", "id")
        constraints = [models.UniqueConstraint(fields=["case", "person"], name="cases_child_once")]


class TeamMember(models.Model):
    """Somebody who works on the case from one day to another; one case manager at a time (S3-09).

    The last day is not part of the period: on the day of a hand-over the new case manager answers.
    """

    class Part(models.TextChoices):
        CASE_MANAGER = "case_manager", _("case manager")
        SPECIALIST = "specialist", _("specialist")
        PSYCHOLOGIST = "psychologist", _("psychologist")
        VOLUNTEER = "volunteer", _("volunteer")

    case = models.ForeignKey(Case, models.CASCADE, related_name="team")
    user = models.ForeignKey("access.User", models.PROTECT, related_name="+", verbose_name=_("worker"))
    part = models.CharField(_("part in the team"), max_length=14, choices=Part.choices)
    from_on = models.DateField(_("from"))
    to_on = models.DateField(_("to"), null=True)

    class Meta:
        verbose_name = _("team member")
        verbose_name_plural = _("team members")
        constraints = [
            ExclusionConstraint(
                name="cases_one_case_manager",
                expressions=[
                    (Func(F("case"), F("case"), Value("[]"), function="int8range"), RangeOperators.OVERLAPS),
                    (Func(F("from_on"), F("to_on"), function="daterange"), RangeOperators.OVERLAPS),
                ],
                condition=Q(part="case_manager"),
            ),
            models.UniqueConstraint(
                fields=["case", "user", "part"], condition=Q(to_on__isnull=True), name="cases_member_once"
            ),
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")), name="cases_team_dates"
            ),
        ]
        indexes = [models.Index(fields=["user", "case"], condition=Q(to_on__isnull=True), name="cases_team_of_user")]


class PlannedHandOver(models.Model):
    """A case is to go into other hands on a coming day; until then nothing of it changes, nor who sees it (S3-09)."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="planned_hand_overs")
    to_user = models.ForeignKey("access.User", models.PROTECT, related_name="+", verbose_name=_("who takes it over"))
    on = models.DateField(_("from which day"))
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    asked_on = models.DateField(_("asked"))
    # Done on its day, or called off: either way it stands no more.
    ended_on = models.DateField(null=True)

    class Meta:
        verbose_name = _("planned hand-over")
        verbose_name_plural = _("planned hand-overs")
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(ended_on__isnull=True), name="cases_one_planned_hand_over"
            ),
        ]
        indexes = [models.Index(fields=["on"], condition=Q(ended_on__isnull=True), name="cases_hand_overs_due")]


class Stay(models.Model):
    """Living in the crisis centre from moving in to moving out (S3-84)."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="stays")
    from_on = models.DateField(_("moved in"))
    planned_until = models.DateField(_("agreed until"), null=True)
    left_on = models.DateField(_("moved out"), null=True)

    class Meta:
        verbose_name = _("stay")
        verbose_name_plural = _("stays")
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(left_on__isnull=True), name="cases_one_stay"),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(left_on__gte=F("from_on")), name="cases_stay_dates"
            ),
        ]
        indexes = [
            models.Index(fields=["planned_until"], condition=Q(left_on__isnull=True), name="cases_stay_ending"),
        ]


class StayExtension(models.Model):
    """A stay made longer: old and new date, why, and who agreed (S3-83)."""

    stay = models.ForeignKey(Stay, models.CASCADE, related_name="extensions")
    old_until = models.DateField(_("was until"), null=True)
    new_until = models.DateField(_("now until"))
    reason = SealedField(
        purpose="cases.stay_extension", words=_("reasons for longer stays"), case="stay__case", null=True
    )
    approved_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    on = models.DateField(_("decided"), null=True)

    class Meta:
        verbose_name = _("extension")
        verbose_name_plural = _("extensions")
        ordering = ("new_until", "id")

    @property
    def reason_text(self) -> str:
        """Why the stay was made longer, for whoever may read the case."""
        return opened(self, "reason")


class Closing(models.Model):
    """The closing of a case with its reason; re-opening voids it and keeps it readable."""

    class Reason(models.TextChoices):
        GOALS_ACHIEVED = "goals_achieved", _("goals achieved")
        FAMILY_DECLINED = "family_declined", _("the family declined further help")
        ORGANISATION_DECLINED = "organisation_declined", _("the organisation ended its help")
        TRANSFERRED = "transferred", _("help continues elsewhere")
        MOVED = "moved", _("the family moved away")
        CHILD_PLACED = "child_placed", _("the child lives elsewhere")
        CAME_OF_AGE = "came_of_age", _("the child came of age")
        OTHER = "other", _("another reason")
        NOT_RECORDED = "not_recorded", _("reason not recorded")

    class NoExit(models.TextChoices):
        DECLINED = "declined", _("the family declined the assessment")
        NO_CONTACT = "no_contact", _("contact with the family was lost")
        MOVED = "moved", _("the family moved away")
        CHILD_PLACED = "child_placed", _("the child no longer lives with the family")
        NO_ENTRY = "no_entry", _("there was no entry assessment to compare with")
        BRIEF = "brief", _("the work was too short")
        OTHER = "other", _("another reason, said in the summary")

    case = models.ForeignKey(Case, models.CASCADE, related_name="closings")
    on = models.DateField(_("closed"))
    reason = models.CharField(_("reason"), max_length=24, choices=Reason.choices)
    summary = SealedField(purpose="cases.closing_summary", words=_("summaries of closings"), case="case", null=True)
    # What the family and those around it go on with: sealed, for it speaks of people in free words (S4-22).
    plan_after = SealedField(
        purpose="cases.plan_after", words=_("plans for the time after a closing"), case="case", null=True
    )
    # Why there is no assessment at the exit; empty when there is one, and for closings of earlier years (S4-22).
    no_exit = models.CharField(_("why there is no exit assessment"), max_length=12, choices=NoExit.choices, blank=True)
    # Goals of the plan on the day of closing: achieved, and all that were decided or stood open.
    goals_achieved = models.PositiveSmallIntegerField(null=True)
    goals_total = models.PositiveSmallIntegerField(null=True)
    reopened_on = models.DateField(_("re-opened"), null=True)
    reopen_reason = SealedField(
        purpose="cases.reopen_reason",
        words=_("reasons for opening a case again"),
        case="case",
        null=True,
    )

    class Meta:
        verbose_name = _("closing")
        verbose_name_plural = _("closings")
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(reopened_on__isnull=True), name="cases_one_closing"),
            models.CheckConstraint(
                condition=Q(goals_total__isnull=True) | Q(goals_achieved__lte=F("goals_total")), name="cases_goals"
            ),
        ]
        indexes = [
            # Few closings were undone; a report of earlier days is explained by them.
            models.Index(fields=["on"], condition=Q(reopened_on__isnull=False), name="cases_opened_again"),
        ]

    @property
    def summary_text(self) -> str:
        """How the work ended, for whoever may read the case."""
        return opened(self, "summary")

    @property
    def reopen_reason_text(self) -> str:
        """Why the work began anew, for whoever may read the case."""
        return opened(self, "reopen_reason")

    @property
    def plan_after_text(self) -> str:
        """What the family goes on with, for whoever may read the case."""
        return opened(self, "plan_after")


class ClosingChild(models.Model):
    """Where one child lived when the case was closed; unknown is never «at home» (IND-20).

    Of somebody who was no child of the family on that day it was not asked; then it is said why (grown, gone, died…).
    """

    closing = models.ForeignKey(Closing, models.CASCADE, related_name="children")
    person = models.ForeignKey("families.Person", models.PROTECT, related_name="+")
    placement = models.CharField(_("placement"), max_length=14, blank=True)
    not_asked = models.CharField(max_length=8, blank=True, default="")

    class Meta:
        verbose_name = _("child at closing")
        verbose_name_plural = _("children at closing")
        constraints = [models.UniqueConstraint(fields=["closing", "person"], name="cases_closing_child_once")]

    @property
    def label(self) -> str:
        """The placement in words, or why it was not asked."""
        return str(BELONGING_LABELS[self.not_asked] if self.not_asked else Placement.Kind(self.placement).label)


__all__ = [
    "Case",
    "CaseChild",
    "CaseCorrection",
    "CaseTransfer",
    "Closing",
    "ClosingChild",
    "FollowUp",
    "FollowUpChild",
    "FollowUpContact",
    "PlannedHandOver",
    "StandingCases",
    "Stay",
    "StayExtension",
    "TeamMember",
]

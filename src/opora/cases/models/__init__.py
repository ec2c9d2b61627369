"""Tables of cases. Thin on purpose: what is learned about a family lives in the rooms above."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from opora.cases.models.closings import Closing, ClosingChild
from opora.cases.models.corrections import CaseCorrection, CaseTransfer
from opora.cases.models.follow_up import FollowUp, FollowUpChild, FollowUpContact
from opora.cases.models.stays import Stay, StayExtension


class StandingCases(models.Manager["Case"]):
    """Only cases that stand: one opened by mistake counts nowhere."""

    def get_queryset(self) -> "models.QuerySet[Case]":
        return super().get_queryset().filter(voided_on=None)


class Case(models.Model):
    """Work with one family in one program, from opening to closing."""

    number = models.CharField(_("case number"), max_length=40)
    # The number without spaces, in one case: «17/2021 лд» and «17/2021лд» are one number (S3-81).
    number_key = models.CharField(max_length=40)
    # Found by the indexes below, of which each begins with one of them.
    department = models.ForeignKey(
        "access.Department", models.PROTECT, db_index=False, related_name="+", verbose_name=_("department")
    )
    program = models.ForeignKey(
        "programs.Program", models.PROTECT, db_index=False, related_name="+", verbose_name=_("program")
    )
    family = models.ForeignKey(
        "families.Family", models.PROTECT, db_index=False, related_name="+", verbose_name=_("family")
    )
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

    case = models.ForeignKey(Case, models.CASCADE, db_index=False, related_name="children")
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

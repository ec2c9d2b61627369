"""Tables of cases. Thin on purpose: what is learned about a family lives in the rooms above."""

from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.cases.rules.sealed import CORRECTION, FOLLOW_UP_NOTE, PLAN_AFTER
from opora.families.models import Person, Placement
from opora.families.sealing import unseal


class StandingCases(models.Manager["Case"]):
    """Only cases that stand: one opened by mistake counts nowhere."""

    def get_queryset(self) -> "models.QuerySet[Case]":
        return super().get_queryset().filter(voided_on=None)


class Case(models.Model):
    """Work with one family in one programme, from opening to closing."""

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
            models.Index(fields=["department", "-opened_on", "-id"], name="cases_by_department"),
            models.Index(fields=["family"], name="cases_by_family"),
        ]

    def __str__(self) -> str:
        return self.number


class CaseCorrection(models.Model):
    """Something of a case was written wrong: what stood there, what stands there now, why, and who says so."""

    class Field(models.TextChoices):
        OPENED_ON = "opened_on", pgettext_lazy("correction", "opening day")
        NUMBER = "number", pgettext_lazy("correction", "number")
        PROGRAM = "program", pgettext_lazy("correction", "program")
        DEPARTMENT = "department", pgettext_lazy("correction", "department")
        CLIENT = "client", pgettext_lazy("correction", "client")
        CHILD = "child", pgettext_lazy("correction", "child of the case")
        CLOSED_ON = "closed_on", pgettext_lazy("correction", "day of closing")
        CLOSING_REASON = "reason", pgettext_lazy("correction", "reason of closing")
        VOIDED = "voided", pgettext_lazy("correction", "opened by mistake")

    case = models.ForeignKey(Case, models.CASCADE, related_name="corrections")
    field = models.CharField(_("what was corrected"), max_length=12, choices=Field.choices)
    # As people read it: a day, a number, a code, the name of a program; never a name of the family.
    before = models.CharField(_("stood there"), max_length=200, blank=True)
    after = models.CharField(_("stands there now"), max_length=200, blank=True)
    reason = models.BinaryField()
    on = models.DateField(_("day"))
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("correction of a case")
        verbose_name_plural = _("corrections of cases")
        ordering = ("-id",)

    @property
    def reason_text(self) -> str:
        """Why, for whoever may read the case."""
        return str(unseal(self.reason, CORRECTION))

    @property
    def before_shown(self) -> str:
        """What stood there, with a day as people write it."""
        return _shown(self.before)

    @property
    def after_shown(self) -> str:
        """What stands there now, the same way."""
        return _shown(self.after)


def _shown(value: str) -> str:
    try:
        return f"{date.fromisoformat(value):%d.%m.%Y}"
    except ValueError:
        return value


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
    reason = models.TextField(_("reason"), blank=True)
    approved_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    on = models.DateField(_("decided"), null=True)

    class Meta:
        verbose_name = _("extension")
        verbose_name_plural = _("extensions")
        ordering = ("new_until", "id")


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
    summary = models.TextField(_("summary"), blank=True)
    # What the family and those around it go on with: sealed, for it speaks of people in free words (S4-22).
    plan_after = models.BinaryField(null=True)
    # Why there is no assessment at the exit; empty when there is one, and for closings of earlier years (S4-22).
    no_exit = models.CharField(_("why there is no exit assessment"), max_length=12, choices=NoExit.choices, blank=True)
    # Goals of the plan on the day of closing: achieved, and all that were decided or stood open.
    goals_achieved = models.PositiveSmallIntegerField(null=True)
    goals_total = models.PositiveSmallIntegerField(null=True)
    reopened_on = models.DateField(_("re-opened"), null=True)
    reopen_reason = models.TextField(_("reason for re-opening"), blank=True)

    class Meta:
        verbose_name = _("closing")
        verbose_name_plural = _("closings")
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(reopened_on__isnull=True), name="cases_one_closing"),
            models.CheckConstraint(
                condition=Q(goals_total__isnull=True) | Q(goals_achieved__lte=F("goals_total")), name="cases_goals"
            ),
        ]

    @property
    def plan_after_text(self) -> str:
        """What the family goes on with, for whoever may read the case."""
        return str(unseal(self.plan_after, PLAN_AFTER)) if self.plan_after is not None else ""


class ClosingChild(models.Model):
    """Where one child lived when the case was closed; unknown is never «at home» (IND-20)."""

    closing = models.ForeignKey(Closing, models.CASCADE, related_name="children")
    person = models.ForeignKey("families.Person", models.PROTECT, related_name="+")
    placement = models.CharField(_("placement"), max_length=14)

    class Meta:
        verbose_name = _("child at closing")
        verbose_name_plural = _("children at closing")
        constraints = [models.UniqueConstraint(fields=["closing", "person"], name="cases_closing_child_once")]

    @property
    def label(self) -> str:
        """The placement in words."""
        return str(Placement.Kind(self.placement).label)


class FollowUp(models.Model):
    """A look back after the exit: due six calendar months later, done on a day (S3-85)."""

    class Result(models.TextChoices):
        REACHED = "reached", _("talked with the family")
        NO_ANSWER = "no_answer", _("not reached yet, we will try again")
        REFUSED = "refused", _("the family does not want to talk")
        LOST = "lost", _("the family cannot be found")

    case = models.ForeignKey(Case, models.CASCADE, related_name="follow_ups")
    months = models.PositiveSmallIntegerField(default=6)
    due_on = models.DateField(_("due"))
    # The day it was settled: the family was reached, declined, or cannot be found. An attempt leaves it due.
    done_on = models.DateField(_("done"), null=True)
    # How it was settled; empty while it is due and for visits of earlier years, of which only the day is known.
    result = models.CharField(_("result"), max_length=10, choices=Result.choices, blank=True)
    cancelled_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("follow-up visit")
        verbose_name_plural = _("follow-up visits")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "months"],
                condition=Q(done_on__isnull=True, cancelled_at__isnull=True),
                name="cases_follow_up_once",
            )
        ]
        indexes = [
            models.Index(
                fields=["due_on"],
                condition=Q(done_on__isnull=True, cancelled_at__isnull=True),
                name="cases_due",
            )
        ]


class FollowUpContact(models.Model):
    """One attempt to look back at a family: on which day, with what result, how the family fares (X-12)."""

    class FamilyState(models.TextChoices):
        COPES = "copes", _("copes by itself")
        NEEDS_SUPPORT = "needs_support", _("needs support")
        IN_CRISIS = "in_crisis", _("is in a crisis again")
        UNKNOWN = "unknown", pgettext_lazy("family state", "not known")

    follow_up = models.ForeignKey(FollowUp, models.CASCADE, related_name="contacts")
    on = models.DateField(_("day"))
    result = models.CharField(_("result"), max_length=10, choices=FollowUp.Result.choices)
    family_state = models.CharField(_("how the family fares"), max_length=14, choices=FamilyState.choices, blank=True)
    note = models.BinaryField(null=True)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("contact after the exit")
        verbose_name_plural = _("contacts after the exit")
        ordering = ("-on", "-id")

    @property
    def note_text(self) -> str:
        """What was written down beside it, for whoever may read the case."""
        return str(unseal(self.note, FOLLOW_UP_NOTE)) if self.note is not None else ""

    @property
    def children_then(self) -> list["FollowUpChild"]:
        """Each child with its home and safety on that day, as the case file reads them: together with the contact."""
        return [
            FollowUpChild(
                person=Person(code_letter=one["letter"], code_number=one["number"]),
                placement=one["placement"],
                safety=one["safety"],
            )
            for one in getattr(self, "told", ())
        ]


class FollowUpChild(models.Model):
    """Where one child lives at the look back and whether it is safe there; unknown is never «at home»."""

    class Safety(models.TextChoices):
        SAFE = "safe", _("is safe")
        CONCERN = "concern", _("there are worries")
        DANGER = "danger", _("is in danger")
        UNKNOWN = "unknown", pgettext_lazy("safety", "not known")

    contact = models.ForeignKey(FollowUpContact, models.CASCADE, related_name="children")
    person = models.ForeignKey("families.Person", models.PROTECT, related_name="+")
    placement = models.CharField(_("placement"), max_length=14)
    safety = models.CharField(_("safety"), max_length=8, choices=Safety.choices)

    class Meta:
        verbose_name = _("child at the follow-up")
        verbose_name_plural = _("children at the follow-up")
        constraints = [models.UniqueConstraint(fields=["contact", "person"], name="cases_follow_up_child_once")]

    @property
    def label(self) -> str:
        """The placement in words."""
        return str(Placement.Kind(self.placement).label)

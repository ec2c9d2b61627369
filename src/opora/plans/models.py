"""Tables of plans: goals, tasks with one person who answers, versions as agreed, what nobody foresaw."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField
from opora.process.models import WorkRecord


class Plan(models.Model):
    """The plan of one path: drawn up with the family, agreed, corrected with a reason, never overwritten (S0-09)."""

    class Track(models.TextChoices):
        CONTRACT = "contract", pgettext_lazy("plan", "support under a contract")
        HOME_VISITING = "home_visiting", pgettext_lazy("plan", "home visiting")

    class State(models.TextChoices):
        PRELIMINARY = "preliminary", pgettext_lazy("plan", "preliminary")
        CURRENT = "current", pgettext_lazy("plan", "in force")

    route = models.OneToOneField("process.Route", models.PROTECT, related_name="+", verbose_name=_("path"))
    track = models.CharField(_("track"), max_length=14, choices=Track.choices, default=Track.CONTRACT)
    # Kept with the plan, so that a later rule does not change what was promised (S3-32, S3-36).
    threshold = models.PositiveSmallIntegerField(_("threshold, %"))
    state = models.CharField(_("state"), max_length=12, choices=State.choices, default=State.PRELIMINARY)
    own_words = SealedField(purpose="plans.words", words=_("the family’s own words in plans"), route="route", null=True)
    begun_on = models.DateField(_("begun"))
    begun_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    agreed_on = models.DateField(pgettext_lazy("plan", "agreed"), null=True)
    review_due_on = models.DateField(_("review due"), null=True)
    # The number of the last version that was agreed on; 0 before the first.
    version = models.PositiveIntegerField(_("version"), default=0)
    # Something was changed since that version.
    is_changed = models.BooleanField(default=False)
    # Grows with every change, so that of two people acting at once one wins and the other is told.
    edits = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("plan of work with a family")
        verbose_name_plural = _("plans of work with families")
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="current") | Q(agreed_on__isnull=False, version__gte=1), name="plans_agreed"
            ),
            models.CheckConstraint(condition=Q(threshold__lte=100), name="plans_threshold"),
        ]
        indexes = [models.Index(fields=["review_due_on"], condition=Q(state="current"), name="plans_reviews")]


class PlanRevision(models.Model):
    """A version of the plan as it was agreed on; the database refuses to change it (S0-10, S4-13)."""

    class Kind(models.TextChoices):
        AGREED = "agreed", pgettext_lazy("version", "agreed")
        CORRECTED = "corrected", pgettext_lazy("version", "corrected")

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    on = models.DateField(_("day"))
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    reason = SealedField(purpose="plans.reason", words=_("reasons for corrections"), route="plan__route", null=True)
    content = SealedField(purpose="plans.revision", words=_("versions of plans"), route="plan__route", empty={})
    # Who of the family was there, by id (S0-09), and how active the family was: 1 to 5, the stages of change (S0-11).
    attended = models.JSONField(default=list)
    activity = models.PositiveSmallIntegerField(_("the family’s own part"), null=True)

    class Meta:
        verbose_name = _("version of a plan")
        verbose_name_plural = _("versions of plans")
        ordering = ("-number",)
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="plans_version_once"),
            models.CheckConstraint(condition=Q(activity=None) | Q(activity__range=(1, 5)), name="plans_activity"),
        ]


class Goal(models.Model):
    """What is to be reached, in the family's words; decided once reached or not, re-opened when life says so."""

    class State(models.TextChoices):
        ACTIVE = "active", pgettext_lazy("goal", "being worked on")
        ACHIEVED = "achieved", pgettext_lazy("goal", "achieved")
        NOT_ACHIEVED = "not_achieved", pgettext_lazy("goal", "not achieved")
        CANCELLED = "cancelled", pgettext_lazy("goal", "cancelled by agreement")

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="goals")
    # The section of the form of assessment the goal belongs to, and the result of the outcome chain it leads to.
    section = models.PositiveSmallIntegerField(_("section"), null=True)
    outcome = models.CharField(_("result"), max_length=8, blank=True)
    # The weak item of the form from which the goal was taken.
    item = models.CharField(pgettext_lazy("plan", "item"), max_length=8, blank=True)
    title = SealedField(purpose="plans.goal", words=_("goals"), route="plan__route")
    # Five descriptions of where the family may get to, from much less than expected to much more.
    levels = SealedField(purpose="plans.levels", words=_("levels of goals"), route="plan__route", empty=[], null=True)
    level_start = models.SmallIntegerField(_("level at the start"), null=True)
    level_now = models.SmallIntegerField(_("level now"), null=True)
    state = models.CharField(_("state"), max_length=12, choices=State.choices, default=State.ACTIVE)
    set_on = models.DateField(pgettext_lazy("goal", "set"))
    decided_on = models.DateField(_("decided"), null=True)
    decided_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("goal of a plan")
        verbose_name_plural = _("goals of plans")
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(condition=Q(section=None) | Q(section__gte=1), name="plans_goal_section"),
            models.CheckConstraint(
                condition=Q(state="active", decided_on=None) | (~Q(state="active") & Q(decided_on__isnull=False)),
                name="plans_goal_decided",
            ),
            models.CheckConstraint(
                condition=Q(level_start=None) | Q(level_start__range=(-2, 2)), name="plans_level_start"
            ),
            models.CheckConstraint(condition=Q(level_now=None) | Q(level_now__range=(-2, 2)), name="plans_level_now"),
        ]


class Task(models.Model):
    """One thing to do by a day, with exactly one who answers: a colleague, somebody of the family, a partner."""

    class Kind(models.TextChoices):
        ORDINARY = "ordinary", pgettext_lazy("task", "a task")
        HARM_CHILD = "harm_child", pgettext_lazy("task", "less harm to a child away from home")
        HARM_MOTHER = "harm_mother", pgettext_lazy("task", "less harm to the mother")
        MINI_PROJECT = "mini_project", pgettext_lazy("task", "mini-project")

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("task", "to be done")
        DONE = "done", pgettext_lazy("task", "done")
        CANCELLED = "cancelled", pgettext_lazy("task", "cancelled")

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="tasks")
    goal = models.ForeignKey(Goal, models.SET_NULL, null=True, related_name="tasks")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.ORDINARY)
    title = SealedField(purpose="plans.task", words=_("tasks"), route="plan__route")
    # Where to come: told to whoever does the task, a volunteer too, who sees no other address.
    place = SealedField(purpose="plans.place", words=_("places of tasks"), route="plan__route", null=True)
    # Whom a task of harm reduction is about.
    about = models.ForeignKey("families.Person", models.PROTECT, null=True, related_name="+")
    worker = models.ForeignKey(
        "access.User", models.PROTECT, null=True, related_name="+", verbose_name=pgettext_lazy("plan", "colleague")
    )
    member = models.ForeignKey("families.Person", models.PROTECT, null=True, related_name="+")
    partner = models.ForeignKey("partners.Partner", models.PROTECT, null=True, related_name="+")
    due_on = models.DateField(pgettext_lazy("task", "by"))
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.OPEN)
    given_on = models.DateField(pgettext_lazy("task", "given"))
    given_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    ended_on = models.DateField(pgettext_lazy("task", "done or cancelled"), null=True)
    ended_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    # What came of it, or why it is not needed.
    note = SealedField(purpose="plans.note", words=_("what came of tasks"), route="plan__route", null=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("task of a plan")
        verbose_name_plural = _("tasks of plans")
        ordering = ("due_on", "id")
        constraints = [
            models.CheckConstraint(
                condition=Q(worker__isnull=False, member=None, partner=None)
                | Q(worker=None, member__isnull=False, partner=None)
                | Q(worker=None, member=None, partner__isnull=False),
                name="plans_one_answers",
            ),
            models.CheckConstraint(
                condition=Q(state="open", ended_on=None) | (~Q(state="open") & Q(ended_on__isnull=False)),
                name="plans_task_ended",
            ),
        ]
        indexes = [
            # The list of a worker over all families: as long as what is open, however much was done before.
            models.Index(fields=["worker", "due_on", "id"], condition=Q(state="open"), name="plans_tasks_open"),
            models.Index(fields=["worker", "-ended_on", "-id"], condition=Q(state="done"), name="plans_tasks_done"),
        ]


class Milestone(models.Model):
    """A stop on the way of a mini-project: a hearing in court, an application handed in (S4-44, S1-11)."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="milestones")
    title = SealedField(purpose="plans.milestone", words=_("milestones of mini-projects"), route="task__plan__route")
    due_on = models.DateField(_("day"))
    # A hearing begins at an hour; an application only has its day.
    at = models.TimeField(_("time"), null=True)
    done_on = models.DateField(pgettext_lazy("milestone", "done"), null=True)

    class Meta:
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering = ("due_on", "id")
        indexes = [models.Index(fields=["due_on"], condition=Q(done_on=None), name="plans_milestones_ahead")]


class FamilyStep(WorkRecord):
    """What the family said it wants to do, or did of its own accord, on a day (S0-14)."""

    class Kind(models.TextChoices):
        INTENTION = "intention", pgettext_lazy("family", "said what it intends")
        STEP = "step", pgettext_lazy("family", "took a step")

    # The plan in whose time it was, where there is one; a family takes steps without a plan too.
    plan = models.ForeignKey(Plan, models.CASCADE, null=True, related_name="family_steps")
    task = models.ForeignKey(Task, models.SET_NULL, null=True, related_name="+")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    on = models.DateField(_("day"))
    text = SealedField(purpose="plans.step", words=_("what families said and did"), route="route", case="case")

    class Meta:
        verbose_name = _("step of a family")
        verbose_name_plural = _("steps of families")
        ordering = ("-on", "-id")
        constraints = [WorkRecord.one_place("plans_step_place")]
        indexes = [models.Index(fields=["route", "-on"], name="plans_steps_of")]


class UnforeseenEvent(WorkRecord):
    """Something nobody planned for, with its effect; it asks for a review of the plan (S4-36)."""

    class Kind(models.TextChoices):
        ILLNESS = "illness", pgettext_lazy("event", "illness")
        DEATH = "death", pgettext_lazy("event", "a death in the family")
        FIRE = "fire", pgettext_lazy("event", "fire or flood at home")
        MOVED = "moved", pgettext_lazy("event", "the family moved")
        VIOLENCE = "violence", pgettext_lazy("event", "violence")
        OTHER = "other", pgettext_lazy("event", "something else")

    kind = models.CharField(_("what happened"), max_length=10, choices=Kind.choices)
    on = models.DateField(_("day"))
    effect = SealedField(
        purpose="plans.event", words=_("effects of unforeseen events"), route="route", case="case", null=True
    )
    review_due_on = models.DateField(_("review due"))
    reviewed_on = models.DateField(_("reviewed"), null=True)

    class Meta:
        verbose_name = _("unforeseen event")
        verbose_name_plural = _("unforeseen events")
        ordering = ("-on", "-id")
        constraints = [WorkRecord.one_place("plans_event_place")]
        indexes = [
            models.Index(fields=["route", "-on"], name="plans_events_of"),
            models.Index(fields=["review_due_on"], condition=Q(reviewed_on=None), name="plans_events_due"),
        ]


class HarmWaiver(models.Model):
    """Why a child in an institution has no plan of harm reduction (S4-19)."""

    route = models.ForeignKey("process.Route", models.PROTECT, related_name="+", verbose_name=_("path"))
    child = models.ForeignKey("families.Person", models.PROTECT, related_name="+", verbose_name=_("child"))
    reason = SealedField(purpose="plans.waiver", words=_("why nothing was planned for a child"), route="route")
    on = models.DateField(_("day"))
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("placement without harm reduction")
        verbose_name_plural = _("placements without harm reduction")
        ordering = ("-on", "-id")
        indexes = [models.Index(fields=["route", "child"], name="plans_waivers_of")]

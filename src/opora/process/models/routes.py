"""The paths of families: where each stands, its steps, its papers, who takes part."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from opora.families.sealing import SealedField, opened


class StandingRoutes(models.Manager["Route"]):
    """Only paths that stand: one begun by mistake counts nowhere."""

    def get_queryset(self) -> "models.QuerySet[Route]":
        return super().get_queryset().filter(voided_on=None)


class Route(models.Model):
    """The path of one family: it begins with a signal or with a case, stands at one stage, and ends at one exit."""

    version = models.ForeignKey("pathways.RouteVersion", models.PROTECT, related_name="+", verbose_name=_("process"))
    program = models.ForeignKey("programs.Program", models.PROTECT, related_name="+", verbose_name=_("program"))
    department = models.ForeignKey("access.Department", models.PROTECT, related_name="+", verbose_name=_("department"))
    # Neither is known at first: a signal may be anonymous, and a case is opened later or never.
    family = models.ForeignKey("families.Family", models.PROTECT, null=True, related_name="+")
    case = models.OneToOneField("cases.Case", models.PROTECT, null=True, related_name="+")
    worker = models.ForeignKey(
        "access.User", models.PROTECT, null=True, related_name="+", verbose_name=_("who answers for it")
    )
    stage = models.SlugField(_("stage"), max_length=40)
    entered_on = models.DateField(_("at this stage since"))
    due_on = models.DateField(_("due"), null=True)
    started_on = models.DateField(_("began"))
    ended_on = models.DateField(_("ended"), null=True)
    # What the tables of criteria look at, as it was last recorded: {"risk": "high"}.
    facts = models.JSONField(default=dict)
    # A family that is accompanied until its child is of age (S4-39); why, and since when.
    is_palliative = models.BooleanField(_("social palliative"), default=False)
    palliative_reason = SealedField(
        purpose="process.palliative", words=_("reasons for a type of case"), route="pk", null=True
    )
    palliative_on = models.DateField(_("day"), null=True)
    # The number of steps taken: papers count from the entry into a stage, and of two people acting at once one wins.
    step_count = models.PositiveIntegerField(default=0)
    # Begun by mistake, alone or along with its case: it counts nowhere.
    voided_on = models.DateField(_("begun by mistake"), null=True)

    every = models.Manager["Route"]()
    objects = StandingRoutes()

    class Meta:
        verbose_name = _("path of a family")
        verbose_name_plural = _("paths of families")
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")), name="process_route_dates"
            ),
            models.CheckConstraint(
                # The reason is asked for by the step; here it may be gone by a destruction.
                condition=Q(is_palliative=False) | Q(palliative_on__isnull=False),
                name="process_palliative_with_day",
            ),
        ]
        indexes = [
            models.Index(
                fields=["department", "due_on", "id"], condition=Q(ended_on__isnull=True), name="process_due_department"
            ),
            # How much everybody carries, families with and without a case, is told from the index alone.
            models.Index(
                fields=["worker", "due_on"],
                include=["case"],
                condition=Q(ended_on__isnull=True),
                name="process_carried",
            ),
            models.Index(fields=["due_on", "id"], condition=Q(ended_on__isnull=True), name="process_due"),
            models.Index(fields=["program", "stage", "due_on"], name="process_stage"),
            models.Index(
                fields=["case"], condition=Q(is_palliative=True, ended_on__isnull=True), name="process_of_age"
            ),
            # Figures of a few days look at the paths that began or ended on these days alone.
            models.Index(fields=["started_on"], name="process_began_by_day"),
            models.Index(fields=["ended_on"], name="process_ended_by_day"),
            # The map counts those who are on their way, and never walks through those who have arrived.
            models.Index(
                fields=["program", "department", "stage", "due_on"],
                condition=Q(ended_on__isnull=True),
                name="process_standing",
            ),
        ]

    @property
    def palliative_reason_text(self) -> str:
        """Why the family is accompanied until its child is of age, for whoever may read the path."""
        return opened(self, "palliative_reason")


class RouteStep(models.Model):
    """One step of a path: who, when, from where to where, why, and on which papers. Never changed again."""

    route = models.ForeignKey(Route, models.PROTECT, related_name="steps")
    version = models.ForeignKey("pathways.RouteVersion", models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    action = models.SlugField(max_length=40, blank=True)
    from_stage = models.SlugField(max_length=40, blank=True)
    to_stage = models.SlugField(max_length=40)
    on = models.DateField(_("day"))
    # Whole days the family stood at the stage it left; 0 at the first step.
    waited = models.PositiveIntegerField(default=0)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    reason = SealedField(purpose="process.step_reason", words=_("reasons for steps"), route="route", null=True)
    # Which table of criteria said what, and by which row: kept as it was when the step was taken.
    decisions = models.JSONField(default=dict)
    # What the step asked for, by the name of its field.
    fields = SealedField(
        purpose="process.step_fields", words=_("words given with steps"), route="route", empty={}, null=True
    )
    papers = models.JSONField(default=list)
    is_override = models.BooleanField(_("outside the process"), default=False)

    class Meta:
        verbose_name = _("step of a path")
        verbose_name_plural = _("steps of paths")
        ordering = ("number",)
        constraints = [models.UniqueConstraint(fields=["route", "number"], name="process_step_once")]
        # Figures of some days read the steps of these days alone, and what they tell of them from the index.
        indexes = [
            models.Index(
                fields=["on"],
                include=["id", "route", "waited", "from_stage", "to_stage", "action", "is_override"],
                condition=~models.Q(from_stage=""),
                name="process_step_figures",
            )
        ]

    @property
    def is_carried(self) -> bool:
        """Whether nothing happened to the family here: its path was carried to another version of the process."""
        return not self.action and not self.is_override and self.from_stage != ""


class RouteFlow(models.Model):
    """How many steps led from one place to another after so many days: kept by the database with every step.

    The map of a program reads these few rows instead of the steps of all families (S4-42, S4-43).
    """

    program = models.ForeignKey("programs.Program", models.PROTECT, related_name="+")
    department = models.ForeignKey("access.Department", models.PROTECT, related_name="+")
    from_stage = models.SlugField(max_length=40)
    to_stage = models.SlugField(max_length=40)
    # Whole days at the stage; everything past a year counts as LONGEST days.
    days = models.PositiveSmallIntegerField()
    count = models.PositiveIntegerField()

    LONGEST = 366

    class Meta:
        verbose_name = _("flow of a process")
        verbose_name_plural = _("flows of processes")
        constraints = [
            models.UniqueConstraint(
                fields=["program", "department", "from_stage", "to_stage", "days"], name="process_flow_once"
            )
        ]


class RouteStanding(models.Model):
    """How many families came to stand at a stage with such a due day, or left it (less than nothing).

    The database adds a line with every move, and the lines of a stage added up are those who stand there; the queue
    puts lines together at night. So the map counts without walking through all paths, and nobody waits for a line.
    """

    program = models.ForeignKey("programs.Program", models.PROTECT, related_name="+")
    department = models.ForeignKey("access.Department", models.PROTECT, related_name="+")
    stage = models.SlugField(max_length=40)
    due_on = models.DateField(null=True)
    count = models.IntegerField()

    class Meta:
        verbose_name = _("count of families at a stage")
        verbose_name_plural = _("counts of families at stages")


class Paper(models.Model):
    """A paper of the path: what kind, of which day, and which record of another room holds it."""

    route = models.ForeignKey(Route, models.PROTECT, related_name="papers")
    kind = models.SlugField(_("kind"), max_length=40)
    on = models.DateField(_("day"))
    # The steps taken when it was filed: a paper serves the stage in which it was filed.
    step_count = models.PositiveIntegerField()
    source = models.CharField(max_length=60, blank=True)
    note = SealedField(purpose="process.paper_note", words=_("remarks on where papers lie"), route="route", null=True)
    filed_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    filed_at = models.DateTimeField(auto_now_add=True)
    withdrawn_on = models.DateField(_("withdrawn"), null=True)

    class Meta:
        verbose_name = _("paper of a path")
        verbose_name_plural = _("papers of paths")
        ordering = ("-filed_at", "-id")
        indexes = [
            models.Index(fields=["route", "kind"], name="process_paper_kind"),
            # Papers of some days, whose families are counted at the boxes of a model.
            models.Index(fields=["on"], name="process_paper_day"),
        ]


class RouteMember(models.Model):
    """Somebody asked to take part in a path before or beside the case's team: a visitor, a member of the panel."""

    route = models.ForeignKey(Route, models.CASCADE, related_name="members")
    user = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    from_on = models.DateField(_("from"))
    to_on = models.DateField(_("to"), null=True)

    class Meta:
        verbose_name = _("participant of a path")
        verbose_name_plural = _("participants of paths")
        constraints = [
            models.UniqueConstraint(
                fields=["route", "user"], condition=Q(to_on__isnull=True), name="process_member_once"
            )
        ]
        indexes = [
            models.Index(fields=["user", "route"], condition=Q(to_on__isnull=True), name="process_members_routes")
        ]

"""Tables of groups and events: their days, who is on the list, who came, what was agreed."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField
from opora.process.models import Standing, WorkRecord

USUAL_THRESHOLD = 75


class Group(models.Model):
    """A program of meetings, a camp, an outing, a family group conference: whatever several people come to."""

    class Kind(models.TextChoices):
        PROGRAM = "program", pgettext_lazy("group", "group program")
        CAMP = "camp", pgettext_lazy("group", "camp")
        CULTURE = "culture", pgettext_lazy("group", "cultural event")
        CONFERENCE = "conference", pgettext_lazy("group", "family group conference")
        NETWORK = "network", pgettext_lazy("group", "network meeting")
        OTHER = "other", pgettext_lazy("group", "other event")

    title = models.CharField(pgettext_lazy("group", "title"), max_length=160)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    # What coming counts as for a family; a concert may count as nothing of the catalogue.
    service = models.ForeignKey(
        "catalogue.Service", models.PROTECT, null=True, related_name="+", verbose_name=_("service")
    )
    department = models.ForeignKey("access.Department", models.PROTECT, related_name="+", verbose_name=_("department"))
    program = models.ForeignKey(
        "programs.Program", models.PROTECT, null=True, related_name="+", verbose_name=_("program")
    )
    place = models.CharField(pgettext_lazy("group", "where"), max_length=160, blank=True)
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True)
    # Whoever came to so many percent of the meetings has completed it (S1-41).
    threshold = models.PositiveSmallIntegerField(_("percent to complete"), default=USUAL_THRESHOLD)
    leaders = models.ManyToManyField("access.User", related_name="+", verbose_name=_("who leads it"))
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    # Made by mistake, when somebody was on its list already: it counts nowhere and stays readable with the reason.
    voided_on = models.DateField(_("voided"), null=True)
    voided_why = SealedField(purpose="groups.voided_why", words=_("why groups were voided"), null=True)

    every = models.Manager()
    objects = Standing()

    class Meta:
        verbose_name = pgettext_lazy("help", "group or event")
        verbose_name_plural = pgettext_lazy("help", "groups and events")
        ordering = ("-from_on", "-id")
        constraints = [
            models.CheckConstraint(condition=Q(threshold__gte=1, threshold__lte=100), name="groups_threshold"),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=models.F("from_on")), name="groups_days"
            ),
        ]
        indexes = [models.Index(fields=["-from_on", "-id"], name="groups_list")]

    def __str__(self) -> str:
        return self.title


class Session(models.Model):
    """One day of a group: when, how long, who came without being registered, what was given to do at home."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="sessions", verbose_name=_("group"))
    on = models.DateField(_("day"))
    at = models.TimeField(_("hour"), null=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True)
    is_held = models.BooleanField(pgettext_lazy("group", "held"), default=False)
    heads = models.PositiveIntegerField(_("came without being registered"), default=0)
    homework = SealedField(purpose="groups.homework", words=_("homework of groups"), null=True)
    homework_due_on = models.DateField(_("homework due"), null=True)

    class Meta:
        verbose_name = _("meeting of a group")
        verbose_name_plural = _("meetings of groups")
        ordering = ("on", "at", "id")
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes=None) | Q(minutes__gte=1, minutes__lte=1440), name="groups_session_minutes"
            )
        ]
        indexes = [models.Index(fields=["on"], name="groups_sessions")]

    @property
    def origin(self) -> str:
        """How services name the meeting they come from."""
        return f"groups.session:{self.pk}"


class Participant(WorkRecord):
    """Somebody of a family on the list of a group, from when to when."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="participants", verbose_name=_("group"))
    person = models.ForeignKey("families.Person", models.PROTECT, related_name="+", verbose_name=_("person"))
    joined_on = models.DateField(pgettext_lazy("group", "joined"))
    left_on = models.DateField(pgettext_lazy("group", "left"), null=True)

    class Meta:
        verbose_name = _("participant of a group")
        verbose_name_plural = _("participants of groups")
        ordering = ("id",)
        constraints = [
            WorkRecord.one_place("groups_participant_place"),
            models.CheckConstraint(
                condition=Q(left_on=None) | Q(left_on__gte=models.F("joined_on")), name="groups_participant_days"
            ),
        ]
        indexes = [
            models.Index(fields=["route"], name="groups_of_path"),
            models.Index(fields=["case"], name="groups_of_case"),
        ]


class Mark(models.Model):
    """Whether somebody on the list came to a meeting."""

    class State(models.TextChoices):
        CAME = "came", pgettext_lazy("attendance", "came")
        ABSENT = "absent", pgettext_lazy("attendance", "did not come")
        EXCUSED = "excused", pgettext_lazy("attendance", "excused")

    session = models.ForeignKey(Session, models.PROTECT, related_name="marks", verbose_name=_("meeting of a group"))
    participant = models.ForeignKey(
        Participant, models.PROTECT, related_name="marks", verbose_name=_("participant of a group")
    )
    state = models.CharField(_("state"), max_length=8, choices=State.choices)

    class Meta:
        verbose_name = _("mark of attendance")
        verbose_name_plural = _("marks of attendance")
        constraints = [models.UniqueConstraint(fields=["session", "participant"], name="groups_mark_once")]


class HomeworkResult(WorkRecord):
    """What a family did of the homework of a meeting (S0-24)."""

    class State(models.TextChoices):
        DONE = "done", pgettext_lazy("homework", "done")
        PARTLY = "partly", pgettext_lazy("homework", "partly")
        NOT_DONE = "not_done", pgettext_lazy("homework", "not done")

    session = models.ForeignKey(Session, models.PROTECT, related_name="results", verbose_name=_("meeting of a group"))
    state = models.CharField(_("state"), max_length=8, choices=State.choices)
    comment = SealedField(
        purpose="groups.homework_comment", words=_("comments on homework"), route="route", case="case", null=True
    )

    class Meta:
        verbose_name = _("homework of a family")
        verbose_name_plural = _("homework of families")
        ordering = ("id",)
        constraints = [
            WorkRecord.one_place("groups_homework_place"),
            models.UniqueConstraint(
                fields=["session", "route", "case"], nulls_distinct=False, name="groups_homework_once"
            ),
        ]


class Guest(WorkRecord):
    """Somebody of the family's environment who was invited to a meeting about it, and came or did not (S1-34)."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="guests", verbose_name=_("meeting of a group"))
    words = SealedField(purpose="groups.guest", words=_("guests of meetings"), route="route", case="case", null=True)
    has_come = models.BooleanField(pgettext_lazy("guest", "came"), default=False)

    class Meta:
        verbose_name = _("guest of a meeting")
        verbose_name_plural = _("guests of meetings")
        ordering = ("id",)
        constraints = [WorkRecord.one_place("groups_guest_place")]


class Commitment(WorkRecord):
    """What was agreed at a meeting about a family; it may become a task of its plan (S1-34)."""

    session = models.ForeignKey(
        Session, models.PROTECT, related_name="commitments", verbose_name=_("meeting of a group")
    )
    text = SealedField(
        purpose="groups.commitment", words=_("what was agreed at meetings"), route="route", case="case", null=True
    )
    task = models.ForeignKey("plans.Task", models.SET_NULL, null=True, related_name="+", verbose_name=_("task"))

    class Meta:
        verbose_name = _("what was agreed at a meeting")
        verbose_name_plural = _("what was agreed at meetings")
        ordering = ("id",)
        constraints = [WorkRecord.one_place("groups_commitment_place")]

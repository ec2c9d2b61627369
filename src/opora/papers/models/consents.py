"""What people agreed to, and what follows when they agree no longer: terms and acts of destruction."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField
from opora.process.models import Voidable


class Consent(Voidable):
    """One person's consent to one purpose: a paper of its own, with a day of signing, a term and a withdrawal."""

    class Purpose(models.TextChoices):
        PROCESSING = "processing", pgettext_lazy("consent", "processing of one's data")
        PROCESSING_CHILD = "processing_child", pgettext_lazy("consent", "processing of a child's data")
        SHARING = "sharing", pgettext_lazy("consent", "sharing with partners")
        PUBLICATION = "publication", pgettext_lazy("consent", "publication")
        SPECIAL = "special", pgettext_lazy("consent", "data on health")

    route = models.ForeignKey("process.Route", models.PROTECT, related_name="+", verbose_name=_("path"))
    person = models.ForeignKey("families.Person", models.PROTECT, related_name="+", verbose_name=_("person"))
    purpose = models.CharField(_("purpose"), max_length=20, choices=Purpose.choices)
    number = models.CharField(_("number"), max_length=20, unique=True)
    scope = SealedField(purpose="papers.consent", words=_("wording of consents"), route="route", null=True)
    signed_on = models.DateField(_("signed"))
    valid_until = models.DateField(_("valid until"), null=True)
    withdrawn_on = models.DateField(_("withdrawn"), null=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ("-signed_on", "-id")
        constraints = [
            models.CheckConstraint(
                condition=(Q(valid_until__isnull=True) | Q(valid_until__gte=F("signed_on")))
                & (Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gte=F("signed_on"))),
                name="papers_consent_dates",
            )
        ]
        indexes = [
            models.Index(fields=["route", "person", "purpose"], name="papers_consent_route"),
            models.Index(
                fields=["valid_until"],
                condition=Q(withdrawn_on__isnull=True, valid_until__isnull=False),
                name="papers_consent_ending",
            ),
        ]


class DestructionAct(models.Model):
    """Whose data were destroyed, which, how many, by whom and why; kept three years, never changed (order 179)."""

    number = models.CharField(_("number of the act"), max_length=20, unique=True)
    route = models.ForeignKey("process.Route", models.PROTECT, related_name="+", verbose_name=_("path"))
    family = models.ForeignKey("families.Family", models.PROTECT, related_name="+", verbose_name=_("family"))
    on = models.DateField(_("day of destruction"))
    # [{"person": 3, "code": "В3", "consents": ["1/2026"]}]: whose identity was destroyed; nobody is named.
    people = models.JSONField(default=list)
    # {"intake.Visit.report": 2}: how many records of each kind were emptied.
    contents = models.JSONField(default=dict)
    path_ids = models.JSONField(default=list)
    case_ids = models.JSONField(default=list)
    files = models.PositiveIntegerField(default=0)
    reason = SealedField(purpose="papers.destruction", words=_("reasons for destructions"))
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("act of destruction")
        verbose_name_plural = _("acts of destruction")
        ordering = ("-id",)
        indexes = [models.Index(fields=["family"], name="papers_act_family")]


class DestructionTimer(models.Model):
    """After a withdrawal the data of a person must be destroyed by this day, unless a new consent is given."""

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("timer", "waiting")
        CANCELLED = "cancelled", pgettext_lazy("timer", "cancelled")
        DONE = "done", pgettext_lazy("timer", "done")

    route = models.ForeignKey("process.Route", models.PROTECT, related_name="+", verbose_name=_("path"))
    person = models.ForeignKey("families.Person", models.PROTECT, related_name="+", verbose_name=_("person"))
    purpose = models.CharField(_("purpose"), max_length=20, choices=Consent.Purpose.choices)
    started_on = models.DateField(_("withdrawn"))
    due_on = models.DateField(_("to be destroyed by"))
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.WAITING)
    ended_on = models.DateField(_("ended"), null=True)
    act = models.ForeignKey(DestructionAct, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("term of destruction")
        verbose_name_plural = _("terms of destruction")
        ordering = ("due_on", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["route", "person", "purpose"], condition=Q(state="waiting"), name="papers_timer_once"
            )
        ]
        indexes = [models.Index(fields=["due_on"], condition=Q(state="waiting"), name="papers_timer_due")]


class TermExtension(models.Model):
    """A term of destruction made longer: from which day to which, on which ground, why and by whom."""

    class Ground(models.TextChoices):
        CONTRACT = "contract", pgettext_lazy("extension", "a contract with the family is in force")
        LAW = "law", pgettext_lazy("extension", "the law obliges us to keep the data")
        PROCEEDINGS = "proceedings", pgettext_lazy("extension", "proceedings of a court or an authority")
        TECHNICAL = "technical", pgettext_lazy("extension", "destruction in time is technically not possible")

    term = models.ForeignKey(DestructionTimer, models.PROTECT, related_name="extensions")
    was_due_on = models.DateField(_("was due"))
    due_on = models.DateField(_("now due"))
    ground = models.CharField(_("ground"), max_length=12, choices=Ground.choices)
    reason = SealedField(purpose="papers.extension", words=_("reasons for longer terms"))
    on = models.DateField(_("decided"))
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("extension of a term of destruction")
        verbose_name_plural = _("extensions of terms of destruction")
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(condition=Q(due_on__gt=F("was_due_on")), name="papers_extension_days"),
        ]

"""Signals: the channels they come by, what was told, and the marks by which they are found."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField


class Channel(models.Model):
    """A way by which people turn to us: a shipped one renamed or put away, or one of the organization's own."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=100, blank=True)
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("channel of signals")
        verbose_name_plural = _("channels of signals")
        ordering = ("id",)


class Referral(models.Model):
    """A signal that a family may need help: the beginning of its path. It keeps no name in the open."""

    class Source(models.TextChoices):
        SELF = "self", pgettext_lazy("source", "the person herself or himself")
        RELATIVE = "relative", pgettext_lazy("source", "a relative")
        NEIGHBOUR = "neighbour", pgettext_lazy("source", "a neighbor or acquaintance")
        ORGANISATION = "organisation", pgettext_lazy("source", "an organization")
        MEDIA = "media", pgettext_lazy("source", "the media")
        OTHER = "other", pgettext_lazy("source", "somebody else")
        UNKNOWN = "unknown", pgettext_lazy("source", "not told")

    class Urgency(models.TextChoices):
        TODAY = "today", pgettext_lazy("urgency", "today")
        DAYS = "days", pgettext_lazy("urgency", "in the next days")
        CALM = "calm", pgettext_lazy("urgency", "not urgent")

    class Risk(models.TextChoices):
        UNKNOWN = "", pgettext_lazy("children", "not known")
        NO = "no", pgettext_lazy("children", "no")
        YES = "yes", pgettext_lazy("children", "yes, there is a risk")

    class Outcome(models.TextChoices):
        UNDECIDED = "", _("undecided")
        REFER = "refer", _("referred")
        INFORM = "inform", _("informed")
        HELP = "help", _("urgent help")
        VISIT = "visit", _("visit to the family")
        OUTSIDE = "outside", _("outside the criteria")
        WORK = "work", _("taken into work")

    route = models.OneToOneField("process.Route", models.PROTECT, related_name="+", verbose_name=_("path"))
    received_at = models.DateTimeField(_("received"))
    channel = models.SlugField(_("channel"), max_length=40)
    source = models.CharField(_("who turned to us"), max_length=14, choices=Source.choices)
    is_anonymous = models.BooleanField(_("anonymous"), default=False)
    urgency = models.CharField(_("urgency"), max_length=8, choices=Urgency.choices)
    children_count = models.PositiveSmallIntegerField(_("children"), null=True)
    child_risk = models.CharField(_("children at risk"), max_length=4, choices=Risk.choices, blank=True)
    told = SealedField(
        purpose="intake.referral", words=_("stories and contacts of signals"), route="route", empty={}, null=True
    )
    answer_by = models.DateField(_("to be decided by"))
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome.choices, blank=True)
    decided_on = models.DateField(_("decided"), null=True)
    registered_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("signal")
        verbose_name_plural = _("signals")
        indexes = [
            models.Index(fields=["answer_by", "id"], condition=Q(outcome=""), name="intake_undecided"),
            models.Index(fields=["received_at"], name="intake_received"),
        ]


class SignalJoin(models.Model):
    """Two signals were said to tell of one family: the path that learned its family by that, and which family it was.

    Before it the path knew of no family; taken apart, it knows of none again.
    """

    given = models.ForeignKey(Referral, models.PROTECT, related_name="+", verbose_name=_("signal that followed"))
    other = models.ForeignKey(Referral, models.PROTECT, related_name="+", verbose_name=_("signal it followed"))
    family = models.ForeignKey("families.Family", models.PROTECT, related_name="+", verbose_name=_("family"))
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("joining of signals")
        verbose_name_plural = _("joinings of signals")
        constraints = [
            models.UniqueConstraint(fields=["given"], condition=Q(undone_at=None), name="intake_joined_once"),
        ]


class SignalMark(models.Model):
    """The blind words of what was told with a signal: found by whoever types such a word, readable by nobody."""

    referral = models.OneToOneField(Referral, models.CASCADE, primary_key=True, related_name="mark")
    tokens = ArrayField(models.BinaryField(max_length=16))
    version = models.PositiveSmallIntegerField(default=0, db_index=True)

    class Meta:
        verbose_name = _("search mark of a signal")
        verbose_name_plural = _("search marks of signals")
        indexes = [GinIndex(fields=["tokens"], name="intake_signal_search")]

"""Tables of the councils: ballots with their panel and votes, and conferences on the plan."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField
from opora.process.models import Voidable


class Ballot(Voidable):
    """A question put to a panel about one family; closed once, with numbered minutes, then final (D-14).

    One opened by mistake is called off before it is decided: closed and voided on one day, without minutes.
    """

    class Kind(models.TextChoices):
        OPEN_CASE = "open_case", _("What do we do for this family?")
        OTHER = "other", _("Another question")

    class Choice(models.TextChoices):
        OPEN = "open", pgettext_lazy("vote", "open a case")
        ONE_OFF = "one_off", pgettext_lazy("vote", "one-off help")
        REFER = "refer", pgettext_lazy("vote", "refer to a partner")
        REJECT = "reject", pgettext_lazy("vote", "decline")
        DANGER = "danger", pgettext_lazy("vote", "danger for the children")
        YES = "yes", pgettext_lazy("vote", "in favor")
        NO = "no", pgettext_lazy("vote", "against")
        ABSTAIN = "abstain", pgettext_lazy("vote", "abstain")

    class Ground(models.TextChoices):
        NONE = "", pgettext_lazy("vote", "not counted yet")
        MAJORITY = "majority", pgettext_lazy("vote", "by the majority of votes")
        CHAIR = "chair", pgettext_lazy("vote", "votes were equal, the chair’s vote decided")
        NO_QUORUM = "no_quorum", pgettext_lazy("vote", "there was no quorum")
        ALL_ABSTAINED = "all_abstained", pgettext_lazy("vote", "everybody abstained")
        TIE = "tie", pgettext_lazy("vote", "votes were equal")

    route = models.ForeignKey("process.Route", models.PROTECT, related_name="+", verbose_name=_("path"))
    kind = models.CharField(_("question"), max_length=10, choices=Kind.choices)
    question = SealedField(purpose="councils.question", words=_("questions put to panels"), route="route", null=True)
    is_secret = models.BooleanField(_("secret"), default=False)
    quorum = models.PositiveSmallIntegerField(_("quorum"), null=True)
    chair = models.ForeignKey("access.User", models.PROTECT, related_name="+", verbose_name=_("chair"))
    # What the tables of criteria said on the day the vote was opened, as it was then.
    criteria = models.JSONField(default=dict)
    opened_on = models.DateField(pgettext_lazy("vote", "opened"))
    closes_on = models.DateField(_("last day"))
    closed_at = models.DateTimeField(pgettext_lazy("vote", "closed"), null=True)
    closed_on = models.DateField(_("day of closing"), null=True)
    closed_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    result = models.CharField(_("result"), max_length=8, choices=Choice.choices, blank=True)
    ground = models.CharField(_("decided"), max_length=14, choices=Ground.choices, blank=True)
    number = models.PositiveIntegerField(_("number of the minutes"), null=True)

    class Meta:
        verbose_name = _("vote of a panel")
        verbose_name_plural = _("votes of panels")
        ordering = ("-opened_on", "-id")
        constraints = [
            models.CheckConstraint(condition=Q(closes_on__gte=F("opened_on")), name="councils_ballot_days"),
            models.UniqueConstraint(fields=["number"], name="councils_minutes_once"),
            models.UniqueConstraint(
                fields=["route", "kind"], condition=Q(closed_on=None, kind="open_case"), name="councils_one_open_ballot"
            ),
        ]
        indexes = [models.Index(fields=["route", "-opened_on"], name="councils_ballots")]


class PanelSeat(models.Model):
    """A member of the panel; with a conflict of interest the seat neither votes nor counts for the quorum."""

    ballot = models.ForeignKey(Ballot, models.CASCADE, related_name="seats")
    user = models.ForeignKey("access.User", models.PROTECT, related_name="+", verbose_name=_("member of the panel"))
    # The invitation to the path that this vote gave; None for whoever took part in the path already.
    invitation = models.ForeignKey("process.RouteMember", models.SET_NULL, null=True, related_name="+")
    conflict = SealedField(
        purpose="councils.conflict", words=_("conflicts of interest, in words"), route="ballot__route", null=True
    )
    conflict_on = models.DateField(_("conflict of interest declared"), null=True)

    class Meta:
        verbose_name = _("seat in a panel")
        verbose_name_plural = _("seats in panels")
        ordering = ("id",)
        constraints = [models.UniqueConstraint(fields=["ballot", "user"], name="councils_seat_once")]
        indexes = [models.Index(fields=["user"], name="councils_seats_of")]

    @property
    def has_voted(self) -> bool:
        """Whether the vote of this seat is cast; how, is another question."""
        return hasattr(self, "vote")


class Vote(models.Model):
    """One vote, cast once; the database refuses to change it."""

    seat = models.OneToOneField(PanelSeat, models.PROTECT, related_name="vote")
    choice = models.CharField(_("choice"), max_length=8, choices=Ballot.Choice.choices)
    reason = SealedField(
        purpose="councils.reason", words=_("reasons for votes"), route="seat__ballot__route", null=True
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("vote")
        verbose_name_plural = _("votes")


class Conference(models.Model):
    """A council on the plan of work: who took part, what was remarked, approved or returned (S4-14)."""

    class Decision(models.TextChoices):
        APPROVE = "approve", pgettext_lazy("council", "the plan is approved")
        RETURN = "return", pgettext_lazy("council", "the plan is returned")

    route = models.ForeignKey("process.Route", models.PROTECT, related_name="+", verbose_name=_("path"))
    on = models.DateField(_("day"))
    # Kept with the minutes, as it was on that day.
    participant_ids = models.JSONField(default=list)
    guests = SealedField(purpose="councils.guests", words=_("guests of councils"), route="route", null=True)
    remarks = SealedField(purpose="councils.remarks", words=_("remarks of councils"), route="route", null=True)
    decision = models.CharField(_("decision"), max_length=8, choices=Decision.choices)
    number = models.PositiveIntegerField(_("number of the minutes"), unique=True)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("council on a plan")
        verbose_name_plural = _("councils on plans")
        ordering = ("-on", "-id")
        indexes = [models.Index(fields=["route", "-on"], name="councils_conferences")]

"""Whom we asked for goods or money, what was promised, and what came of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField, opened
from opora.process.models import Voidable


class Appeal(Voidable):
    """Somebody outside was asked for what families need: a promise is not yet a gift (S2-19)."""

    class Way(models.TextChoices):
        CALL = "call", pgettext_lazy("appeal", "by telephone")
        LETTER = "letter", pgettext_lazy("appeal", "by letter")
        MEETING = "meeting", pgettext_lazy("appeal", "at a meeting")
        POST = "post", pgettext_lazy("appeal", "by a post in social networks")

    class State(models.TextChoices):
        WAITING = "", pgettext_lazy("appeal", "waits for an answer")
        PROMISED = "promised", pgettext_lazy("appeal", "promised")
        RECEIVED = "received", pgettext_lazy("appeal", "received")
        REFUSED = "refused", pgettext_lazy("appeal", "refused")

    # What is looked for; never about one family.
    what = models.CharField(_("what is looked for"), max_length=200)
    donor = models.ForeignKey("volunteers.Helper", models.PROTECT, null=True, related_name="+", verbose_name=_("donor"))
    whom = SealedField(purpose="goods.appeal_whom", words=_("whom we asked for goods"), null=True)
    way = models.CharField(_("how"), max_length=8, choices=Way.choices)
    asked_on = models.DateField(_("asked"))
    state = models.CharField(_("what came of it"), max_length=10, choices=State.choices, blank=True, default="")
    answered_on = models.DateField(_("answered"), null=True)
    promised_by = models.DateField(_("promised by"), null=True)
    note = SealedField(purpose="goods.appeal_note", words=_("notes on what we asked for"), null=True)
    voided_why = SealedField(purpose="goods.appeal_voided", words=_("why requests were voided"), null=True)

    class Meta:
        verbose_name = _("request for goods or money")
        verbose_name_plural = _("requests for goods or money")
        ordering = ("-asked_on", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state="", answered_on=None) | ~Q(state="") & Q(answered_on__gte=models.F("asked_on")),
                name="goods_appeal_answered",
            ),
            models.CheckConstraint(
                condition=Q(promised_by=None) | Q(state="promised") | Q(state="received"), name="goods_appeal_promised"
            ),
        ]

    @property
    def note_text(self) -> str:
        """What is worth knowing of it."""
        return opened(self, "note")

    @property
    def voided_why_text(self) -> str:
        """Why it was voided."""
        return opened(self, "voided_why")

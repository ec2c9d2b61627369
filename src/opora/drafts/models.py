"""The tables of what is on its way to a record."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from opora.families.sealing import SealedField


class Intention(models.Model):
    """Something a person sent, carried out once: whoever sends the very same again gets the first answer."""

    # Tells who sent what from which page; keyed, so that nothing typed can be guessed from it.
    mark = models.CharField(_("mark"), max_length=64, unique=True)
    address = models.CharField(_("where the answer stands"), max_length=300)
    word = models.CharField(_("what was said"), max_length=500, blank=True)
    made_at = models.DateTimeField(_("made at"), db_index=True)

    class Meta:
        verbose_name = _("intention")
        verbose_name_plural = _("intentions")


class FormDraft(models.Model):
    """A form somebody began and has not sent: sealed, of one person, and gone as soon as it is sent."""

    user = models.ForeignKey("access.User", models.CASCADE, related_name="+", verbose_name=_("worker"))
    # The name of the page and the numbers in its address tell which form about what; no name of anybody.
    form = models.CharField(_("form"), max_length=80)
    subject = models.CharField(_("what it is about"), max_length=200, blank=True)
    address = models.CharField(_("where it goes on"), max_length=300)
    route_id = models.BigIntegerField(_("path"), null=True, db_index=True)
    case_id = models.BigIntegerField(_("case"), null=True, db_index=True)
    words = SealedField(
        _("what was typed"),
        purpose="drafts.words",
        words=_("begun forms"),
        route="route_id",
        case="case_id",
        whole=True,
    )
    revision = models.PositiveIntegerField(_("revision"), default=1)
    saved_at = models.DateTimeField(_("saved at"), db_index=True)

    class Why(models.TextChoices):
        """Why a begun form comes to its end without being sent."""

        OVER = "over", _("its record has ended")
        SHUT = "shut", _("its writer may not open its record any more")
        IDLE = "idle", _("nobody went on with it")
        LAPSED = "lapsed", _("its record can be written no more")

    # Told before it happens: from when on the words will be gone, and why; afterwards the line stays until it is seen.
    why = models.CharField(_("why it ends"), max_length=8, choices=Why.choices, blank=True)
    # What the room of the form said about its record, as a code; the room has the sentence for it.
    lapse = models.CharField(_("what was said of its record"), max_length=40, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, db_index=True)
    is_gone = models.BooleanField(_("its words are gone"), default=False)

    class Meta:
        verbose_name = _("begun form")
        verbose_name_plural = _("begun forms")
        constraints = [models.UniqueConstraint(fields=["user", "form", "subject"], name="one_draft_of_a_form")]

"""Tables of confidential notes: what was said in therapy, and who beside the author may read it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField
from opora.process.models import WorkRecord


class ConfidentialNote(WorkRecord):
    """A note that its author and the colleagues the author names read, and nobody else, whatever the role (S0-15)."""

    class Kind(models.TextChoices):
        THERAPY = "therapy", pgettext_lazy("note", "psychotherapy")
        PSYCHOLOGY = "psychology", pgettext_lazy("note", "work of a psychologist")
        LEGAL = "legal", pgettext_lazy("note", "legal")
        HEALTH = "health", pgettext_lazy("note", "health")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    on = models.DateField(_("day"))
    text = SealedField(purpose="notes.text", words=_("confidential notes"), route="route", case="case")
    # Why its author took it back; a voided note is read by whoever read it before, and by nobody else.
    voided_why = SealedField(
        purpose="notes.voided_why",
        words=_("why confidential notes were voided"),
        route="route",
        case="case",
        null=True,
    )

    class Meta:
        verbose_name = _("confidential note")
        verbose_name_plural = _("confidential notes")
        ordering = ("-on", "-id")
        constraints = [
            WorkRecord.one_place("notes_place"),
            models.CheckConstraint(condition=Q(by__isnull=False), name="notes_have_authors"),
        ]
        indexes = [
            models.Index(fields=["by", "-on", "-id"], name="notes_of_author"),
            models.Index(fields=["route", "-on"], name="notes_of_path"),
            models.Index(fields=["case", "-on"], name="notes_of_case"),
        ]


class NoteVersion(models.Model):
    """What a note said before its author corrected it; sealed as the note, and read by the same people."""

    note = models.ForeignKey(ConfidentialNote, models.CASCADE, related_name="versions")
    text = SealedField(
        purpose="notes.former", words=_("former words of confidential notes"), route="note__route", case="note__case"
    )
    until = models.DateTimeField(_("stood until"), auto_now_add=True)

    class Meta:
        verbose_name = _("former words of a confidential note")
        verbose_name_plural = _("former words of confidential notes")
        ordering = ("-id",)


class NoteReader(models.Model):
    """A colleague who may read a note: named by its author, or by the head with a reason after the author left."""

    note = models.ForeignKey(ConfidentialNote, models.CASCADE, related_name="readers")
    user = models.ForeignKey("access.User", models.PROTECT, related_name="+", verbose_name=_("colleague"))
    on = models.DateField(_("day"))
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    # Why the head named somebody when the author could not any more.
    reason = SealedField(
        purpose="notes.reason",
        words=_("why notes were handed on"),
        route="note__route",
        case="note__case",
        null=True,
    )

    class Meta:
        verbose_name = _("reader of a confidential note")
        verbose_name_plural = _("readers of confidential notes")
        constraints = [models.UniqueConstraint(fields=["note", "user"], name="notes_reader_once")]

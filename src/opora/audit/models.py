"""Tables of the journal. The database itself refuses to change or delete a line (migration 0002)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class JournalEntry(models.Model):
    """One line: who did what, when, to which record. Ids, numbers and codes only; never a name, never free text."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(_("when"))
    # Plain numbers, not foreign keys: the journal outlives the records it speaks of.
    actor_id = models.BigIntegerField(_("who"), null=True)
    actor_name = models.CharField(_("who"), max_length=120)
    verb = models.CharField(_("what"), max_length=60)
    case_id = models.BigIntegerField(_("case"), null=True)
    family_id = models.BigIntegerField(_("family"), null=True)
    person_id = models.BigIntegerField(_("person"), null=True)
    data = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("journal entry")
        verbose_name_plural = _("journal entries")
        indexes = [
            models.Index(fields=["case_id", "-id"], condition=Q(case_id__isnull=False), name="audit_by_case"),
            models.Index(fields=["actor_id", "-id"], condition=Q(actor_id__isnull=False), name="audit_by_actor"),
            models.Index(fields=["person_id", "-id"], condition=Q(person_id__isnull=False), name="audit_by_person"),
            models.Index(fields=["verb", "-id"], name="audit_by_verb"),
            models.Index(fields=["at"], name="audit_by_time"),
        ]


class JournalSeal(models.Model):
    """A seal over a run of entries; each seal covers the digest of the one before, so the chain cannot be cut."""

    id = models.BigAutoField(primary_key=True)
    sealed_at = models.DateTimeField(_("sealed"))
    entry_ids = ArrayField(models.BigIntegerField())
    # First eight bytes of each entry's digest: enough to name the altered line, small enough to keep for all.
    entry_marks = models.BinaryField()
    last_entry_id = models.BigIntegerField()
    previous = models.BinaryField(max_length=32)
    digest = models.BinaryField(max_length=32)

    class Meta:
        verbose_name = _("journal seal")
        verbose_name_plural = _("journal seals")


class NumberCounter(models.Model):
    """The last number given out to a kind of paper in a year (0: whatever the year); a number never comes twice."""

    kind = models.SlugField(_("kind"), max_length=40)
    year = models.PositiveSmallIntegerField(_("year"))
    last = models.PositiveIntegerField(_("last number"), default=0)

    class Meta:
        # The table is older than its place in this room.
        db_table = "papers_numbercounter"
        verbose_name = _("counter of papers")
        verbose_name_plural = _("counters of papers")
        constraints = [models.UniqueConstraint(fields=["kind", "year"], name="papers_counter_once")]

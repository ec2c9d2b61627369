"""One row of facts per case, rewritten whenever the case or an assessment changes."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class CaseFact(models.Model):
    """Everything the outcome table and the statistics need to know about one case."""

    case = models.OneToOneField("cases.Case", models.CASCADE, primary_key=True, related_name="+")
    program = models.ForeignKey("programs.Program", models.CASCADE, related_name="+")
    department = models.ForeignKey("access.Department", models.CASCADE, related_name="+")
    number = models.CharField(max_length=40)
    parent_code = models.CharField(max_length=12)
    child_codes = ArrayField(models.CharField(max_length=12), default=list)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    extended_to = models.DateField(null=True)
    follow_up_due_on = models.DateField(null=True)
    followed_up_on = models.DateField(null=True)
    entry_id = models.BigIntegerField(null=True)
    exit_id = models.BigIntegerField(null=True)
    entry = models.SmallIntegerField(null=True)
    exit = models.SmallIntegerField(null=True)
    change = models.SmallIntegerField(null=True)
    entry_sections = models.SmallIntegerField(null=True)
    exit_sections = models.SmallIntegerField(null=True)
    entry_by_section = ArrayField(models.SmallIntegerField(), null=True)
    exit_by_section = ArrayField(models.SmallIntegerField(), null=True)
    entry_complete = models.FloatField(null=True)  # rated / applicable, 0..1
    exit_complete = models.FloatField(null=True)
    change_both = models.SmallIntegerField(null=True)
    rated_both = models.SmallIntegerField(null=True)
    solved = models.SmallIntegerField(null=True)
    new = models.SmallIntegerField(null=True)
    has_items = models.BooleanField(default=False)
    assessor_known = models.BooleanField(default=False)
    follow_up_score = models.SmallIntegerField(null=True)
    children = models.SmallIntegerField(default=0)
    children_kept = models.SmallIntegerField(null=True)
    children_known = models.SmallIntegerField(default=0)
    refreshed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("case fact")
        verbose_name_plural = _("case facts")
        indexes = [
            models.Index(fields=["program", "closed_on"], name="evidence_by_closing"),
            models.Index(fields=["department", "closed_on"], name="evidence_by_department"),
            models.Index(
                fields=["program", "case"], condition=Q(exit__isnull=True), name="evidence_unpaired"
            ),
        ]

"""Answers to own fields: the newest of each holds now, those before are its history."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField, opened
from opora.process.models import WorkRecord


class Detail(WorkRecord):
    """One answer to one own field about somebody; an empty one says that the answer before holds no more."""

    field = models.ForeignKey(
        "fields.FieldDefinition", models.PROTECT, related_name="+", verbose_name=pgettext_lazy("own field", "own field")
    )
    person = models.ForeignKey("families.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("person"))
    family = models.ForeignKey("families.Family", models.PROTECT, null=True, related_name="+", verbose_name=_("family"))
    of_case = models.ForeignKey("cases.Case", models.PROTECT, null=True, related_name="+", verbose_name=_("case"))
    contact = models.ForeignKey(
        "intake.ContactRecord", models.PROTECT, null=True, related_name="+", verbose_name=_("contact")
    )
    words = SealedField(purpose="details.words", words=_("own fields"), route="route", case="case", null=True)
    number = models.DecimalField(pgettext_lazy("own field", "number"), max_digits=14, decimal_places=2, null=True)
    day = models.DateField(pgettext_lazy("own field", "day"), null=True)
    # Codes of the answers that were chosen: yes, no, unknown, or those of the field.
    chosen = ArrayField(
        models.SlugField(max_length=20), default=list, verbose_name=pgettext_lazy("own field", "chosen")
    )
    on = models.DateField(_("day"))
    is_newest = models.BooleanField(default=True)

    class Meta:
        verbose_name = pgettext_lazy("own field", "answer to an own field")
        verbose_name_plural = pgettext_lazy("own field", "answers to own fields")
        constraints = [
            WorkRecord.one_place("details_place"),
            models.CheckConstraint(
                condition=Q(person__isnull=False)
                | Q(family__isnull=False)
                | Q(of_case__isnull=False)
                | Q(contact__isnull=False),
                name="details_about_somebody",
            ),
        ]
        indexes = [
            models.Index(fields=["field", "person"], condition=Q(is_newest=True), name="details_of_person"),
            models.Index(fields=["family"], condition=Q(is_newest=True), name="details_of_family"),
            models.Index(fields=["of_case", "field"], condition=Q(is_newest=True), name="details_of_case"),
        ]

    @property
    def words_text(self) -> str:
        """What was written, for whoever may see the field."""
        return str(opened(self, "words"))

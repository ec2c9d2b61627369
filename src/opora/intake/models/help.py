"""What is done for a family at once: contacts, and things given with an act."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField
from opora.process.models import WorkRecord


class ContactRecord(WorkRecord):
    """A consultation or an attempt to reach the family: when, how, with whom, with what result (S4-06, S0-03)."""

    class Kind(models.TextChoices):
        PHONE = "phone", pgettext_lazy("contact", "by telephone")
        SITE = "site", pgettext_lazy("contact", "through the website")
        MESSENGER = "messenger", pgettext_lazy("contact", "by messenger")
        IN_PERSON = "in_person", pgettext_lazy("contact", "in person")
        VISIT_ATTEMPT = "visit_attempt", pgettext_lazy("contact", "attempt of a visit")
        INTERVIEW = "interview", pgettext_lazy("contact", "interview")
        LETTER = "letter", pgettext_lazy("contact", "letter")

    class Party(models.TextChoices):
        MOTHER = "mother", pgettext_lazy("contact", "the mother")
        FATHER = "father", pgettext_lazy("contact", "the father")
        CHILD = "child", pgettext_lazy("contact", "a child")
        RELATIVE = "relative", pgettext_lazy("contact", "a relative")
        ORGANISATION = "organisation", pgettext_lazy("contact", "an organization")
        OTHER = "other", pgettext_lazy("contact", "somebody else")

    class Result(models.TextChoices):
        REACHED = "reached", pgettext_lazy("contact", "reached")
        NOT_REACHED = "not_reached", pgettext_lazy("contact", "not reached")
        AGREED = "agreed", pgettext_lazy("contact", "agreed to meet or to work with us")
        REFUSED = "refused", pgettext_lazy("contact", "refused")
        SENT = "sent", pgettext_lazy("contact", "sent")

    class Topic(models.TextChoices):
        NONE = "", pgettext_lazy("topic", "not stated")
        HOUSING = "housing", pgettext_lazy("topic", "a place to live")
        THINGS = "things", pgettext_lazy("topic", "food, clothes, things")
        MONEY = "money", pgettext_lazy("topic", "money and benefits")
        LAW = "law", pgettext_lazy("topic", "rights and papers")
        HEALTH = "health", pgettext_lazy("topic", "health")
        CARE = "care", pgettext_lazy("topic", "care and upbringing of a child")
        VIOLENCE = "violence", pgettext_lazy("topic", "violence")
        RELATIONS = "relations", pgettext_lazy("topic", "relations in the family")
        ABANDONMENT = "abandonment", pgettext_lazy("topic", "thought of giving the child up")
        OTHER = "other", pgettext_lazy("topic", "something else")

    on = models.DateField(_("day"))
    at = models.TimeField(_("time"), null=True)
    kind = models.CharField(_("how"), max_length=14, choices=Kind.choices)
    topic = models.CharField(_("topic"), max_length=12, choices=Topic.choices, blank=True)
    party = models.CharField(_("with whom"), max_length=14, choices=Party.choices)
    result = models.CharField(_("result"), max_length=12, choices=Result.choices)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True)
    # Whom exactly: a teacher, an office; sealed, for it may be a name.
    whom = SealedField(purpose="intake.whom", words=_("whom contacts were with"), route="route", case="case", null=True)
    people = models.ManyToManyField("families.Person", related_name="+", verbose_name=_("people of the family"))
    notes = SealedField(purpose="intake.contact", words=_("notes of contacts"), route="route", case="case", null=True)
    # Of a letter: by when an answer is expected, and when it came.
    answer_due_on = models.DateField(_("answer expected by"), null=True)
    answered_on = models.DateField(_("answered"), null=True)

    class Meta:
        verbose_name = _("contact with a family")
        verbose_name_plural = _("contacts with families")
        constraints = [WorkRecord.one_place("intake_contact_place")]
        indexes = [
            models.Index(fields=["route", "-on"], name="intake_contacts"),
            models.Index(fields=["-on"], condition=Q(voided_on=None), name="intake_contacts_by_day"),
            models.Index(
                fields=["answer_due_on"],
                condition=Q(answered_on=None, answer_due_on__isnull=False),
                name="intake_contact_answer",
            ),
        ]


class UrgentAid(WorkRecord):
    """Help given at once, with an act; it needs no case and no contract (S3-13)."""

    given_on = models.DateField(_("given"))
    act_number = models.CharField(_("number of the act"), max_length=20)
    remark = SealedField(purpose="intake.aid", words=_("remarks on urgent help"), route="route", case="case", null=True)
    # An act is never wiped out: one with a number of its own takes it back, and neither counts.
    reverses = models.OneToOneField("self", models.PROTECT, null=True, related_name="reversed_by")

    class Meta:
        verbose_name = _("urgent help")
        verbose_name_plural = _("urgent help given")
        constraints = [
            models.UniqueConstraint(fields=["act_number"], name="intake_act_once"),
            WorkRecord.one_place("intake_aid_place"),
        ]
        indexes = [models.Index(fields=["given_on"], name="intake_aid_given")]


class AidItem(models.Model):
    """One line of an act: what was given and how much."""

    class Kind(models.TextChoices):
        FOOD = "food", pgettext_lazy("aid", "food")
        DIAPERS = "diapers", pgettext_lazy("aid", "diapers")
        FORMULA = "formula", pgettext_lazy("aid", "baby formula")
        CERTIFICATE = "certificate", pgettext_lazy("aid", "certificate for goods")
        HYGIENE = "hygiene", pgettext_lazy("aid", "hygiene goods")
        CLOTHES = "clothes", pgettext_lazy("aid", "clothes and shoes")
        MONEY = "money", pgettext_lazy("aid", "money")
        OTHER = "other", pgettext_lazy("aid", "something else")

    aid = models.ForeignKey(UrgentAid, models.CASCADE, related_name="items")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    quantity = models.DecimalField(_("quantity"), max_digits=10, decimal_places=2)

    class Meta:
        verbose_name = _("line of an act of help")
        verbose_name_plural = _("lines of acts of help")
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=["aid", "kind"], name="intake_aid_kind_once"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="intake_aid_quantity"),
        ]

"""Who lives where: a family in a place, its people, their beds, nights away and the time agreed upon."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField, opened
from opora.process.models import Voidable
from opora.stays.models.leaving import Departure


class Admission(Voidable):
    """A family given a place: expected first, or at once; the days it lives there are those of its stay.

    One that was voided has no stay any more: the days it had are told by its amendment.
    """

    class Reason(models.TextChoices):
        VIOLENCE = "violence", pgettext_lazy("admission", "violence at home")
        NO_HOME = "no_home", pgettext_lazy("admission", "nowhere to live")
        LEAVING_CARE = "leaving_care", pgettext_lazy("admission", "the mother has left an institution or a hospital")
        REFUSING = "refusing", pgettext_lazy("admission", "the mother might give up the child")
        RESPITE = "respite", pgettext_lazy("admission", "the mother needs to recover")
        DISASTER = "disaster", pgettext_lazy("admission", "fire or another disaster")
        OTHER = "other", pgettext_lazy("admission", "another reason")

    shelter = models.ForeignKey("stays.Shelter", models.PROTECT, related_name="+")
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+", verbose_name=_("case"))
    # None while the family is expected.
    stay = models.OneToOneField("cases.Stay", models.PROTECT, null=True, related_name="+")
    expected_on = models.DateField(_("expected"))
    expected_until = models.DateField(_("expected until"), null=True)
    called_off_on = models.DateField(_("called off"), null=True)
    reason = models.CharField(_("why the family needs a place"), max_length=12, choices=Reason.choices)
    reason_note = SealedField(purpose="stays.reason", words=_("reasons for admissions"), case="case", null=True)
    # Why people were taken in above the number of beds (S0-06).
    over_capacity = SealedField(
        purpose="stays.over_capacity", words=_("reasons for taking in above capacity"), case="case", null=True
    )

    class Meta:
        verbose_name = _("admission")
        verbose_name_plural = _("admissions")
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(stay=None, called_off_on=None, voided_on=None), name="stays_expected_once"
            ),
            models.CheckConstraint(condition=Q(voided_on=None) | Q(stay=None), name="stays_voided_never_was"),
            models.CheckConstraint(condition=Q(stay=None) | Q(called_off_on=None), name="stays_came_or_not"),
        ]
        indexes = [
            models.Index(
                fields=["shelter", "expected_on"],
                condition=Q(stay=None, called_off_on=None, voided_on=None),
                name="stays_expected",
            )
        ]

    @property
    def reason_note_text(self) -> str:
        """What was said of the reason, for whoever may read the case."""
        return opened(self, "reason_note")

    @property
    def departure(self) -> Departure | None:
        """How the family left, as it stands."""
        return next((one for one in self.departures.all() if one.voided_on is None), None)

    @property
    def over_capacity_text(self) -> str:
        """Why the family was taken in above capacity."""
        return opened(self, "over_capacity")


class Lodger(models.Model):
    """One of the family who lives there, from a day to a day; counted as what he or she was on coming."""

    class Part(models.TextChoices):
        WOMAN = "woman", pgettext_lazy("lodger", "woman")
        MAN = "man", pgettext_lazy("lodger", "man")
        ADULT = "adult", pgettext_lazy("lodger", "adult")
        CHILD = "child", pgettext_lazy("lodger", "child")

    admission = models.ForeignKey(Admission, models.CASCADE, related_name="lodgers")
    person = models.ForeignKey("families.Person", models.PROTECT, related_name="+")
    part = models.CharField(max_length=6, choices=Part.choices)
    from_on = models.DateField(_("from"))
    left_on = models.DateField(_("left"), null=True)
    was_born_here = models.BooleanField(_("born during the stay"), default=False)

    class Meta:
        verbose_name = _("resident")
        verbose_name_plural = _("residents")
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["admission", "person"], condition=Q(left_on=None), name="stays_lodger_once"
            ),
            models.CheckConstraint(condition=Q(left_on=None) | Q(left_on__gte=F("from_on")), name="stays_lodger_dates"),
        ]


class BedUse(models.Model):
    """Who or what has a bed, from a day up to another one: a resident, somebody expected, or a repair.

    All three lie in one table, so that the database itself keeps two of them from one bed in one night.
    """

    class Kind(models.TextChoices):
        LIVES = "lives", pgettext_lazy("bed", "taken")
        EXPECTED = "expected", pgettext_lazy("bed", "kept for a family")
        BLOCKED = "blocked", pgettext_lazy("bed", "out of use")

    # None: an extra place above the number of beds.
    bed = models.ForeignKey("stays.Bed", models.PROTECT, null=True, related_name="+")
    lodger = models.ForeignKey(Lodger, models.CASCADE, null=True, related_name="uses")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    from_on = models.DateField(_("from"))
    # The first day on which the bed is free again, as far as it is agreed; None: nobody knows.
    held_until = models.DateField(_("until"), null=True)
    released_on = models.DateField(_("free since"), null=True)
    # Why a bed is out of use; never about people.
    why = models.CharField(_("why it is out of use"), max_length=200, blank=True)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("use of a bed")
        verbose_name_plural = _("uses of beds")
        ordering = ("from_on", "id")
        constraints = [
            ExclusionConstraint(
                name="stays_bed_not_twice",
                expressions=[
                    (Func(F("bed"), F("bed"), Value("[]"), function="int8range"), RangeOperators.OVERLAPS),
                    (Func(F("from_on"), F("held_until"), function="daterange"), RangeOperators.OVERLAPS),
                ],
                condition=Q(bed__isnull=False),
            ),
            # Who has not left is there, whatever was agreed: nobody else moves into that bed.
            models.UniqueConstraint(
                fields=["bed"], condition=Q(kind="lives", released_on=None), name="stays_bed_one_present"
            ),
            models.CheckConstraint(
                condition=Q(held_until=None) | Q(held_until__gte=F("from_on")), name="stays_use_dates"
            ),
            models.CheckConstraint(
                condition=Q(released_on=None) | Q(held_until=F("released_on")), name="stays_use_released"
            ),
            models.CheckConstraint(
                condition=Q(kind="blocked", lodger=None, bed__isnull=False) & ~Q(why="")
                | ~Q(kind="blocked") & Q(lodger__isnull=False, why=""),
                name="stays_use_of_somebody",
            ),
        ]
        indexes = [models.Index(fields=["lodger"], name="stays_use_of_lodger")]


class NightAway(Voidable):
    """Somebody sleeps elsewhere and keeps the bed; the day of coming back is no night away."""

    lodger = models.ForeignKey(Lodger, models.CASCADE, related_name="away")
    from_on = models.DateField(_("away from"))
    back_on = models.DateField(_("back"))
    note = SealedField(purpose="stays.away", words=_("notes on nights away"), case="lodger__admission__case", null=True)

    class Meta:
        verbose_name = _("nights away")
        verbose_name_plural = _("nights away")
        constraints = [
            ExclusionConstraint(
                name="stays_away_once",
                expressions=[
                    (Func(F("lodger"), F("lodger"), Value("[]"), function="int8range"), RangeOperators.OVERLAPS),
                    (Func(F("from_on"), F("back_on"), function="daterange"), RangeOperators.OVERLAPS),
                ],
                condition=Q(voided_on=None),
            ),
            models.CheckConstraint(condition=Q(back_on__gt=F("from_on")), name="stays_away_dates"),
        ]

    @property
    def case_id(self) -> int:
        """The case it belongs to."""
        return self.lodger.admission.case_id

    @property
    def note_text(self) -> str:
        """What was said of it."""
        return opened(self, "note")


class ExtensionAsk(Voidable):
    """A longer stay asked for: the head or the coordinator agrees or says no with a reason (S3-83)."""

    class State(models.TextChoices):
        ASKED = "asked", pgettext_lazy("extension", "asked for")
        APPROVED = "approved", pgettext_lazy("extension", "approved")
        REFUSED = "refused", pgettext_lazy("extension", "refused")

    admission = models.ForeignKey(Admission, models.CASCADE, related_name="asks")
    until = models.DateField(_("until"))
    reason = SealedField(
        purpose="stays.extension", words=_("reasons for longer stays"), case="admission__case", null=True
    )
    asked_on = models.DateField(_("asked"))
    state = models.CharField(max_length=8, choices=State.choices, default=State.ASKED)
    decided_on = models.DateField(_("decided"), null=True)
    decided_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    refusal = SealedField(
        purpose="stays.extension_refusal", words=_("why stays were not made longer"), case="admission__case", null=True
    )
    extension = models.OneToOneField("cases.StayExtension", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("request for a longer stay")
        verbose_name_plural = _("requests for longer stays")
        ordering = ("-id",)
        constraints = [
            models.UniqueConstraint(
                fields=["admission"], condition=Q(state="asked", voided_on=None), name="stays_one_ask"
            ),
            models.CheckConstraint(
                condition=Q(state="asked", decided_on=None) | ~Q(state="asked") & Q(decided_on__isnull=False),
                name="stays_ask_decided",
            ),
        ]

    @property
    def case_id(self) -> int:
        """The case it belongs to."""
        return self.admission.case_id

    @property
    def reason_text(self) -> str:
        """Why the family asks to stay longer."""
        return opened(self, "reason")

    @property
    def refusal_text(self) -> str:
        """Why it was refused."""
        return opened(self, "refusal")

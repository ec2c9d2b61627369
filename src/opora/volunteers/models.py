"""Tables of volunteers and donors: who they are, sealed, and the hours they gave."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField, opened
from opora.process.models import Voidable


class Helper(Voidable):
    """A volunteer or a donor who joined the organization (S2-46): of the clearance only the day is kept.

    The one list of donors: the warehouse and every other page choose them from here.
    """

    class Kind(models.TextChoices):
        VOLUNTEER = "volunteer", pgettext_lazy("helper", "volunteer")
        DONOR = "donor", pgettext_lazy("helper", "donor")
        BOTH = "both", pgettext_lazy("helper", "volunteer and donor")

    class Giver(models.TextChoices):
        PERSON = "person", pgettext_lazy("donor", "person")
        ORGANIZATION = "organization", pgettext_lazy("donor", "organization")
        GATHERING = "gathering", pgettext_lazy("donor", "gathering of things")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    # Of a donor: who it is that gives.
    giver = models.CharField(_("kind of donor"), max_length=14, choices=Giver.choices, blank=True)
    name = SealedField(purpose="volunteers.name", words=_("names of volunteers and donors"))
    contacts = SealedField(purpose="volunteers.contacts", words=_("contacts of volunteers and donors"), null=True)
    skills = models.CharField(_("helps with"), max_length=300, blank=True)
    joined_on = models.DateField(_("joined"))
    left_on = models.DateField(_("left us on"), null=True)
    # That nothing speaks against work with children was checked on this day; what was found is not kept.
    cleared_on = models.DateField(_("clearance checked"), null=True)
    # By this account tasks of plans can be given.
    user = models.OneToOneField("access.User", models.PROTECT, null=True, related_name="+")
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("volunteer or donor")
        verbose_name_plural = _("volunteers and donors")
        ordering = ("-joined_on", "-id")
        constraints = [
            models.CheckConstraint(condition=Q(left_on=None) | Q(left_on__gte=F("joined_on")), name="volunteers_days")
        ]

    @property
    def is_donor(self) -> bool:
        """Whether the person gives things or money; some give time too."""
        return self.kind in (self.Kind.DONOR, self.Kind.BOTH)

    @property
    def gives_time(self) -> bool:
        """Whether the person gives hours, and is therefore checked before meeting children."""
        return self.kind != self.Kind.DONOR

    @property
    def name_text(self) -> str:
        """What the person is called, for whoever works with volunteers."""
        return str(opened(self, "name"))


class GivenHours(Voidable):
    """Hours a volunteer gave on a day, and for what; one put right is voided, and the new one points at it."""

    helper = models.ForeignKey(Helper, models.PROTECT, related_name="given", verbose_name=_("volunteer or donor"))
    on = models.DateField(_("day"))
    hours = models.DecimalField(_("hours"), max_digits=5, decimal_places=2)
    what = models.CharField(_("what for"), max_length=300)
    # With whose children the volunteer stayed, whom they drove (S1-27).
    case = models.ForeignKey("cases.Case", models.PROTECT, null=True, related_name="+", verbose_name=_("case"))
    corrects = models.OneToOneField("self", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("hours of a volunteer")
        verbose_name_plural = _("hours of volunteers")
        ordering = ("-on", "-id")
        constraints = [models.CheckConstraint(condition=Q(hours__gt=0, hours__lte=24), name="volunteers_hours")]

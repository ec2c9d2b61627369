"""Where families live for a while: centres and shelters with their rooms and beds."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Shelter(models.Model):
    """A crisis centre of the organization, or a partner's shelter (S0-06, S1-29)."""

    class Kind(models.TextChoices):
        OWN = "own", pgettext_lazy("shelter", "our own")
        PARTNER = "partner", pgettext_lazy("shelter", "of a partner")

    name = models.CharField(pgettext_lazy("shelter", "name"), max_length=120, unique=True)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices, default=Kind.OWN)
    partner = models.ForeignKey("partners.Partner", models.PROTECT, null=True, related_name="+")
    # Whose people work there; none: everybody's who may look at such places.
    department = models.ForeignKey("access.Department", models.PROTECT, null=True, related_name="+")
    closed_on = models.DateField(_("closed"), null=True)

    class Meta:
        verbose_name = _("crisis centre or shelter")
        verbose_name_plural = _("crisis centres and shelters")
        ordering = ("kind", "name")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="own", partner=None) | Q(kind="partner"), name="stays_shelter_partner"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Room(models.Model):
    """A room with beds."""

    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="rooms")
    name = models.CharField(pgettext_lazy("room", "name"), max_length=60)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")
        ordering = ("position", "id")
        constraints = [models.UniqueConstraint(fields=["shelter", "name"], name="stays_room_once")]

    def __str__(self) -> str:
        return self.name


class Bed(models.Model):
    """A place to sleep; a cot is one too."""

    class Kind(models.TextChoices):
        BED = "bed", pgettext_lazy("bed", "bed")
        COT = "cot", pgettext_lazy("bed", "cot")

    room = models.ForeignKey(Room, models.PROTECT, related_name="beds")
    name = models.CharField(pgettext_lazy("bed", "name"), max_length=20)
    kind = models.CharField(_("kind"), max_length=4, choices=Kind.choices, default=Kind.BED)
    from_on = models.DateField(_("in use from"))
    # Taken away: from this day on it is no bed of the place.
    closed_on = models.DateField(_("taken away"), null=True)

    class Meta:
        verbose_name = _("bed")
        verbose_name_plural = _("beds")
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=["room", "name"], name="stays_bed_once"),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("from_on")), name="stays_bed_dates"
            ),
        ]

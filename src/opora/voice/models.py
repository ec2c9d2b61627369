"""Tables of the voice of the organization: channels with their followers, and what was published, printed, said."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField
from opora.process.models import Voidable, WorkRecord


class VoiceChannel(models.Model):
    """A page or a group of the organization in a network, its site, its newsletter (S2-27)."""

    name = models.CharField(pgettext_lazy("voice", "name"), max_length=120, unique=True)
    link = models.URLField(_("link"), blank=True)
    is_active = models.BooleanField(_("in use"), default=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("channel of the organization")
        verbose_name_plural = _("channels of the organization")
        ordering = ("name",)


class FollowerCount(models.Model):
    """How many followed a channel on a day (S2-45)."""

    channel = models.ForeignKey(VoiceChannel, models.PROTECT, related_name="counts", verbose_name=_("channel"))
    on = models.DateField(_("day"))
    followers = models.PositiveIntegerField(_("followers"))
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("followers on a day")
        verbose_name_plural = _("followers on days")
        ordering = ("-on",)
        constraints = [models.UniqueConstraint(fields=["channel", "on"], name="voice_count_once")]


class PublicPiece(Voidable):
    """Something the organization said in public: a publication, a material, a professional event (S2-28…30)."""

    class Kind(models.TextChoices):
        POST = "post", pgettext_lazy("voice", "publication of our own")
        MEDIA = "media", pgettext_lazy("voice", "publication in the media")
        MATERIAL = "material", pgettext_lazy("voice", "printed, photo or video material")
        EVENT = "event", pgettext_lazy("voice", "professional event")

    class Part(models.TextChoices):
        SPEAKER = "speaker", pgettext_lazy("voice", "spoke")
        GUEST = "guest", pgettext_lazy("voice", "took part")
        HOST = "host", pgettext_lazy("voice", "organized")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    on = models.DateField(_("day"))
    title = models.CharField(pgettext_lazy("voice", "title"), max_length=300)
    # The medium, the place of the event, where a material was given out.
    place = models.CharField(_("where"), max_length=200, blank=True)
    link = models.URLField(_("link"), blank=True)
    part = models.CharField(_("our part"), max_length=8, choices=Part.choices, blank=True)
    # Copies, or views.
    copies = models.PositiveIntegerField(_("copies or views"), null=True)
    # Whoever can be known in it has agreed to that: the number of the consent.
    shows_people = models.BooleanField(_("somebody can be known in it"), default=False)
    consent_number = models.CharField(_("number of the consent"), max_length=20, blank=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("publication, material or event")
        verbose_name_plural = _("publications, materials and events")
        ordering = ("-on", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(shows_people=False) | ~Q(consent_number=""), name="voice_people_with_consent"
            )
        ]
        indexes = [models.Index(fields=["kind", "-on"], name="voice_kind")]


class FamilyQuote(WorkRecord):
    """What somebody of a family said and what may be quoted of it: without names, beside the result it speaks of.

    The mark alone lets nothing out: into a report come only words of whoever has a consent to publication in force.
    """

    class Source(models.TextChoices):
        PLAN = "plan", pgettext_lazy("quote", "own words in the plan")
        STEP = "step", pgettext_lazy("quote", "said or did of its own accord")
        TALK = "talk", pgettext_lazy("quote", "said in a talk")
        WRITTEN = "written", pgettext_lazy("quote", "wrote it down")

    person = models.ForeignKey("families.Person", models.PROTECT, related_name="+", verbose_name=_("person"))
    said_on = models.DateField(_("day"))
    source = models.CharField(pgettext_lazy("quote", "where from"), max_length=8, choices=Source.choices)
    # The outcome of the logic models it speaks of; empty: of none of them.
    concept = models.SlugField(_("result"), max_length=60, blank=True)
    text = SealedField(
        purpose="voice.quote", words=_("words of families that may be quoted"), route="route", case="case", null=True
    )

    class Meta:
        verbose_name = _("words that may be quoted")
        verbose_name_plural = _("words that may be quoted")
        ordering = ("-said_on", "-id")
        constraints = [WorkRecord.one_place("voice_quote_place")]
        indexes = [
            models.Index(fields=["concept", "-said_on"], name="voice_quotes_of"),
            models.Index(fields=["route", "-said_on"], name="voice_quotes_path"),
        ]

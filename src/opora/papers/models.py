"""Tables of papers: consents, sealed files, letters from templates, notices, and whom we told what."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField
from opora.process.models import Voidable


class StoredFile(models.Model):
    """A file of a path: its content lies encrypted on disk under a random name, its own name is sealed here."""

    route = models.ForeignKey("process.Route", models.PROTECT, null=True, related_name="+", verbose_name=_("path"))
    # Of a case that has no path.
    case = models.ForeignKey("cases.Case", models.PROTECT, null=True, related_name="+", verbose_name=_("case"))
    # The record it belongs to, as papers name it: a photograph of a visit is "intake.visit:12".
    source = models.CharField(max_length=60, blank=True)
    kind = models.SlugField(_("kind"), max_length=40)
    place = models.CharField(max_length=64, unique=True)
    name = SealedField(purpose="papers.file.name", words=_("names of files"), route="route", case="case")
    media_type = models.CharField(_("type"), max_length=100)
    size = models.PositiveIntegerField(_("size"))
    sha256 = models.CharField(max_length=64)
    on = models.DateField(_("day"))
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    # The content is gone for good, by an act; that there was a file stays known.
    destroyed_on = models.DateField(_("destroyed"), null=True)

    class Meta:
        verbose_name = _("file of a path")
        verbose_name_plural = _("files of paths")
        ordering = ("-added_at", "-id")
        constraints = [
            models.CheckConstraint(
                # A file of neither belongs to the organization itself: an agreement, a letter about no family.
                condition=Q(route__isnull=False, case=None)
                | Q(route=None, case__isnull=False)
                | (Q(route=None, case=None) & ~Q(source="")),
                name="papers_file_place",
            )
        ]
        indexes = [
            models.Index(fields=["route", "kind"], name="papers_file_kind"),
            models.Index(fields=["source"], condition=~Q(source=""), name="papers_file_source"),
        ]


class LetterTemplate(models.Model):
    """A version of a Word template; a new upload is a new version, none is ever changed."""

    class Kind(models.TextChoices):
        APPLICATION = "application", pgettext_lazy("letter", "application")
        STAY = "stay", pgettext_lazy("letter", "contract of stay")
        SUPPORT = "support", pgettext_lazy("letter", "support contract")
        CONSENT = "consent", pgettext_lazy("letter", "consent to data processing")

    # A code of `template_kinds`; the four of `Kind` are what a family signs.
    kind = models.SlugField(_("kind"), max_length=24, db_index=False)
    number = models.PositiveIntegerField(_("version"))
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("template of a letter")
        verbose_name_plural = _("templates of letters")
        constraints = [models.UniqueConstraint(fields=["kind", "number"], name="papers_template_once")]


class Letter(Voidable):
    """A paper written from a template: its number, its file, and the day on which it was signed."""

    route = models.ForeignKey("process.Route", models.PROTECT, related_name="+", verbose_name=_("path"))
    kind = models.CharField(_("kind"), max_length=12, choices=LetterTemplate.Kind.choices)
    number = models.CharField(_("number"), max_length=20)
    person = models.ForeignKey("families.Person", models.PROTECT, related_name="+", verbose_name=_("person"))
    purpose = models.CharField(_("purpose"), max_length=20, blank=True)
    # None: the template that comes with Opora.
    template = models.ForeignKey(LetterTemplate, models.PROTECT, null=True, related_name="letters")
    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="letter")
    written_on = models.DateField(_("written"))
    signed_on = models.DateField(_("signed"), null=True)

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ("-id",)
        constraints = [
            models.UniqueConstraint(fields=["kind", "number"], name="papers_letter_number_once"),
            models.CheckConstraint(
                condition=Q(signed_on__isnull=True) | Q(signed_on__gte=F("written_on")), name="papers_letter_dates"
            ),
        ]
        indexes = [
            models.Index(fields=["route"], name="papers_letter_route"),
            models.Index(fields=["number"], name="papers_letter_number"),
        ]


class Consent(models.Model):
    """One person's consent to one purpose: a paper of its own, with a day of signing, a term and a withdrawal."""

    class Purpose(models.TextChoices):
        PROCESSING = "processing", pgettext_lazy("consent", "processing of one's data")
        PROCESSING_CHILD = "processing_child", pgettext_lazy("consent", "processing of a child's data")
        SHARING = "sharing", pgettext_lazy("consent", "sharing with partners")
        PUBLICATION = "publication", pgettext_lazy("consent", "publication")
        SPECIAL = "special", pgettext_lazy("consent", "data on health")

    route = models.ForeignKey("process.Route", models.PROTECT, related_name="+", verbose_name=_("path"))
    person = models.ForeignKey("families.Person", models.PROTECT, related_name="+", verbose_name=_("person"))
    purpose = models.CharField(_("purpose"), max_length=20, choices=Purpose.choices)
    number = models.CharField(_("number"), max_length=20, unique=True)
    scope = SealedField(purpose="papers.consent", words=_("wording of consents"), route="route", null=True)
    signed_on = models.DateField(_("signed"))
    valid_until = models.DateField(_("valid until"), null=True)
    withdrawn_on = models.DateField(_("withdrawn"), null=True)
    recorded_at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ("-signed_on", "-id")
        constraints = [
            models.CheckConstraint(
                condition=(Q(valid_until__isnull=True) | Q(valid_until__gte=F("signed_on")))
                & (Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gte=F("signed_on"))),
                name="papers_consent_dates",
            )
        ]
        indexes = [
            models.Index(fields=["route", "person", "purpose"], name="papers_consent_route"),
            models.Index(
                fields=["valid_until"],
                condition=Q(withdrawn_on__isnull=True, valid_until__isnull=False),
                name="papers_consent_ending",
            ),
        ]


class DestructionAct(models.Model):
    """Whose data were destroyed, which, how many, by whom and why; kept three years, never changed (order 179)."""

    number = models.CharField(_("number of the act"), max_length=20, unique=True)
    route = models.ForeignKey("process.Route", models.PROTECT, related_name="+", verbose_name=_("path"))
    family = models.ForeignKey("families.Family", models.PROTECT, related_name="+", verbose_name=_("family"))
    on = models.DateField(_("day of destruction"))
    # [{"person": 3, "code": "В3", "consents": ["1/2026"]}]: whose identity was destroyed; nobody is named.
    people = models.JSONField(default=list)
    # {"intake.Visit.report": 2}: how many records of each kind were emptied.
    contents = models.JSONField(default=dict)
    path_ids = models.JSONField(default=list)
    case_ids = models.JSONField(default=list)
    files = models.PositiveIntegerField(default=0)
    reason = SealedField(purpose="papers.destruction", words=_("reasons for destructions"))
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("act of destruction")
        verbose_name_plural = _("acts of destruction")
        ordering = ("-id",)
        indexes = [models.Index(fields=["family"], name="papers_act_family")]


class DestructionTimer(models.Model):
    """After a withdrawal the data of a person must be destroyed by this day, unless a new consent is given."""

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("timer", "waiting")
        CANCELLED = "cancelled", pgettext_lazy("timer", "cancelled")
        DONE = "done", pgettext_lazy("timer", "done")

    route = models.ForeignKey("process.Route", models.PROTECT, related_name="+", verbose_name=_("path"))
    person = models.ForeignKey("families.Person", models.PROTECT, related_name="+", verbose_name=_("person"))
    purpose = models.CharField(_("purpose"), max_length=20, choices=Consent.Purpose.choices)
    started_on = models.DateField(_("withdrawn"))
    due_on = models.DateField(_("to be destroyed by"))
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.WAITING)
    ended_on = models.DateField(_("ended"), null=True)
    act = models.ForeignKey(DestructionAct, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("term of destruction")
        verbose_name_plural = _("terms of destruction")
        ordering = ("due_on", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["route", "person", "purpose"], condition=Q(state="waiting"), name="papers_timer_once"
            )
        ]
        indexes = [models.Index(fields=["due_on"], condition=Q(state="waiting"), name="papers_timer_due")]


class TermExtension(models.Model):
    """A term of destruction made longer: from which day to which, on which ground, why and by whom."""

    class Ground(models.TextChoices):
        CONTRACT = "contract", pgettext_lazy("extension", "a contract with the family is in force")
        LAW = "law", pgettext_lazy("extension", "the law obliges us to keep the data")
        PROCEEDINGS = "proceedings", pgettext_lazy("extension", "proceedings of a court or an authority")
        TECHNICAL = "technical", pgettext_lazy("extension", "destruction in time is technically not possible")

    term = models.ForeignKey(DestructionTimer, models.PROTECT, related_name="extensions")
    was_due_on = models.DateField(_("was due"))
    due_on = models.DateField(_("now due"))
    ground = models.CharField(_("ground"), max_length=12, choices=Ground.choices)
    reason = SealedField(purpose="papers.extension", words=_("reasons for longer terms"))
    on = models.DateField(_("decided"))
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("extension of a term of destruction")
        verbose_name_plural = _("extensions of terms of destruction")
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(condition=Q(due_on__gt=F("was_due_on")), name="papers_extension_days"),
        ]


class Notice(models.Model):
    """A notice of high risk: to whom, when sent, under which number received, by when answered (S4-15)."""

    class Addressee(models.TextChoices):
        GUARDIANSHIP = "guardianship", pgettext_lazy("notice", "guardianship authority")
        POLICE = "police", pgettext_lazy("notice", "police")
        OTHER = "other", pgettext_lazy("notice", "another authority")

    route = models.ForeignKey("process.Route", models.PROTECT, related_name="+", verbose_name=_("path"))
    addressee = models.CharField(_("to whom"), max_length=14, choices=Addressee.choices)
    sent_at = models.DateTimeField(_("sent"))
    receipt_number = models.CharField(_("incoming number"), max_length=40, blank=True)
    answer_due_on = models.DateField(_("answer expected by"), null=True)
    answered_on = models.DateField(_("answered"), null=True)
    text = SealedField(purpose="papers.notice", words=_("notices of high risk"), route="route")
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("notice of high risk")
        verbose_name_plural = _("notices of high risk")
        ordering = ("-sent_at", "-id")
        indexes = [
            models.Index(fields=["route"], name="papers_notice_route"),
            models.Index(
                fields=["answer_due_on"],
                condition=Q(answered_on__isnull=True, answer_due_on__isnull=False),
                name="papers_notice_answer",
            ),
        ]


class Disclosure(models.Model):
    """What was told to whom outside, on which ground; never changed again."""

    class Basis(models.TextChoices):
        CONSENT = "consent", pgettext_lazy("basis", "consent to sharing")
        LAW = "law", pgettext_lazy("basis", "duty by law: danger to a child")
        REQUEST = "request", pgettext_lazy("basis", "request of an authority")

    route = models.ForeignKey("process.Route", models.PROTECT, null=True, related_name="+", verbose_name=_("path"))
    # Of a case that has no path.
    case = models.ForeignKey("cases.Case", models.PROTECT, null=True, related_name="+", verbose_name=_("case"))
    # The codes of the people of whom something was told, as they were that day.
    about = models.JSONField(_("about whom"), default=list)
    recipient = SealedField(purpose="papers.recipient", words=_("whom we told"))
    what = models.SlugField(_("what"), max_length=40)
    basis = models.CharField(_("ground"), max_length=10, choices=Basis.choices)
    source = models.CharField(max_length=60)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("disclosure")
        verbose_name_plural = _("disclosures")
        ordering = ("-at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(route__isnull=False, case=None) | Q(route=None, case__isnull=False),
                name="papers_disclosure_place",
            )
        ]
        indexes = [
            models.Index(fields=["route", "-at"], name="papers_disclosure_route"),
            models.Index(fields=["case", "-at"], name="papers_disclosure_case"),
        ]


class ChildHistory(models.Model):
    """The history of a child as it was passed on to whoever takes the child in; its text is sealed (S4-20)."""

    route = models.ForeignKey("process.Route", models.PROTECT, related_name="+", verbose_name=_("path"))
    child = models.ForeignKey("families.Person", models.PROTECT, related_name="+", verbose_name=_("child"))
    on = models.DateField(_("day"))
    text = SealedField(purpose="papers.history", words=_("histories of children"), route="route", empty={})
    disclosure = models.OneToOneField(Disclosure, models.PROTECT, related_name="+")
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("history of a child")
        verbose_name_plural = _("histories of children")
        ordering = ("-on", "-id")

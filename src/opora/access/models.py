"""Tables of the people who work here: accounts, roles, departments, invitations."""

from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.access.rules import ROLES, Role

ROLE_LABELS = {
    Role.ADMINISTRATOR: _("Administrator"),
    Role.HEAD: _("Head of organisation"),
    Role.COORDINATOR: _("Coordinator"),
    Role.CASE_MANAGER: _("Case manager"),
    Role.SPECIALIST: _("Specialist"),
    Role.PSYCHOLOGIST: _("Psychologist"),
    Role.METHODOLOGIST: _("Methodologist"),
    Role.ANALYST: _("Analyst"),
    Role.VOLUNTEER: _("Volunteer"),
    Role.WAREHOUSE: _("Warehouse worker"),
}


class Department(models.Model):
    """A part of the organization that numbers its own case files (S3-79, S3-81)."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    number_pattern = models.CharField(_("case number pattern"), max_length=60, default="{n}")
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


Held = tuple[int, str, int | None, str, str, date | None]
"""A role that counts for whoever asks: whose, which, where, the rule about signing in, the holder's name; of an absent
colleague also until when."""


class UserManager(BaseUserManager["User"]):
    """Finds accounts by their e-mail address; creating them is the business of actions."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """Somebody who works here and signs in with an e-mail address."""

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(pgettext_lazy("person", "name"), max_length=120)
    # The number of the office or a mobile one; told to volunteers, who ask whoever answers for the family.
    phone = models.CharField(pgettext_lazy("worker", "telephone"), max_length=40, blank=True)
    is_active = models.BooleanField(_("active"), default=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = UserManager()
    # What was read along with the account by whoever asks for a page, to be used once and at once.
    held_now: "list[Held] | None" = None

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("worker")
        verbose_name_plural = _("workers")
        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.name


class RoleAssignment(models.Model):
    """A role somebody has, in one department or (no department) in the whole organization."""

    user = models.ForeignKey(User, models.CASCADE, related_name="role_assignments", verbose_name=_("worker"))
    role = models.CharField(_("role"), max_length=20, choices=[(role, ROLE_LABELS[role]) for role in ROLES])
    department = models.ForeignKey(
        Department,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="role_assignments",
        verbose_name=_("department"),
    )
    since = models.DateTimeField(_("since"), auto_now_add=True)

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role", "department"], nulls_distinct=False, name="access_role_once"
            )
        ]


class Substitution(models.Model):
    """Days on which a colleague does the work of one who is away; both days belong to it, and it ends by itself."""

    absent = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("who is away"))
    substitute = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("who stands in"))
    from_on = models.DateField(_("first day"))
    until_on = models.DateField(_("last day"))
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    named_at = models.DateTimeField(auto_now_add=True)
    # Taken back before it began; one that began is made shorter instead.
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("substitution")
        verbose_name_plural = _("substitutions")
        ordering = ("-from_on", "-id")
        constraints = [
            models.CheckConstraint(condition=models.Q(until_on__gte=models.F("from_on")), name="access_absence_days"),
            models.CheckConstraint(
                condition=~models.Q(absent=models.F("substitute")), name="access_nobody_for_oneself"
            ),
            ExclusionConstraint(
                name="access_one_substitute",
                expressions=[
                    (
                        models.Func(models.F("absent"), models.F("absent"), models.Value("[]"), function="int8range"),
                        RangeOperators.OVERLAPS,
                    ),
                    (
                        models.Func(
                            models.F("from_on"), models.F("until_on"), models.Value("[]"), function="daterange"
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=models.Q(revoked_at=None),
            ),
        ]
        indexes = [
            models.Index(
                fields=["substitute", "until_on"], condition=models.Q(revoked_at=None), name="access_stands_in"
            )
        ]


class SignInPolicy(models.Model):
    """What the organization asks of people at the door; one row, present once somebody has decided."""

    class SecondFactor(models.TextChoices):
        OPTIONAL = "optional", _("each person decides")
        LEADERS = "leaders", _("required of administrators, heads and coordinators")
        EVERYBODY = "everybody", _("required of everybody")

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    second_factor = models.CharField(
        _("second factor"), max_length=10, choices=SecondFactor.choices, default=SecondFactor.OPTIONAL
    )

    class Meta:
        verbose_name = _("sign-in policy")
        verbose_name_plural = _("sign-in policies")
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="access_one_policy")]


class Invitation(models.Model):
    """A link that lets one person join once; only the hash of its secret is kept."""

    class Kind(models.TextChoices):
        SETUP = "setup", _("first administrator")
        JOIN = "join", _("invitation")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.JOIN)
    token_hash = models.CharField(max_length=64, unique=True)
    email = models.EmailField(_("e-mail"), blank=True)
    name = models.CharField(pgettext_lazy("person", "name"), max_length=120, blank=True)
    roles = models.JSONField(default=list)  # [[role, department_id | null], ...]
    invited_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")


class ApiToken(models.Model):
    """Lets a program of its owner read figures in one of the owner's roles; only the hash of its secret is kept."""

    user = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("owner"))
    label = models.CharField(_("what it is for"), max_length=80)
    role = models.CharField(_("role"), max_length=20, choices=[(role, ROLE_LABELS[role]) for role in ROLES])
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    expires_on = models.DateField(_("good until"))
    last_used_on = models.DateField(_("last used"), null=True)
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("program token")
        verbose_name_plural = _("program tokens")
        ordering = ("-pk",)

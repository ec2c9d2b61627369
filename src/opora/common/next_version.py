"""The next version of something published, while it is worked on: one draft at a time, by everybody who may.

Forms, processes and logic models are drafted alike. What a draft says, and what is wrong with it, its own room knows;
how it is begun, held, kept from being overwritten unseen, given up and taken back is said here for all of them.
"""

import json
from typing import Any, TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.errors import Conflict, NotFound
from opora.common.seen import check_seen, mark_of


class Overtaken(NotFound):
    """A colleague was quicker at a draft, so that what somebody writes has no place there now; the words are kept."""

    can_go_on = False


class DraftEnded(Overtaken):
    """The draft was published or given up meanwhile; what was written may go into a new one."""

    can_go_on = True


class PartGone(Overtaken):
    """A colleague has removed the part of the draft on which somebody was writing."""

    def __init__(self) -> None:
        super().__init__(_("A colleague has removed this meanwhile. What you typed is still here: add it anew."))


class NextVersion(models.Model):
    """A draft as it stands now. Its room adds `base`, the version it began from, and that one is open at a time."""

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("next version", "worked on")
        PUBLISHED = "published", pgettext_lazy("next version", "published")
        DROPPED = "dropped", pgettext_lazy("next version", "given up")

    code = models.SlugField(_("code"), max_length=60)
    # As text: the order in which its parts stand is the author's.
    text = models.TextField()
    revision = models.PositiveIntegerField(_("revision"), default=1)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.OPEN)
    begun_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    changed_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    begun_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    base_id: int | None

    class Meta:
        abstract = True

    @property
    def body(self) -> dict[str, Any]:
        """What it says, as plain values in the order of their author."""
        plain: dict[str, Any] = json.loads(self.text)
        return plain

    @property
    def changed_by_name(self) -> str:
        """Who changed it last; nothing where that was the program."""
        return self.changed_by.name if self.changed_by is not None else ""

    def say(self, text: str, user_id: int | None) -> list[str]:
        """It says something else from now on; gives back which columns the action is to save."""
        self.text, self.changed_by_id = text, user_id
        self.revision += 1
        return ["text", "revision", "changed_by", "changed_at"]

    def become(self, state: "NextVersion.State", user_id: int | None) -> list[str]:
        """It is published, given up or taken back; gives back which columns the action is to save."""
        self.state, self.changed_by_id = state, user_id
        return ["state", "changed_by", "changed_at"]

    def check_there(self, part: object, seen: int | None) -> None:
        """Refuse a change of what somebody else changed or removed since it was opened."""
        if part is None:
            raise Conflict(_("A colleague has removed this meanwhile. What you typed is still here: add it anew."))
        check_seen(
            mark_of(part),
            seen,
            _(
                "%(name)s changed this while you were writing. See below what it says now; what you typed is kept. "
                "Saving again replaces it."
            )
            % {"name": self.changed_by_name or _("A colleague")},
        )

    def check_publishable(self, seen: int | None, newest: int | None) -> None:
        """Refuse to publish what was changed since it was looked at, or what another version has overtaken."""
        check_seen(
            self.revision, seen, _("The draft was changed meanwhile. Look at it once more before you publish it.")
        )
        base = getattr(self, "base", None)
        if newest is not None and (base is None or base.number != newest):
            raise Conflict(
                _("Meanwhile version %(number)s came into force. Give this draft up, and begin from it.")
                % {"number": newest}
            )


Drafted = TypeVar("Drafted", bound=NextVersion)


def worked_on(drafts: type[Drafted], code: str) -> Drafted | None:
    """The draft that is worked on, if there is one."""
    return all_worked_on(drafts).filter(code=code).first()


def all_worked_on(drafts: type[Drafted]) -> models.QuerySet[Drafted]:
    """Every draft of a kind that is worked on."""
    found = drafts._default_manager.select_related("base", "changed_by")
    return found.filter(state=NextVersion.State.OPEN).order_by("code")


def held(drafts: type[Drafted], code: str) -> Drafted:
    """The draft that is worked on, held until the change is done. Raises NotFound.

    Who changed it last is read after that: beside a row that was waited for, the database gives whoever it was before.
    """
    found = drafts._default_manager.select_for_update()
    draft = found.filter(code=code, state=NextVersion.State.OPEN).first()
    if draft is None:
        raise no_draft(drafts, code)
    return draft


def no_draft(drafts: type[Drafted], code: str) -> NotFound:
    """Why there is no draft of this code: who has published it or given it up, or nothing where there never was one."""
    last = drafts._default_manager.filter(code=code).select_related("changed_by").order_by("-pk").first()
    ended = {
        NextVersion.State.PUBLISHED: _("%(name)s has published this draft as a new version meanwhile."),
        NextVersion.State.DROPPED: _("%(name)s has given this draft up meanwhile."),
    }
    if last is None or last.state not in ended:
        return NotFound()
    return DraftEnded(ended[NextVersion.State(last.state)] % {"name": last.changed_by_name or _("A colleague")})


def given_up_last(drafts: type[Drafted], code: str, in_force: int | None) -> Drafted:
    """The draft given up last, as long as no other is worked on and what it began from is in force. Raises Conflict."""
    draft = drafts._default_manager.filter(code=code).order_by("-pk").first()
    if draft is None or draft.state != NextVersion.State.DROPPED or draft.base_id != in_force:
        raise Conflict(_("There is no draft that could be taken back."))
    return draft


def state_of_last(drafts: type[Drafted], code: str, in_force: int | None) -> str:
    """How the last draft stands: "open", "dropped" (it may be taken back), or ""."""
    last = drafts._default_manager.filter(code=code).order_by("-pk").values_list("state", "base_id").first()
    if last is None or last[0] == NextVersion.State.PUBLISHED:
        return ""
    state, base = last
    return str(state) if state == NextVersion.State.OPEN or base == in_force else ""

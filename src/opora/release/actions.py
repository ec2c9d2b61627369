"""A table is prepared; another person lets it go or sends it back; what left the house may be called back."""

import hashlib
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.common.one_at_a_time import one_at_a_time
from opora.organization.queries import as_fields, details
from opora.release import files, policies, queries
from opora.release.models import DeskLimits, Recall, Release, ReleasedFile, SecondWord
from opora.release.queries.prepared import Asked
from opora.release.queries.register import pack

_ONE = "release.desk"
Answer = SecondWord.Answer


@transaction.atomic
def ask_for_release(*, actor: Actor, asked: Asked, on: date, note: str = "", replaces_id: int | None = None) -> Release:
    """Keep a table as it would leave the house, and ask a second person. Raises Refused, Invalid, Conflict."""
    policies.check_can_prepare(actor)
    one_at_a_time(_ONE)
    prepared = queries.prepare(actor=actor, asked=asked)
    if prepared.problem:
        raise Invalid({"": prepared.problem})
    content = prepared.content()
    sha256 = _sha256(files.as_json(content))
    if Release.objects.filter(sha256=sha256, word=None).exists():
        raise Conflict(_("This very table waits for a second person already."))
    replaces = queries.get_release(actor=actor, release_id=replaces_id) if replaces_id else None
    made = Release.objects.create(
        number=(Release.objects.aggregate(last=Max("number"))["last"] or 0) + 1,
        table=asked.table,
        title=prepared.title,
        asked=asked.to_data(),
        content=content,
        sha256=sha256,
        units=pack(prepared.tables),
        least=prepared.limits.least,
        hidden=prepared.hidden,
        note=note.strip(),
        by_id=actor.user_id,
        by_name=actor.name,
        on=on,
        replaces=replaces,
    )
    audit.record(actor=actor, verb="release.prepared", number=made.number, title=made.title, hidden=made.hidden)
    return made


@transaction.atomic
def let_go(*, actor: Actor, release_id: int, on: date) -> Release:
    """The second word: from now on everybody may read it. It is laid once more beside what left meanwhile."""
    one_at_a_time(_ONE)
    found = _undecided(actor, release_id)
    policies.check_can_decide(actor, found)
    _check_still_safe(found)
    _say(actor, found, Answer.RELEASED, on)
    organization = as_fields(details())
    for kind in files.kinds_of(found.content):
        content = files.render(found.content, kind, number=found.number, on=on, organization=organization)
        ReleasedFile.objects.create(release=found, kind=kind, content=content, sha256=_sha256(content))
    audit.record(actor=actor, verb="release.released", number=found.number, sha256=found.sha256)
    return found


@transaction.atomic
def send_back(*, actor: Actor, release_id: int, why: str, on: date) -> Release:
    """The second person does not let it go, and says why."""
    one_at_a_time(_ONE)
    found = _undecided(actor, release_id)
    policies.check_can_decide(actor, found)
    if not why.strip():
        raise Invalid({"why": _("Say in a few words what is wrong with it.")})
    _say(actor, found, Answer.SENT_BACK, on, why)
    audit.record(actor=actor, verb="release.sent_back", number=found.number)
    return found


@transaction.atomic
def withdraw(*, actor: Actor, release_id: int, on: date) -> Release:
    """Who prepared it takes it back before anybody let it go."""
    policies.check_can_prepare(actor)
    one_at_a_time(_ONE)
    found = _undecided(actor, release_id)
    _say(actor, found, Answer.WITHDRAWN, on)
    audit.record(actor=actor, verb="release.withdrawn", number=found.number)
    return found


@transaction.atomic
def call_back(*, actor: Actor, release_id: int, why: str, on: date) -> Recall:
    """What left the house must be used no more. It stays in the register, and later releases are laid beside it."""
    policies.check_can_prepare(actor)
    one_at_a_time(_ONE)
    found = queries.get_release(actor=actor, release_id=release_id)
    if found.state != "released":
        raise Conflict(_("This release is not in force."))
    if not why.strip():
        raise Invalid({"why": _("Say in a few words what is wrong with it.")})
    made = Recall.objects.create(release=found, why=why.strip(), by_id=actor.user_id, by_name=actor.name, on=on)
    audit.record(actor=actor, verb="release.recalled", number=found.number)
    return made


@transaction.atomic
def take_file(*, actor: Actor, release_id: int, kind: str) -> tuple[Release, bytes]:
    """A file of a release, to the byte; who took it is journaled. Raises NotFound."""
    found = queries.get_release(actor=actor, release_id=release_id)
    kept = ReleasedFile.objects.filter(release=found, kind=kind).first()
    if kept is None or found.state != "released":
        raise policies.unseen()
    audit.record(actor=actor, verb="release.taken", number=found.number, kind=kind)
    return found, bytes(kept.content)


@transaction.atomic
def set_limits(*, actor: Actor, least: int, least_for_shares: int, on: date) -> DeskLimits:
    """From how many people on numbers and shares are printed; never fewer than three."""
    policies.check_can_set(actor)
    wrong: dict[str, object] = {}
    if least < 3:
        wrong["least"] = _("Fewer than three hide nobody: with two each knows of the other.")
    if least_for_shares < least:
        wrong["least_for_shares"] = _("Shares need at least as many people as numbers do.")
    if wrong:
        raise Invalid(wrong)
    made = DeskLimits.objects.create(least=least, least_for_shares=least_for_shares, by_id=actor.user_id, on=on)
    audit.record(actor=actor, verb="release.limits", least=least, shares=least_for_shares)
    return made


def _undecided(actor: Actor, release_id: int) -> Release:
    found = queries.get_release(actor=actor, release_id=release_id)
    if found.state != "waiting":
        raise Conflict(_("Somebody has already decided on this release."))
    return found


def _check_still_safe(found: Release) -> None:
    """What left since it was prepared may have made it unsafe; then it has to be prepared anew."""
    if not queries.is_still_safe(found):
        raise Conflict(
            _("Something else left the house since. Together they would tell too much: prepare this one anew.")
        )


def _say(actor: Actor, found: Release, answer: str, on: date, why: str = "") -> None:
    SecondWord.objects.create(
        release=found, answer=answer, why=why.strip(), by_id=actor.user_id, by_name=actor.name, on=on
    )


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()

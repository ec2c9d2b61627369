"""Files of a path: checked by content, sealed, kept under a random name; every opening is in the journal (S4-08)."""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid, NotFound
from opora.families.sealing import opened, seal_bytes, unseal_bytes
from opora.papers import policies
from opora.papers.actions import contents
from opora.papers.actions.locking import kept
from opora.papers.models import StoredFile
from opora.papers.queries.files import file_in_sight, is_of_letter
from opora.papers.rules import Wrong, media_type_of
from opora.process import actions as process
from opora.process.models import Route
from opora.process.queries import Place, recordable

PURPOSE = "papers.file"
PHOTO = "photo"
_LONGEST_NAME = 200
REFUSALS = {
    Wrong.EMPTY: _("The file is empty. Choose another one."),
    Wrong.TOO_BIG: _("The file is larger than 20 MB. Choose a smaller one, or photograph it anew."),
    Wrong.TYPE: _("Only photographs (JPEG, PNG, WebP), PDF, Word (.docx) and Excel (.xlsx) are taken."),
}


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file with its content; never kept open longer than one answer."""

    file: StoredFile
    name: str
    content: bytes


@transaction.atomic
def add_file(*, actor: Actor, route_id: int, kind: str, name: str, data: bytes, on: date) -> StoredFile:
    """A copy is attached to a kind of paper, and the paper is filed.

    After a withdrawal only the paper of a new consent is taken.
    """
    route = kept(actor=actor, route_id=route_id, though_blocked=kind == "consent")
    stored = keep(actor=actor, route=route, kind=kind, name=name, data=data, on=on)
    process.file_paper(actor=actor, route_id=route.pk, kind=kind, source=f"papers.file:{stored.pk}", on=on)
    return stored


@transaction.atomic
def keep_photo(*, actor: Actor, place: Place, source: str, name: str, data: bytes, on: date) -> StoredFile:
    """A photograph of what was recorded: it lies with the record, and is no paper that a step waits for."""
    if not str(media_type_of(data)).startswith("image/"):
        raise Invalid({"photos": _("Only photographs (JPEG, PNG, WebP) up to 20 MB are taken here.")})
    return keep(actor=actor, route=None, place_keys=place.keys, source=source, kind=PHOTO, name=name, data=data, on=on)


@transaction.atomic
def keep_for_office(*, actor: Actor, source: str, kind: str, name: str, data: bytes, on: date) -> StoredFile:
    """A file of the organization itself, that speaks of no family; the room of its record says who may open it."""
    return keep(
        actor=actor, route=None, place_keys={"route": None}, source=source, kind=kind, name=name, data=data, on=on
    )


@transaction.atomic
def keep_with(*, actor: Actor, place: Place, source: str, kind: str, name: str, data: bytes, on: date) -> StoredFile:
    """A file that belongs to a record about a family and is no paper that a step waits for."""
    return keep(actor=actor, route=None, place_keys=place.keys, source=source, kind=kind, name=name, data=data, on=on)


@transaction.atomic
def pass_files_on(*, former: str, to: str) -> None:
    """A record was written anew: its files lie with the new one. For the room that has found both for this person."""
    StoredFile.objects.filter(source=former).update(source=to)


@transaction.atomic
def open_of_office(*, actor: Actor, file_id: int) -> OpenedFile:
    """A file of the organization, for the room that has found its record for this person; a line in the journal."""
    stored = StoredFile.objects.filter(pk=file_id, route=None, case=None).first()
    if stored is None:
        raise policies.unseen()
    return _opened(actor, stored)


def keep(
    *,
    actor: Actor,
    route: Route | None,
    kind: str,
    name: str,
    data: bytes,
    on: date,
    place_keys: Mapping[str, Any] | None = None,
    source: str = "",
) -> StoredFile:
    """Seal and keep the content; for this room's own verbs, inside their transaction."""
    media_type = media_type_of(data)
    if isinstance(media_type, Wrong):
        raise Invalid({"file": REFUSALS[media_type]})
    place = secrets.token_hex(20)
    contents.write(place, lambda: seal_bytes(data, f"{PURPOSE}:{place}"))
    stored = StoredFile.objects.create(
        **(place_keys or {"route": route}),
        source=source,
        kind=kind,
        place=place,
        name=Path(name.replace("\\", "/")).name[-_LONGEST_NAME:],
        media_type=media_type,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        on=on,
        by_id=actor.user_id,
    )
    audit.record(
        actor=actor, verb="papers.file_added", case_id=case_of(stored), route=stored.route_id or 0, file=stored.pk
    )
    return stored


def case_of(stored: StoredFile) -> int | None:
    """The case a file belongs to, itself or by its path."""
    return stored.case_id or (stored.route.case_id if stored.route is not None else None)


@transaction.atomic
def open_file(*, actor: Actor, file_id: int) -> OpenedFile:
    """The file for whoever sees its path; opening it is a line in the journal. One taken back is opened by nobody."""
    stored = file_in_sight(actor=actor, file_id=file_id)
    if stored.voided_on is not None:
        raise policies.unseen()
    return _opened(actor, stored)


@transaction.atomic
def void_file(*, actor: Actor, file_id: int, reason: str = "", is_undo: bool = False, on: date) -> StoredFile:
    """A copy attached by mistake or to the wrong family: whoever may attach one here takes it back at once.

    Its paper counts no more and nobody opens it; that it was there, and why it went, stays readable.
    """
    seen = file_in_sight(actor=actor, file_id=file_id)
    place = recordable(actor=actor, route_id=seen.route_id, case_id=seen.case_id, though_blocked=True)
    stored = StoredFile.every.select_for_update(of=("self",)).get(pk=seen.pk)
    if is_undo:
        process.check_may_mend(actor=actor, record=stored, on=on)
    if stored.voided_on is not None:
        raise Conflict(_("This file is taken back already. Nothing was changed."))
    if stored.destroyed_on is not None:
        raise Conflict(_("The content of this file was destroyed by an act of destruction."))
    if is_of_letter(stored):
        raise Conflict(_("This file is the letter itself: void the letter, and its file goes with it."))
    process.take_out(
        actor=actor, record=stored, place=place, what="file", reason=reason, is_reason_needed=not is_undo, on=on
    )
    return stored


def _opened(actor: Actor, stored: StoredFile) -> OpenedFile:
    if stored.destroyed_on is not None:
        raise NotFound(_("The content of this file was destroyed by an act of destruction."))
    try:
        sealed = contents.read(stored.place)
    except FileNotFoundError:
        raise NotFound(_("The content of this file is missing from the folder “files”. Restore the backup.")) from None
    content = unseal_bytes(sealed, f"{PURPOSE}:{stored.place}")
    audit.record(
        actor=actor,
        verb="papers.file_opened",
        case_id=case_of(stored),
        route=stored.route_id or 0,
        file=stored.pk,
    )
    return OpenedFile(stored, opened(stored, "name"), content)


def seal_files_anew(**_news: Any) -> None:
    """The key of the installation is renewed: every file is sealed with it, each there whole before and after."""
    contents.wait_for_uploads()
    for place in StoredFile.every.filter(destroyed_on=None).values_list("place", flat=True).iterator():
        contents.replace(place, partial(_sealed_anew, f"{PURPOSE}:{place}"))


def _sealed_anew(purpose: str, sealed: bytes) -> bytes:
    return seal_bytes(unseal_bytes(sealed, purpose), purpose)

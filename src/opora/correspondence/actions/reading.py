"""A letter is opened with its words, and its file: each opening is a line in the journal."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.correspondence import policies
from opora.correspondence.actions.locking import keys_of
from opora.correspondence.models import LetterPerson, OfficialLetter
from opora.correspondence.queries import letter_in_sight, named_in, place_of_letter, told_outside
from opora.correspondence.queries.letters import answers_of
from opora.families.sealing import opened
from opora.papers import actions as papers
from opora.papers.models import Disclosure
from opora.process.queries import Place


@dataclass(frozen=True, slots=True)
class OpenedLetter:
    """A letter with its words, whom it names, and what came in answer."""

    letter: OfficialLetter
    place: Place | None
    text: str
    addressee: Mapping[str, str]
    people: tuple[LetterPerson, ...]
    answers: tuple[OfficialLetter, ...]


@transaction.atomic
def read_letter(*, actor: Actor, letter_id: int) -> OpenedLetter:
    """A letter with everything it says."""
    letter = letter_in_sight(actor=actor, letter_id=letter_id)
    place = place_of_letter(actor=actor, letter=letter)
    audit.record(actor=actor, verb="correspondence.read", **keys_of(place), letter=letter.pk)
    return OpenedLetter(
        letter=letter,
        place=place,
        text=str(opened(letter, "text")),
        addressee=opened(letter, "addressee"),
        people=tuple(named_in(letter)),
        answers=tuple(answers_of(letter)),
    )


@transaction.atomic
def open_file(*, actor: Actor, letter_id: int) -> papers.OpenedFile:
    """The paper of a letter; NotFound where it has none."""
    letter = letter_in_sight(actor=actor, letter_id=letter_id)
    if letter.file_id is None:
        raise policies.unseen()
    if letter.route_id is None and letter.case_id is None:
        return papers.open_of_office(actor=actor, file_id=letter.file_id)
    return papers.open_file(actor=actor, file_id=letter.file_id)


@transaction.atomic
def read_log(*, actor: Actor, place: Place) -> list[tuple[Disclosure, str]]:
    """To whom what was told about the family of a place already found; reading it is a line in the journal."""
    log = told_outside(place)
    if log:
        audit.record(actor=actor, verb="correspondence.log_read", **keys_of(place))
    return log

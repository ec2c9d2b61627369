"""What the addresses of letters to offices need: a letter about the case's family, and more."""

from datetime import date
from decimal import Decimal

from opora.access.rules import SYSTEM
from opora.correspondence import actions
from opora.partners.models import Partner
from opora.process.models import Route
from opora.voice import actions as voice
from opora.volunteers import actions as volunteers


def letters_of(route: Route, *, person_id: int, words: str, on: date) -> dict[str, int]:
    """A letter, an agreement and a meeting for the pages; `words` stand in every sealed text about the family."""
    office, _new = Partner.objects.get_or_create(name="Отдел опеки", kind="guardianship", contacts="8 800")
    letter = actions.prepare_letter(
        actor=SYSTEM,
        route_id=route.pk,
        kind="request",
        partner_id=office.pk,
        addressee_name=words,
        subject=words,
        text=words,
        people=[actions.Named(person_id, "about")],
        basis="law",
        asked_by="staff",
        on=on,
    )
    actions.register_letter(actor=SYSTEM, letter_id=letter.pk)
    agreement = actions.keep_agreement(
        actor=SYSTEM,
        partner_id=office.pk,
        scope="Обмен сведениями",
        signed_on=on,
        name="agreement.pdf",
        data=b"%PDF-1.4\n%%EOF\n",
        on=on,
    )
    meeting = actions.keep_meeting(
        actor=SYSTEM,
        partner_ids=[office.pk],
        topic="Ранняя помощь",
        present="Опека и мы",
        results="Договорились о порядке",
        on=on,
    )
    helper = volunteers.keep_helper(actor=SYSTEM, kind="volunteer", name="Инна Добрая", joined_on=on)
    hours = volunteers.note_hours(actor=SYSTEM, helper_id=helper.pk, hours=Decimal(2), what="Сборка наборов", on=on)
    piece = voice.keep_piece(actor=SYSTEM, kind="event", title="Круглый стол", on=on)
    channel = voice.keep_channel(actor=SYSTEM, name="Сообщество", is_active=True)
    others = {"helper_id": helper.pk, "hours_id": hours.pk, "piece_id": piece.pk, "channel_id": channel.pk}
    return others | {"official_id": letter.pk, "agreement_id": agreement.pk, "meeting_id": meeting.pk}

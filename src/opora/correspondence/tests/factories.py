"""Letters invented for tests."""

from datetime import date
from typing import Any

from opora.access.rules import SYSTEM, Actor
from opora.correspondence import actions
from opora.correspondence.models import OfficialLetter
from opora.partners import actions as partners
from opora.partners.models import Partner

DAY = date(2026, 3, 3)


def office(name: str = "Отдел опеки Кировского района", **more: Any) -> Partner:
    """An authority of the directory."""
    entry = {"name": name, "kind": "guardianship", "services": "Опека", "contacts": "8 800", "is_active": True, **more}
    known = Partner.objects.filter(name=name).first()
    return known or partners.keep_partner(actor=SYSTEM, entry=entry, on=DAY)


def prepared(actor: Actor, partner: Partner, **more: Any) -> OfficialLetter:
    """A request about a family or about none."""
    about_family = "route_id" in more or "case_id" in more
    given = {
        "kind": "request",
        "partner_id": partner.pk,
        "addressee_post": "начальник отдела",
        "addressee_name": "Петрова Анна Львовна",
        "subject": "О месте в детском саду",
        "text": "Просим сообщить, когда будет место.",
        "asked_by": "jointly" if about_family else "",
        **more,
    }
    return actions.prepare_letter(actor=actor, **{"on": DAY, **given})


def sent(actor: Actor, partner: Partner, **more: Any) -> OfficialLetter:
    """A letter that left the house on its day."""
    letter = prepared(actor, partner, **more)
    actions.register_letter(actor=actor, letter_id=letter.pk)
    return actions.send_letter(actor=actor, letter_id=letter.pk, on=letter.on)

"""A letter to an office, an agreement and a joint meeting, made the way people make them."""

import re

from playwright.sync_api import Page

from tests.journeys.councils import send
from tests.journeys.desk import visit


def write_to_offices(page: Page, route: int, partner: int) -> dict[str, int]:
    """A letter that is being prepared, an agreement, a meeting; gives what fills their addresses."""
    visit(page, f"/routes/{route}/letters/new/?partner={partner}")
    page.locator("#id_subject").fill("О месте в детском саду")
    page.locator("#id_text").fill("Просим сообщить, когда будет место.")
    page.locator("[name=asked_by]").first.check(force=True)
    letter = send(page, r"/letters/(\d+)/check/$")

    visit(page, "/agreements/new/")
    page.locator("#id_partner_id").select_option(str(partner))
    page.locator("#id_scope").fill("Обмен сведениями о семьях")
    agreement = send(page, r"/agreements/(\d+)/$")

    visit(page, "/meetings/new/")
    page.locator(f"[name=partner_ids][value='{partner}']").check(force=True)
    page.locator("#id_topic").fill("Ранняя помощь")
    meeting = send(page, r"/meetings/(\d+)/$")
    visit(page, "/volunteers/new/")
    page.locator("#id_name").fill("Мария Тихая")
    helper = send(page, r"/volunteers/(\d+)/$")
    visit(page, f"/volunteers/{helper}/hours/")
    page.locator("#id_hours").fill("2")
    page.locator("#id_what").fill("Сборка наборов")
    send(page, r"/volunteers/(\d+)/$")
    hours = int(re.findall(r"/volunteers/hours/(\d+)/correct/", page.content())[0])

    visit(page, "/voice/new/")
    page.locator("[name=kind]").first.check(force=True)
    page.locator("#id_title").fill("Круглый стол")
    page.locator("[name=shows_people][value=nobody]").check(force=True)
    send(page, r"/voice/$")
    piece = int(re.findall(r"/voice/(\d+)/change/", page.content())[0])

    visit(page, "/voice/channels/new/")
    page.locator("#id_name").fill(f"Сообщество {route}")
    channel = send(page, r"/voice/channels/(\d+)/$")
    others = {"helper_id": helper, "hours_id": hours, "piece_id": piece, "channel_id": channel}
    return others | {"official_id": letter, "agreement_id": agreement, "meeting_id": meeting}

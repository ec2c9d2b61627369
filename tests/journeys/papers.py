"""A copy, a consent, a letter, a notice and a history on the path of a case, made the way people make them."""

import re

from playwright.sync_api import Page

from tests.journeys.desk import visit

_PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def write_everything(page: Page, route: int) -> dict[str, int]:
    """Gives what fills the addresses of papers."""
    at = f"/routes/{route}/papers"
    made: dict[str, int] = {}

    visit(page, f"{at}/attach/")
    page.locator("#id_kind").select_option(index=1)
    page.locator("#id_file").set_input_files({"name": "scan.pdf", "mimeType": "application/pdf", "buffer": _PDF})
    page.locator("form .btn.primary").click()
    made["file_id"] = _number(page, r"/papers/files/(\d+)/$")

    visit(page, f"{at}/consent/")
    page.locator("[name=purpose][value=sharing]").check()
    page.locator("#id_person_id").select_option(index=1)
    page.locator("form.card .btn.primary").click()
    page.wait_for_url(re.compile(r"/papers/$"))
    made["consent_id"] = int(re.findall(r"/papers/consents/(\d+)/", page.content())[0])

    visit(page, f"{at}/letter/")
    page.locator("[name=kind][value=support]").check()
    page.locator("#id_person_id").select_option(index=1)
    page.locator("form.card .btn.primary").click()
    made["letter_id"] = _number(page, r"/papers/letters/(\d+)/$")

    visit(page, f"{at}/notice/")
    page.locator("#id_recipient").fill("Опека района, дежурный")
    page.locator("#id_at").fill("10:30")
    page.locator("#id_text").fill("Дети остались одни")
    page.locator("form.card .btn.primary").click()
    page.wait_for_url(re.compile(r"/papers/$"))
    made["notice_id"] = int(re.findall(r"/papers/notices/(\d+)/", page.content())[0])

    visit(page, f"{at}/history/")
    if page.locator("#id_child").count():
        page.locator("form.card .btn.primary").click()
        page.locator("#id_recipient").wait_for()
    page.locator("#id_recipient").fill("Приёмная семья")
    page.locator("form.card .btn.primary").click()
    made["history_id"] = _number(page, r"/papers/histories/(\d+)/$")
    return made


def _number(page: Page, pattern: str) -> int:
    page.wait_for_url(re.compile(pattern))
    found = re.search(pattern, page.url)
    assert found
    return int(found.group(1))

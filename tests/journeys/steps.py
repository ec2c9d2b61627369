"""Steps that several journeys take: open a case, fill a sheet in, hand it in, approve it."""

import random
import re
from collections.abc import Sequence
from datetime import date, timedelta

from playwright.sync_api import Page, expect

from tests.journeys.desk import visit

STRONG, FINE, WEAK, CRITICAL = "1", "2", "3", "4"
"""The keys that give the answers of the shipped form."""

FOCUS = """() => {
  const at = document.activeElement;
  if (at.matches('[data-question] input')) return 'question';
  if (at.matches('.comment textarea')) return 'comment';
  return at.name || at.tagName;
}"""
ANSWER_ALL = """([weak, asWeak, asFine]) => [...document.querySelectorAll('[data-question]')].forEach(
  (question, n) => question.querySelector(`input[data-key='${n < weak ? asWeak : asFine}']`).click())"""
WEAK_ITEMS = (
    "[...document.querySelectorAll('.item')].filter((item) => item.querySelector('[data-weak]:checked')).length"
)


def days_ago(days: int) -> date:
    return date.today() - timedelta(days=days)


def open_case(page: Page, *, on: date, department: str = "1 ЕФО МР", manager: str = "Анна Белова") -> int:
    """Open a case for a family that is known by its codes only; gives the number of its address."""
    visit(page, "/cases/new/?family=new")
    page.get_by_label("Ребёнок есть, имя пока неизвестно").first.check()
    choose_place(page, department=department, manager=manager, on=on)
    page.get_by_role("button", name="Открыть случай").click()
    return case_shown(page)


def bring_together(page: Page, case: int, person: int, other: int) -> dict[str, int]:
    """Two records turn out to be one person; gives what fills the address that takes them apart again."""
    visit(page, f"/cases/{case}/people/{person}/same/{other}/")
    page.get_by_label("Почему записей две").select_option(index=1)
    page.get_by_role("button", name="Объединить").click()
    apart = page.locator("main a[href*='/merges/']").first
    expect(apart).to_be_visible()
    found = re.search(r"/merges/(\d+)/", apart.get_attribute("href") or "")
    assert found
    return {"case_id": case, "person_id": person, "merge_id": int(found.group(1))}


def enter_family(page: Page, surname: str, *, children: int = 1, born: Sequence[date] = ()) -> None:
    """Enter a mother and her children by name; where no birth day is given, the child is seven."""
    parent = page.locator("section", has=page.get_by_role("heading", name="Родитель или опекун"))
    parent.get_by_label("Кем приходится").select_option(label="мать")
    parent.get_by_label("Фамилия").fill(surname)
    parent.get_by_label("Имя", exact=False).first.fill("Прасковья")
    parent.get_by_label("Телефон").fill(f"8 921 {random.randrange(10**7):07}")
    for number in range(1, max(children, len(born)) + 1):
        child = page.locator("section", has=page.get_by_role("heading", name=f"Ребёнок {number}", exact=True))
        child.get_by_label("Фамилия").fill(surname)
        born_on = born[number - 1] if number <= len(born) else days_ago(7 * 366)
        child.get_by_label("Дата рождения").fill(born_on.isoformat())


def new_surname() -> str:
    """A surname nobody has or nearly has, however often the journeys are walked: the search forgives a letter."""
    return "".join(random.choice(letters) for letters in ("бвгдзклмнпрст", "аеиоу") * 5).capitalize() + "ко"


def open_named_case(
    page: Page,
    surname: str,
    *,
    on: date,
    children: int = 1,
    born: Sequence[date] = (),
    department: str = "1 ЕФО МР",
    manager: str = "Анна Белова",
) -> int:
    """Open a case for a family known by name; gives the number of its address."""
    visit(page, "/cases/new/?family=new")
    enter_family(page, surname, children=children, born=born)
    choose_place(page, department=department, manager=manager, on=on)
    page.get_by_role("button", name="Открыть случай").click()
    return case_shown(page)


def choose_place(page: Page, *, department: str, manager: str, on: date) -> None:
    """Where the new case belongs and whose it is. What offers no choice is chosen already."""
    program = "Кризисный центр" if department.endswith("КЦ") else "Комплексное сопровождение"
    for label, choice in (("Отдел", department), ("Программа", program)):
        field = page.get_by_label(label, exact=True)
        if field.locator("option:checked").inner_text() != choice:
            field.select_option(label=choice)
    choose_manager(page, manager)
    page.get_by_label("Открыт", exact=True).fill(on.isoformat())


def choose_manager(page: Page, name: str) -> None:
    """Choose who answers for the case, among those whose load is shown."""
    leads = page.get_by_role("radio", name=name)
    if not leads.is_checked():
        leads.check()


def case_shown(page: Page) -> int:
    """The number in the address of the case file that just opened."""
    page.wait_for_url(re.compile(r"/cases/\d+/$"))
    found = re.search(r"/cases/(\d+)/$", page.url)
    assert found
    return int(found.group(1))


def fill_by_keyboard(page: Page, *, weak_every: int, comment: str) -> int:
    """Answer the whole sheet with digits alone, every so many-th question as weak; gives the number of weak items.

    The first question is reached with Tab. After a weak side the comment opens; Tab leads on from it.
    """
    # A digit says nothing before the script of the sheet is there.
    page.wait_for_load_state()
    reach_by_tab(page, "question")
    asked = page.locator("[data-question]").count()
    for number in range(asked):
        assert page.evaluate(FOCUS) == "question", number
        page.keyboard.press(WEAK if number % weak_every == 0 else FINE)
        if page.evaluate(FOCUS) == "comment":
            page.keyboard.type(comment)
            page.keyboard.press("Tab")
    expect(page.locator("[data-answered]")).to_have_text(str(asked))
    weak: int = page.evaluate(WEAK_ITEMS)
    return weak


def reach_by_tab(page: Page, what: str) -> None:
    """Press Tab until the focus is there."""
    for _press in range(80):
        if page.evaluate(FOCUS) == what:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {what}")


def fill_quickly(page: Page, *, weak: int = 0) -> None:
    """Answer the whole sheet at one stroke: the first questions as weak, the others as fine."""
    expect(page.locator("[data-answered]")).to_be_attached()
    page.wait_for_load_state("networkidle")
    page.evaluate(ANSWER_ALL, [weak, WEAK, FINE])
    asked = page.locator("[data-question]").count()
    expect(page.locator("[data-answered]")).to_have_text(str(asked))


def point_at_each(page: Page, *, weak: int = 0) -> None:
    """Answer the whole sheet question by question, as it must be done where no script runs."""
    for number in range(page.locator("[data-question]").count()):
        answer(page, number, WEAK if number < weak else FINE)


def answer(page: Page, question: int, key: str) -> None:
    """Point at one answer of one question, counted from none."""
    asked = page.locator("[data-question]").nth(question)
    asked.locator("label", has=page.locator(f"input[data-key='{key}']")).click()


def approve(page: Page, assessment: str) -> None:
    """Approve a form that waits, as its coordinator; ``assessment`` is its address."""
    visit(page, assessment)
    page.get_by_role("button", name="Утвердить").click()
    expect(page.locator("h1 .tag")).to_have_text("утверждена")

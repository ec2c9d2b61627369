"""Coming in and going out."""

import pytest
from playwright.sync_api import expect

from tests.journeys.desk import sign_in

pytestmark = pytest.mark.journey


def test_a_stranger_is_led_to_the_door_and_then_where_he_wanted(desk):
    page = desk.open(None, "/outcomes/")
    expect(page).to_have_title("Войти · Опора")
    page.get_by_label("Электронная почта").fill("analyst@opora.example")
    page.get_by_label("Пароль").fill(desk.product.password("analyst"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Становится ли семьям легче?")


def test_a_wrong_password_opens_nothing_and_the_right_one_does(desk):
    page = desk.open(None)
    sign_in(page, "specialist@opora.example", "не тот пароль совсем")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label("Электронная почта")).to_have_value("specialist@opora.example")
    expect(page.get_by_label("Пароль")).to_have_value("")
    page.get_by_label("Пароль").fill(desk.product.password("specialist"))
    page.get_by_role("button", name="Войти").click()
    expect(page.get_by_text("Тимур Асадов").first).to_be_visible()


def test_an_unknown_address_is_refused_in_the_same_words(desk):
    page = desk.open(None)
    refusals = []
    for email in ("specialist@opora.example", "nobody@opora.example"):
        sign_in(page, email, "не тот пароль совсем")
        expect(page.get_by_role("alert")).to_be_visible()
        refusals.append(page.locator("main").inner_text())
    assert refusals[0] == refusals[1]


def test_who_went_out_does_not_come_back_with_the_button_back(desk):
    page = desk.open(None)
    sign_in(page, "psychologist@opora.example", desk.product.password("psychologist"))
    page.goto("/cases/")
    page.locator(".who > summary").click()
    page.get_by_role("button", name="Выйти").click()
    page.wait_for_url("**/account/login/**")
    page.goto("/cases/")
    expect(page).to_have_title("Войти · Опора")
    page.go_back()
    page.go_back()
    expect(page.get_by_role("heading", name="Случаи")).to_have_count(0)

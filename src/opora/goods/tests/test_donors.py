"""Who gave is chosen from the one list of donors, and what was known in the warehouse before went over to it."""

from decimal import Decimal

import pytest
from django.db import connection

from opora.access.rules import SYSTEM, Role
from opora.cases.tests.factories import worker
from opora.common.errors import Invalid
from opora.families.tests.old_homes import before
from opora.goods import actions
from opora.goods.models import Donation
from opora.goods.queries import MovementFilters, donors_report, movements
from opora.goods.tests.factories import ON, make_shelf
from opora.volunteers.actions import keep_donor, keep_helper, void_helper
from opora.volunteers.models import Helper
from opora.volunteers.queries import donors

pytestmark = pytest.mark.django_db


def test_goods_and_money_of_a_donor_are_told_together_and_a_volunteer_is_no_donor() -> None:
    shelf, head = make_shelf(), worker(Role.HEAD)
    donor = keep_donor(actor=shelf.keeper, name="Фонд «Тёплый дом»", giver="organization", on=ON)
    keep_donor(actor=shelf.keeper, name="Ирина П.", giver="person", on=ON)
    soap = shelf.good("Мыло")
    shelf.bring(soap, 7, donor_id=donor.pk)
    actions.note_money(actor=shelf.keeper, donor_id=donor.pk, money=Decimal(500), on=ON)
    told, other = donors_report(actor=shelf.keeper, from_on=None, to_on=ON)
    assert (told.donor.name, told.times, told.units, told.money, told.last_on) == (
        "Фонд «Тёплый дом»", 2, Decimal(7), Decimal(500), ON,
    )  # fmt: skip
    assert (other.donor.name, other.times) == ("Ирина П.", 0)
    assert movements(actor=head, filters=MovementFilters())[0].donor == "Фонд «Тёплый дом»"
    helper = keep_helper(actor=head, kind="volunteer", name="Мария", joined_on=ON)
    with pytest.raises(Invalid):
        shelf.bring(soap, 1, donor_id=helper.pk)


def test_gifts_stay_told_though_the_entry_is_a_donors_no_more_and_a_donor_is_found_by_name() -> None:
    shelf, head = make_shelf(), worker(Role.HEAD)
    rice = shelf.good("Рис")
    for name in ("Пекарня «Тёплый хлеб»", "Ирина П.", "Мария"):
        donor = keep_helper(actor=head, kind="donor", name=name, joined_on=ON)
        shelf.bring(rice, 3, donor_id=donor.pk)
    gone, changed = Helper.objects.order_by("pk")[1:]
    void_helper(actor=head, helper_id=gone.pk, on=ON)
    Helper.objects.filter(pk=changed.pk).update(kind="volunteer")

    def told(text: str = "") -> dict[str, tuple[int, bool]]:
        lines = donors_report(actor=shelf.keeper, from_on=None, to_on=ON, text=text)
        return {line.donor.name: (line.times, line.donor.is_donor) for line in lines}

    assert told() == {"Пекарня «Тёплый хлеб»": (1, True), "Ирина П.": (1, False), "Мария": (1, False)}
    assert set(told("теплый ")) == {"Пекарня «Тёплый хлеб»"}


def test_donors_of_the_warehouse_became_entries_of_that_list_each_once() -> None:
    keep_helper(actor=SYSTEM, kind="donor", name="Пекарня «Тёплый хлеб»", joined_on=ON)
    with before("goods", "0001_initial"), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO goods_donor (name, kind, contacts, is_active) VALUES ('пекарня «тёплый хлеб»', 'organization',"
            " 'каждую среду', true), ('Ирина П.', 'person', '', false) RETURNING id"
        )
        (baker,), (irina,) = cursor.fetchall()
        cursor.execute(
            "INSERT INTO goods_donation (donor_id, given_on, money, remark) VALUES (%s, %s, 300, ''), (%s, %s, 20, '')",
            [baker, ON, irina, ON],
        )
    known = {one.name: one for one in donors(actor=SYSTEM)}
    assert set(known) == {"Пекарня «Тёплый хлеб»", "Ирина П."}
    assert known["Пекарня «Тёплый хлеб»"].contacts == "каждую среду"
    assert (known["Ирина П."].is_active, known["Ирина П."].since_on) == (False, ON)
    assert {one.donor.name_text: one.money for one in Donation.objects.select_related("donor") if one.donor} == {
        "Пекарня «Тёплый хлеб»": Decimal(300),
        "Ирина П.": Decimal(20),
    }

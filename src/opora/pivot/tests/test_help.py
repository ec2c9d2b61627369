"""What was given, counted by hand: services, acts of aid, goods, nights, signals."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from opora.access.rules import SYSTEM
from opora.cases.models import Stay
from opora.evidence.tests import world
from opora.goods.models import Good, Issue, IssueLine, MoneyHelp
from opora.indicators.tests.houses import SPRING, path, service, signal
from opora.intake.models import UrgentAid
from opora.pivot import queries
from opora.pivot.rules import ALL
from opora.pivot.tests.asking import AS_OF, figures, table, whole
from opora.services.models import Provision
from opora.stays.models import Admission, BedUse, Lodger, Shelter

pytestmark = pytest.mark.django_db
MAY, JUNE = date(2024, 5, 10), date(2024, 6, 10)


def test_services_by_direction_and_month() -> None:
    """A family helped in two months counts in each and once in all; a meeting of a group is one service of a family."""
    first, second = world.case(closed_on=None), world.case(closed_on=None)
    route = path(case=first)
    told = {"service": service(), "format": "individual", "provider": "own"}
    Provision.objects.create(case=first, on=MAY, minutes=60, **told)
    Provision.objects.create(route=route, on=JUNE, minutes=30, **told)
    Provision.objects.create(case=second, on=JUNE, **told)
    Provision.objects.create(case=second, on=JUNE, state="no_show", **told)
    Provision.objects.create(case=second, on=JUNE, voided_on=JUNE, **told)
    Provision.objects.create(route=route, on=JUNE, origin="groups.mark:1", **{**told, "format": "group"})
    Provision.objects.create(case=first, on=JUNE, origin="groups.mark:1", **{**told, "format": "group"})
    direction = str(service().direction_id)
    assert figures("services", "direction", "month") == {
        (direction, "2024-05"): 1,
        (direction, "2024-06"): 3,
        (direction, "all"): 4,
        ("all", "2024-05"): 1,
        ("all", "2024-06"): 3,
        ("all", "all"): 4,
    }
    families = figures("services", "month", kind="families")
    assert families == {"2024-05": 1, "2024-06": 2, "all": 2}, "of three in the rows two are families"
    minutes = table("services", "format", kind="sum")
    assert (minutes.whole.amount, minutes.whole.measured) == (90, 2), "what nobody measured is no nought"
    assert minutes.cells["group", ALL].figure(minutes.definition.figure) is None


def test_the_help_of_nobody_yet_is_help_and_no_family() -> None:
    """A path whose family nobody has named: its service counts, and a family it is not."""
    Provision.objects.create(route=path(), on=MAY, service=service(), format="individual", provider="own")
    found = table("services", "format", kind="families")
    assert (found.whole.yes, found.whole.unnamed) == (0, 1)
    assert whole("services") == (1, 1, 0)


def test_acts_of_aid_and_rubles() -> None:
    """An act taken back counts nowhere, nor does the one that takes it back."""
    case, other = world.case(closed_on=None), world.case(closed_on=None)
    money = Issue.objects.create(case=case, kind="money", given_on=MAY, act_number="1")
    MoneyHelp.objects.create(issue=money, amount=Decimal("1500.50"), basis="head", purpose="Молоко")
    UrgentAid.objects.create(route=path(case=case), given_on=JUNE, act_number="2")
    Issue.objects.create(case=other, kind="goods", given_on=JUNE, act_number="3")
    wrong = Issue.objects.create(case=other, kind="money", given_on=JUNE, act_number="4")
    Issue.objects.create(case=other, kind="money", given_on=JUNE, act_number="5", reverses=wrong)
    assert figures("aid", "kind") == {"money": 1, "urgent": 1, "goods": 1, "all": 2}
    assert figures("aid", "month", kind="records") == {"2024-05": 1, "2024-06": 2, "all": 3}
    assert figures("aid", "kind", kind="sum") == {"money": 1500.5, "urgent": None, "goods": None, "all": 1500.5}


def test_goods_by_category_and_unit() -> None:
    case = world.case(closed_on=None)
    packs = Good.objects.create(name="Подгузники", category="baby", unit="pack")
    flour = Good.objects.create(name="Мука", category="food", unit="kg")
    act = Issue.objects.create(case=case, kind="goods", given_on=MAY, act_number="1")
    IssueLine.objects.create(issue=act, good=packs, quantity=2)
    IssueLine.objects.create(issue=act, good=flour, quantity=Decimal("1.5"))
    assert figures("goods", "category", "unit") == {
        ("baby", "pack"): 2,
        ("food", "kg"): 1.5,
        ("baby", "all"): 2,
        ("food", "all"): 1.5,
        ("all", "pack"): 2,
        ("all", "kg"): 1.5,
        ("all", "all"): 3.5,
    }
    assert figures("goods", "category", kind="families") == {"baby": 1, "food": 1, "all": 1}


def test_nights_in_the_period() -> None:
    """A night belongs to the day on which it begins; what began before the period counts from its first day."""
    case = world.case(closed_on=None)
    shelter = Shelter.objects.create(name="Центр")
    stay = Stay.objects.create(case=case, from_on=date(2023, 12, 30))
    taken = Admission.objects.create(
        shelter=shelter, case=case, stay=stay, expected_on=date(2023, 12, 30), reason="no_home"
    )
    lodger = Lodger.objects.create(admission=taken, person=case.client, part="woman", from_on=date(2023, 12, 30))
    BedUse.objects.create(
        lodger=lodger,
        kind="lives",
        from_on=date(2023, 12, 30),
        held_until=date(2024, 1, 4),
        released_on=date(2024, 1, 4),
    )
    assert figures("nights", "centre", "part") == {
        (str(shelter.pk), "woman"): 3,
        (str(shelter.pk), "all"): 3,
        ("all", "woman"): 3,
        ("all", "all"): 3,
    }
    assert whole("nights", kind="people") == (1, 1, 0)


def test_signals_by_channel_and_what_was_decided() -> None:
    """What was decided after the day one looks from is not decided; unknown is a row of its own."""
    signal(path(), outcome="work", decided_on=MAY)
    signal(path(), channel="site", source="unknown")
    signal(path(), on=date(2025, 1, 1))
    signal(path(voided_on=MAY))
    assert figures("signals", "channel", "decision") == {
        ("phone", "work"): 1,
        ("site", ""): 1,
        ("phone", "all"): 1,
        ("site", "all"): 1,
        ("all", "work"): 1,
        ("all", ""): 1,
        ("all", "all"): 2,
    }
    assert figures("signals", "decision", as_of=date(2024, 4, 30)) == {"": 2, "all": 2}
    assert figures("signals", "source") == {"self": 1, "": 1, "all": 2}
    assert SPRING < MAY


def test_what_belongs_to_no_case_is_not_missed_behind_a_cell() -> None:
    """Of two signals one led to a case: behind the cell stands that case, and that one signal has none."""
    case = world.case(closed_on=None)
    signal(path(case=case))
    signal(path())
    found = table("signals", "channel")
    asked: Any = {"actor": SYSTEM, "definition": found.definition, "key": ("phone", ALL), "as_of": AS_OF}
    assert [one.case_id for one in queries.cases_behind(**asked, limit=9)] == [case.pk]
    assert queries.count_without_case(**asked) == 1

"""Whatever is changed of whatever figures rest on, what was kept is never told once it holds no more."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models, transaction

from opora.access.rules import SYSTEM
from opora.cases.models import Case, Closing, FollowUp, FollowUpChild, FollowUpContact
from opora.common.kept import Kept
from opora.correspondence.models import Agreement, JointMeeting
from opora.evidence.actions import refresh_facts
from opora.evidence.tests import world
from opora.goods.models import StockCount, StockPlace
from opora.indicators import actions, queries
from opora.indicators.models import DaysMark, KeptPiece
from opora.indicators.queries import counting
from opora.indicators.queries import kept as keeping
from opora.indicators.queries.marks import mark_of, sources_of
from opora.indicators.queries.pieces import Rows, count_all
from opora.indicators.queries.statements import Asked, Reach, base_of, facts_of
from opora.indicators.rules import MEASURES, REACHED, RECORDED, Period, months_up_to, period_of
from opora.indicators.tests.busy import busy, changed, second_case
from opora.indicators.tests.houses import told_of
from opora.partners.models import Partner
from opora.process.models import Paper
from opora.results.models import ResultMark
from opora.voice.models import FollowerCount, PublicPiece, VoiceChannel
from opora.volunteers.models import Helper

pytestmark = pytest.mark.django_db
LAST = date(2024, 12, 31)
YEAR = period_of(date(2024, 1, 1), LAST, LAST)
PERIODS = [YEAR, *months_up_to(LAST)]
MOST = timedelta(days=70)
# What is written there is never changed again.
FINAL = {"instruments_instrumentversion", "plans_planrevision", "process_routestep"}


def _statements(asked: Asked) -> str:
    return "".join([facts_of(asked), *(base_of(one) for one in asked.measure.base)])


ASKED = {one.code: Asked(one, PERIODS) for one in (*MEASURES.values(), REACHED, RECORDED)}
# Some facts are told one by one only where their groups are asked for.
ASKED |= {
    f"{one.code} by groups": Asked(one, PERIODS, split=one.splits[0].code) for one in MEASURES.values() if one.detail
}
READ = {
    code: frozenset(re.findall(r"\w+", " ".join(re.findall(r"^-- reads: (.+)$", _statements(one), re.MULTILINE))))
    for code, one in ASKED.items()
}
TABLES = sorted(frozenset().union(*READ.values()))
MODELS = {one._meta.db_table: one for one in apps.get_models()}


@pytest.fixture(autouse=True)
def _really_kept(_nothing_kept: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(keeping, "_kept", Kept(20_000))
    yield


@pytest.fixture
def _by_all_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """Facts are told apart by all that any of their splits tells: what holds of the finest groups holds of each."""
    finest = "concat_ws('|', facts.program_id, facts.department_id, facts.dims::text)"
    monkeypatch.setattr(counting, "group_of", lambda asked: finest)


@pytest.fixture
def house(five: list[Case]) -> list[Case]:
    """Something of each kind, of two programs."""
    again = world.case(closed_on=date(2024, 6, 3), homes=("own_family",))
    told_of([again])
    Closing.objects.filter(case=again).update(reopened_on=LAST + MOST)
    Case.objects.filter(pk=again.pk).update(closed_on=None)
    case = five[0]
    route = busy(case)
    changed(case)
    busy(second_case(case))
    Paper.objects.create(route=route, kind="contract", on=date(2024, 6, 20), step_count=1, source="paper")
    visit = FollowUp.objects.filter(case=case).get()
    seen = FollowUpContact.objects.create(follow_up=visit, on=date(2024, 11, 6), result="reached", family_state="copes")
    child = case.children.first()
    assert child is not None
    FollowUpChild.objects.create(contact=seen, person=child.person, placement="own_family", safety="safe")
    Agreement.objects.create(partner_id=world_partner(), number="1", signed_on=date(2024, 2, 1), scope="")
    JointMeeting.objects.create(on=date(2024, 3, 1), topic="Встреча")
    FollowerCount.objects.create(channel=VoiceChannel.objects.create(name="Сайт"), on=date(2024, 3, 3), followers=7)
    PublicPiece.objects.create(kind="material", title="Памятка", on=date(2024, 3, 3))
    StockCount.objects.create(
        place=StockPlace.objects.create(name="Склад у вокзала"), began_on=date(2024, 3, 3), closed_on=date(2024, 3, 4)
    )
    Partner.objects.create(name="Центр", kind="social", services="", contacts="", checked_on=date(2024, 3, 3))
    Helper.objects.create(kind="volunteer", name="Помощник", joined_on=date(2024, 3, 3))
    refresh_facts(case_ids=Case.objects.values_list("pk", flat=True))
    for since in (date(2024, 3, 3), date(2024, 9, 3)):
        ResultMark.objects.create(kind="reached", concept="alliance", case=case, since=since, since_by="")
    return five


def world_partner() -> int:
    """The partner whom letters of the busy family name."""
    return int(apps.get_model("partners.Partner").objects.values_list("pk", flat=True).first() or 0)


def _count(codes: list[str], reach: Reach = None) -> dict[str, Rows]:
    asked = {code: ASKED[code] for code in codes}
    return count_all(reach, asked, mark_of(reach, list(asked.values())))


def _counted_anew(monkeypatch: pytest.MonkeyPatch, codes: list[str], reach: Reach = None) -> dict[str, Rows]:
    with monkeypatch.context() as patch:
        patch.setattr(keeping, "_kept", Kept(20_000))
        return _count(codes, reach)


def _others(field: Any, row: models.Model) -> list[Any]:
    """What else a column might hold."""
    now = getattr(row, field.attname)
    if isinstance(field, models.ForeignKey):
        held = field.related_model._base_manager.exclude(pk=now).values_list("pk", flat=True)[:1]
        return [*held, *([None] if field.null and now is not None else [])]
    if field.choices:
        return [code for code, _title in field.flatchoices if code != now][:1]
    if isinstance(field, models.DateTimeField):
        return [] if now is None else [now + MOST]
    if isinstance(field, models.DateField):
        return [LAST - MOST] if now is None else [now + MOST, *([None] if field.null else [])]
    if isinstance(field, models.BooleanField):
        return [not now]
    if isinstance(field, models.IntegerField | models.DecimalField):
        return [] if field.primary_key else [(now or 0) + 1]
    return []


def test_a_change_of_any_column_of_any_table_is_noticed(
    house: list[Case], _by_all_groups: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each column that a figure or a group might hang on is changed, one after the other: all are as counted anew."""
    for table in TABLES:
        codes = [code for code, read in READ.items() if table in read]
        _count(codes)
        row, tried = MODELS[table]._base_manager.order_by("pk").last(), 0
        assert row is not None, f"there is nothing in {table} to be changed"
        for field in MODELS[table]._meta.concrete_fields:
            for other in _others(field, row):
                try:
                    with transaction.atomic():
                        MODELS[table]._base_manager.filter(pk=row.pk).update(**{field.attname: other})
                        same = _count(codes) == _counted_anew(monkeypatch, codes)
                        transaction.set_rollback(True)
                except (DatabaseError, ValueError, TypeError):
                    continue
                assert same, f"{table}.{field.attname} became {other!r}, and nothing told of it"
                tried += 1
        assert tried or table in FINAL, f"nothing in {table} could be changed"


def test_each_table_is_marked() -> None:
    """A statement that reads another table needs marks of it: in a migration of its own, like 0002."""
    sources = frozenset().union(*(sources_of(one) for one in ASKED.values()))
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal")
        triggers = {name for (name,) in cursor.fetchall()}
    assert {f"{source}_{when}" for source in sources for when in ("come", "change", "go")} <= triggers
    assert "indicators_moved" in triggers


def test_what_comes_and_goes_is_noticed(
    house: list[Case], _by_all_groups: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second family as busy as the first, then without its services."""
    everything = list(ASKED)
    _count(everything)
    busy(second_case(house[1]))
    refresh_facts(case_ids=Case.objects.values_list("pk", flat=True))
    assert _count(everything) == _counted_anew(monkeypatch, everything)
    apps.get_model("services.Provision").objects.all().delete()
    apps.get_model("intake.AidItem").objects.all().delete()
    assert _count(everything) == _counted_anew(monkeypatch, everything)


def test_what_was_put_by_is_taken_out_and_only_the_changed_counted(
    house: list[Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that begins anew asks the database for pieces; one service later it counts the days of that one."""
    actions.put_figures_by(on=LAST)
    assert KeptPiece.objects.count() > len(MEASURES) and DaysMark.objects.filter(source="plans_goal").count() == 1
    before = _counted_anew(monkeypatch, list(ASKED))
    asked: list[tuple[set[str], Period]] = []
    ask = counting.ask

    def note(reach: Any, wanted: Any, span: Any, *more: Any) -> Any:
        asked.append((set(wanted), span[0]))
        return ask(reach, wanted, span, *more)

    monkeypatch.setattr(counting, "ask", note)
    monkeypatch.setattr(keeping, "_kept", Kept(20_000))
    found = queries.read_indicators(actor=SYSTEM, period=period_of(None, None, LAST))
    assert asked == [] and len(found) == len(MEASURES) and len(before) == len(ASKED)
    given = apps.get_model("services.Provision").objects.order_by("pk").last()
    apps.get_model("services.Provision").objects.filter(pk=given.pk).update(on=LAST, minutes=30)
    queries.read_indicators(actor=SYSTEM, period=period_of(None, None, LAST))
    assert {code for codes, _days in asked for code in codes} == {"IND-02", "IND-05", "IND-18c"}


def test_amounts_and_spreads_are_put_by_as_they_are() -> None:
    import numpy as np

    from opora.indicators.rules.packing import packed, unpacked
    from opora.indicators.rules.pieces import Piece

    families, subjects = np.array([3, 7], dtype=np.int64), np.array([13, 30], dtype=np.int64)
    amounts = Decimal("1.50"), Decimal(0), Decimal(2)
    told = {
        "": Piece((1, 2, 3), amounts, families, subjects, {Decimal("0.5"): 4}),
        "да": Piece((0, 0, 1), amounts, families),
    }
    again = unpacked(packed(told))
    assert list(again) == ["", "да"] and again["да"].subjects is None
    for group, one in told.items():
        assert (again[group].heads, again[group].amounts, again[group].spread) == (one.heads, one.amounts, one.spread)
        assert again[group].families.tolist() == [3, 7]
    assert again[""].subjects is not None and again[""].subjects.tolist() == [13, 30]

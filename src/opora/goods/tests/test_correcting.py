"""An act is never changed: it is taken back and written anew, with its papers; nothing is lost on the way."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from opora.common.dates import now, today
from opora.common.errors import Conflict, Invalid, Refused
from opora.goods import actions, queries
from opora.goods.models import Issue, IssueLine, Movement
from opora.goods.tests.factories import Shelf, make_shelf, of
from opora.papers.models import StoredFile
from opora.papers.tests.test_files import PDF, PNG

pytestmark = pytest.mark.django_db
DAY = today() - timedelta(days=6)
PAID = {"amount": Decimal(9_000), "purpose": "Окна в детской", "basis": "plan", "paid_for": "repair"}


@pytest.fixture
def shelf() -> Shelf:
    return make_shelf()


def correct(shelf: Shelf, issue: Issue, *asked: actions.Asked, **how: object) -> Issue:
    told: dict[str, Any] = {"reason": "Ошиблись в числе", "on": issue.given_on, "today": today(), **how}
    return actions.correct_goods(
        actor=shelf.walk.manager,
        issue_id=issue.pk,
        place_id=shelf.place.pk,
        asked=asked,
        **told,
    )


def paid(shelf: Shelf, **more: object) -> Issue:
    terms = {**PAID, "estimate": Decimal(9_500), **more}
    return actions.give_money(
        actor=shelf.walk.manager,
        case_id=shelf.walk.case.pk,
        kind="paid",
        terms=terms,
        files=[("окно до.png", PNG), ("чек.pdf", PDF)],
        on=today(),
    )


def test_what_was_never_given_lies_on_the_shelf_of_that_day_and_the_right_act_gives_from_it(shelf: Shelf) -> None:
    rice = shelf.good("Рис")
    shelf.bring(rice, 5, on=DAY)
    former = shelf.give(of(rice, 4), on=DAY)
    made = correct(shelf, former, of(rice, 3))
    assert shelf.there(rice) == 2
    assert (made.given_on, made.act_number != former.act_number) == (DAY, True)
    former.refresh_from_db()
    assert former.voided_on == today() and former.reversed_by.act_number
    assert sum(one.quantity for one in IssueLine.objects.filter(issue__voided_on=None)) == 3
    assert queries.unbalanced() == []


def test_where_the_right_act_cannot_be_written_the_former_one_stands(shelf: Shelf) -> None:
    rice = shelf.good("Рис")
    shelf.bring(rice, 5, on=DAY)
    former = shelf.give(of(rice, 4), on=DAY)
    moved = Movement.objects.count()
    with pytest.raises(Conflict):
        correct(shelf, former, of(rice, 6))
    with pytest.raises(Invalid):
        correct(shelf, former, of(rice, 3), reason=" ")
    former.refresh_from_db()
    assert former.voided_on is None and shelf.there(rice) == 1 and Movement.objects.count() == moved


def test_what_came_back_in_part_is_not_corrected(shelf: Shelf) -> None:
    rice = shelf.good("Рис")
    shelf.bring(rice, 5, on=DAY)
    former = shelf.give(of(rice, 4), on=DAY)
    Issue.objects.filter(pk=former.pk).update(by_id=shelf.keeper.user_id)
    lot = rice.lots.get()
    actions.take_in_return(actor=shelf.keeper, issue_id=former.pk, back={lot.pk: Decimal(1)}, on=today())
    with pytest.raises(Conflict):
        correct(shelf, former, of(rice, 3))


def test_of_an_act_taken_back_a_moment_ago_nothing_comes_back_and_nothing_is_proven(shelf: Shelf) -> None:
    rice = shelf.good("Рис")
    shelf.bring(rice, 5, on=DAY)
    given, money = shelf.give(of(rice, 4), on=DAY), paid(shelf)
    for one in (given, money):
        actions.take_back_issue(actor=shelf.walk.manager, issue_id=one.pk, is_undo=True, on=today())
    Issue.every.filter(pk=given.pk).update(by_id=shelf.keeper.user_id)
    with pytest.raises(Conflict):
        back = {rice.lots.get().pk: Decimal(1)}
        actions.take_in_return(actor=shelf.keeper, issue_id=given.pk, back=back, on=today())
    with pytest.raises(Conflict):
        actions.prove_spending(actor=shelf.walk.manager, issue_id=money.pk, proof="Чек", on=today())
    assert shelf.there(rice) == 5


def test_photographs_and_receipts_go_along_with_the_right_act(shelf: Shelf) -> None:
    former = paid(shelf)
    assert [one.kind for one in queries.files_of(former)] == ["photo", "receipt"]
    actions.prove_spending(actor=shelf.walk.manager, issue_id=former.pk, proof="Чек 17", on=today())
    made = actions.correct_money(
        actor=shelf.walk.manager,
        issue_id=former.pk,
        kind="paid",
        terms={**PAID, "amount": Decimal(8_000), "estimate": Decimal(9_500)},
        reason="Сумма в чеке другая",
        on=today(),
        today=today(),
    )
    made.money.refresh_from_db()
    assert queries.files_of(former) == [] and len(queries.files_of(made)) == 2
    assert (made.money.amount, made.money.proof_text, made.money.proven_on) == (Decimal(8_000), "Чек 17", today())


def test_what_is_no_photograph_and_no_paper_is_refused_with_the_whole_act(shelf: Shelf) -> None:
    issue = paid(shelf)
    with pytest.raises(Invalid) as refused:
        actions.attach(actor=shelf.walk.manager, issue_id=issue.pk, files=[("x.png", b"nothing")], on=today())
    assert "papers" in refused.value.fields
    actions.take_back_issue(actor=shelf.walk.manager, issue_id=issue.pk, is_undo=True, on=today())
    with pytest.raises(Conflict):
        actions.attach(actor=shelf.walk.manager, issue_id=issue.pk, files=[("x.png", PNG)], on=today())
    assert StoredFile.objects.count() == 2


def test_a_day_later_only_the_coordinator_corrects(shelf: Shelf) -> None:
    rice = shelf.good("Рис")
    shelf.bring(rice, 5, on=DAY)
    former = shelf.give(of(rice, 4), on=DAY)
    Issue.objects.filter(pk=former.pk).update(recorded_at=now() - timedelta(days=2))
    with pytest.raises(Refused):
        correct(shelf, former, of(rice, 3))
    assert shelf.there(rice) == 1

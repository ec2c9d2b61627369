"""The form in depth from the tables: the same by every way, for everybody as far as they see."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from opora.access.rules import SYSTEM
from opora.common.errors import NotFound
from opora.common.kept import Kept
from opora.evidence.actions import keep_item_help, refresh_facts
from opora.evidence.queries import depth_forms
from opora.evidence.queries.depth import cases_behind_item, cases_beside, depth, rows_of_cases
from opora.evidence.queries.depth_times import times
from opora.evidence.queries.item_help import help_seen
from opora.evidence.rules import Cohort
from opora.evidence.rules.depth import Rated
from opora.evidence.words.depth import help_said
from opora.instruments.actions import publish_version
from opora.instruments.models import InstrumentVersion
from opora.instruments.tests.forms import whole_form
from opora.process.models import Route
from opora.process.tests.factories import make_route
from opora.services.models import Provision
from opora.services.tests.factories import publish_chain, service

from . import world

pytestmark = pytest.mark.django_db

EVER = Cohort()
ENTERED, LEFT = date(2024, 1, 10), date(2024, 12, 10)


@pytest.fixture
def version() -> InstrumentVersion:
    return publish_version(actor=SYSTEM, definition=replace(whole_form(), code="efo"))


def ratings(*weak: int, unknown: tuple[int, ...] = ()) -> list[int | None]:
    """A form of 48 items: fine but for these places."""
    return [None if place in unknown else 3 if place in weak else 1 for place in range(48)]


def family(version, before, after=None, **more):
    case = world.case(**{"closed_on": LEFT, **more})
    world.form(case, "entry", before, in_version=version, on=ENTERED)
    if after is not None:
        world.form(case, "exit", after, in_version=version, on=LEFT)
    refresh_facts(case_ids=[case.pk])
    return case


def give(case, code="v3", on=date(2024, 3, 1), **more):
    where = more.pop("route", None)
    place = {"route": where} if where else {"case": case}
    return Provision.objects.create(
        service_id=service(code), on=on, format="individual", provider="own", **(place | more)
    )


def test_items_are_counted_over_closed_cases(version) -> None:
    first = family(version, ratings(0, 1), ratings(1))
    second = family(version, ratings(0, unknown=(1,)), ratings(0, 5))
    third = family(version, ratings(0))
    world.total(world.case(closed_on=LEFT), "entry", 20)
    program = world.program()
    found = depth(actor=SYSTEM, cohort=EVER, program=program)
    assert (found.forms, found.pairs) == (3, 2)
    figures = {found.names[one.place].code: one for one in found.items}
    assert (figures["1.1"].entry.n, figures["1.1"].entry.total) == (3, 3)
    assert (figures["1.1"].solved.n, figures["1.1"].solved.total, figures["1.1"].without_exit) == (1, 2, 1)
    assert (figures["1.2"].entry.n, figures["1.2"].entry.total) == (1, 2), "not rated is in no denominator"
    assert (figures["1.6"].new.n, figures["1.6"].new.total) == (1, 2)

    def behind(code, what):
        return cases_behind_item(actor=SYSTEM, cohort=EVER, program=program, code=code, what=what)

    assert behind("1.1", "entry") == [first.pk, second.pk, third.pk]
    assert behind("1.1", "solved") == [first.pk] and behind("1.1", "stayed") == [second.pk]
    assert behind("1.6", "new") == [second.pk] and behind("1.1", "without_exit") == [third.pk]
    rows = rows_of_cases(actor=SYSTEM, cohort=EVER, program=program, case_ids=behind("1.1", "entry"), limit=2)
    assert [row.case_id for row in rows] == [first.pk, second.pk]
    for wrong in ({"code": "9.9", "what": "entry"}, {"code": "1.1", "what": "everything"}):
        with pytest.raises(NotFound):
            cases_behind_item(actor=SYSTEM, cohort=EVER, program=program, **wrong)


def test_a_service_counts_between_entry_and_exit_on_the_case_and_on_its_path(version) -> None:
    publish_chain()
    cases = [family(version, ratings(0), ratings()) for _number in range(5)]
    others = [family(version, ratings(0), ratings(0)) for _number in range(5)]
    path: Route = make_route()
    Route.objects.filter(pk=path.pk).update(case=cases[0])
    give(cases[0], route=path)
    for case in cases[1:]:
        give(case)
        give(case, on=date(2024, 4, 1))
    # Before the entry, after the exit, nobody came, taken back: none of them was given between the two forms.
    give(others[0], on=date(2024, 1, 1))
    give(others[1], on=date(2025, 1, 1))
    give(others[2], state="no_show")
    give(others[3], voided_on=LEFT)
    program = world.program()
    (one,) = depth(actor=SYSTEM, cohort=EVER, program=program).helped
    assert (one.given.n, one.given.total, one.others.n, one.others.total) == (5, 5, 0, 5)
    beside = cases_beside(actor=SYSTEM, cohort=EVER, program=program, code="1.1", service_id=service("v3"))
    assert beside == [case.pk for case in cases]


def test_what_was_computed_is_kept_until_a_case_or_a_service_changes(version) -> None:
    publish_chain()
    case = family(version, ratings(0), ratings())
    program = world.program()
    depth(actor=SYSTEM, cohort=EVER, program=program)

    def statements() -> tuple[int, int]:
        with CaptureQueriesContext(connection) as asked:
            depth(actor=SYSTEM, cohort=EVER, program=program)
        of_forms, of_services = ("array_to_string", "given.service_id")
        return tuple(sum(words in one["sql"] for one in asked) for words in (of_forms, of_services))

    assert statements() == (0, 0)
    give(case)
    assert statements() == (0, 1), "the forms are still those that were read"
    family(version, ratings(0), ratings(0))
    assert statements() == (1, 1), "one statement over the ratings, however many items there are"
    assert statements() == (0, 0)


def test_forms_are_read_again_of_the_month_alone_in_which_a_case_changed(
    version, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is kept of the other months and what is read now are what all forms read at once tell."""
    monkeypatch.setattr(depth_forms, "_KEPT", Kept(50))
    cases = [family(version, ratings(0, 1), ratings(1), closed_on=date(2024, month, 10)) for month in (3, 3, 4, 5, 6)]
    read, rows = [], depth_forms._rows

    def note(seen, code):
        found = rows(seen, code)
        read.append([row[0] for row in found])
        return found

    monkeypatch.setattr(depth_forms, "_rows", note)
    program = cases[0].program

    def told() -> Rated:
        return depth_forms.rated_forms(
            actor=SYSTEM, cohort=Cohort((program.pk,)), instrument_code=program.instrument_code
        )

    told()
    assert [len(one) for one in read] == [5]
    read.clear()
    cases.append(family(version, ratings(0), ratings(2), closed_on=date(2024, 4, 11)))
    after = told()
    assert read == [[cases[2].pk, cases[-1].pk]]
    monkeypatch.setattr(depth_forms, "_KEPT", Kept(50))
    anew = told()
    assert len(read[-1]) == 6 and list(after.case_ids) == [one.pk for one in cases]
    for name in ("case_ids", "entry", "exit", "paired"):
        assert (getattr(after, name) == getattr(anew, name)).all()


def test_waiting_is_counted_from_opening_and_from_the_first_form(version) -> None:
    quick = world.case(opened_on=date(2024, 1, 1), closed_on=date(2024, 1, 31))
    slow = world.case(opened_on=date(2024, 1, 1), closed_on=date(2024, 4, 10))
    world.case(opened_on=date(2024, 1, 1), closed_on=None)
    world.form(quick, "entry", ratings(0, 1), in_version=version, on=date(2024, 1, 1))
    world.form(quick, "review", ratings(0, 1), in_version=version, on=date(2024, 1, 11))
    world.form(quick, "exit", ratings(0), in_version=version, on=date(2024, 1, 21))
    world.form(slow, "entry", ratings(0), in_version=version, on=date(2024, 1, 1))
    refresh_facts(case_ids=list(type(quick).objects.values_list("pk", flat=True)))
    found = times(actor=SYSTEM, cohort=EVER, program=world.program(), on=date(2024, 5, 1))
    assert found.closing is not None and found.improvement is not None
    assert (found.closing.n, found.closing.events, found.closing.median) == (3, 2, 100)
    assert (found.improvement.n, found.improvement.median, found.once) == (1, 20, 1)
    later = Cohort(closed_from=date(2024, 2, 1))
    assert times(actor=SYSTEM, cohort=later, program=world.program(), on=date(2024, 5, 1)).closing is None


def test_the_plan_reads_kept_figures_in_one_question_and_none_of_few_families(
    version, django_assert_num_queries
) -> None:
    publish_chain()
    cases = [family(version, ratings(0, 1), ratings(1)) for _number in range(5)]
    for case in cases:
        give(case)
    give(cases[0], "v4")  # given to one family alone: nothing is said of it
    for _number in range(5):
        family(version, ratings(0), ratings(0))
    keep_item_help(on=LEFT)
    program_id = world.program().pk
    with django_assert_num_queries(1):
        found = help_seen(actor=SYSTEM, program_id=program_id, items=["1.1", "1.2"])
    (one,) = found["1.1"]
    assert (one.solved, one.given, one.counted_on) == (5, 5, LEFT)
    assert "1.2" not in found  # solved in nobody: no suggestion
    with override("ru"):
        # Ten families are few for such a difference to be chance: 5 of 5 against 0 of 5.
        told = help_said(one)
        assert "получили 5 семей, решилось у 5 (95 % интервал от 47,8 до 100\u00a0%); без неё — у 0 из 5" in told
        assert told.endswith("чаще решалось там, где давали")
    assert help_seen(actor=SYSTEM, program_id=program_id + 1, items=["1.1"]) == {}
    keep_item_help(on=LEFT)  # anew, not twice
    assert len(help_seen(actor=SYSTEM, program_id=program_id, items=["1.1"])["1.1"]) == 1

"""Destruction after a withdrawal: names and words go for good, figures stay, an act tells what was done."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from opora.access.rules import SYSTEM, Role
from opora.cases import actions as cases
from opora.cases.tests.factories import household, worker
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.councils import actions as councils
from opora.councils.models import Conference, Vote
from opora.families import actions as families
from opora.families.models import Person, PersonKey, SearchIndex
from opora.families.rules import Identity
from opora.families.told_words import told_everywhere
from opora.intake import actions as intake
from opora.intake.models import RiskForm, Visit
from opora.papers import actions, queries
from opora.papers.actions import contents
from opora.papers.models import DestructionAct, DestructionTimer, Disclosure, LetterTemplate, StoredFile
from opora.papers.queries import template_bytes
from opora.papers.rules import extend_to_at_most
from opora.papers.tests.factories import PDF, colleague, path_of_family
from opora.process import actions as process
from opora.process.models import Route, RouteStep
from opora.process.tests.factories import BEGAN

pytestmark = pytest.mark.django_db
WORDS = "Печь дымит, обещали переложить"
LATER = BEGAN + timedelta(days=5)


def told() -> tuple[Route, Person, Person]:
    """A path on which everything was told that can be told, and whose first consent was withdrawn."""
    route, home = path_of_family()
    actor = colleague()
    Person.objects.filter(pk=home.client.pk).update(identity=None)
    families.seal_identities(actor=SYSTEM, identities={home.client.pk: Identity(surname="Ветрова", given="Анна")})
    at = {"actor": actor, "route_id": route.pk, "on": BEGAN}
    consent = actions.record_consent(**at, person_id=home.client.pk, purpose="processing", scope=WORDS)
    actions.add_file(**at, kind="plan", name=f"{WORDS}.pdf", data=PDF)
    intake.record_contact(**at, kind="phone", party="mother", result="reached", topic="housing", notes=WORDS)
    intake.give_aid(**at, items={"food": Decimal(1)}, remark=WORDS)
    intake.record_source(**at, kind="school", basis="consent", who=WORDS, text=WORDS)
    intake.fill_risk_form(**at, risks={"violence": "low"}, resources={}, needs=WORDS)
    intake.write_report(**at, sections={"situation": WORDS, "recommendation": WORDS})
    visit = intake.plan_visit(actor=actor, route_id=route.pk, visitor_ids=[actor.own_id], on=BEGAN)
    intake.report_visit(actor=actor, visit_id=visit.pk, safety="safe", told={"home": WORDS}, children=[], on=BEGAN)
    ballot = councils.open_ballot(
        actor=actor,
        route_id=route.pk,
        kind="other",
        question=WORDS,
        member_ids=[actor.own_id],
        chair_id=actor.own_id,
        closes_on=BEGAN,
        on=BEGAN,
    )
    councils.vote(actor=actor, ballot_id=ballot.pk, choice="yes", reason=WORDS, on=BEGAN)
    councils.close_ballot(actor=actor, ballot_id=ballot.pk, on=BEGAN)
    councils.hold_conference(**at, participant_ids=[actor.own_id], decision="return", remarks=WORDS, guests=WORDS)
    actions.withdraw_consent(actor=actor, consent_id=consent.pk, on=BEGAN)
    return route, home.client, home.children[0]


def end(route: Route) -> None:
    """The work is over: the family left the path."""
    Route.objects.filter(pk=route.pk).update(ended_on=LATER)


def everything() -> bytes:
    """Every byte of every table, as whoever took the database away would have it; the journal too."""
    found = b""
    with connection.cursor() as cursor:
        for model in apps.get_models():
            if model.__module__.startswith("opora."):
                cursor.execute(f'SELECT t::text FROM "{model._meta.db_table}" t')
                found += "\n".join(row[0] for row in cursor.fetchall()).encode()
    return found


@pytest.mark.parametrize("one", told_everywhere(), ids=lambda one: one.key)
def test_a_field_on_the_list_exists_and_is_found(one) -> None:
    assert one.table._meta.get_field(one.field)
    assert str(one.words)
    list(one.table._base_manager.filter(**{f"{way}__in": [0] for way in (one.route, one.case) if way}))


class TestDestroying:
    def test_names_words_and_files_go_and_figures_stay(self, django_capture_on_commit_callbacks) -> None:
        route, mother, _child = told()
        end(route)
        place = StoredFile.objects.get().place
        assert contents.read(place)
        with django_capture_on_commit_callbacks(execute=True):
            act = actions.destroy_data(actor=worker(Role.HEAD), route_id=route.pk, reason="Письмо от матери", on=LATER)
        assert not PersonKey.objects.filter(person=mother).exists()
        assert not SearchIndex.objects.filter(person=mother).exists()
        assert Person.objects.get(pk=mother.pk).identity is None
        with pytest.raises(FileNotFoundError):
            contents.read(place)
        assert act.number == "1/2026" and act.files == 1
        assert [one["code"] for one in act.people] == [mother.code] and act.people[0]["consents"]
        assert act.contents["intake.Visit.report"] == 1 and act.contents["councils.Vote.reason"] == 1
        assert DestructionTimer.objects.get().state == "done"
        # What was counted is as it was.
        assert Visit.objects.get().safety == "safe" and RiskForm.objects.get().level == "low"
        assert Vote.objects.get().choice == "yes" and Conference.objects.get().decision == "return"
        assert RouteStep.objects.filter(route=route).exists()

    def test_pages_of_what_was_emptied_still_open(self) -> None:
        route, _mother, _child = told()
        end(route)
        head = worker(Role.HEAD)
        actions.destroy_data(actor=head, route_id=route.pk, reason="Отзыв", on=LATER)
        assert intake.read_visit(actor=head, visit_id=Visit.objects.get().pk)[2] == {}
        assert queries.consents_of(route).get().scope is None
        with pytest.raises(NotFound):
            actions.open_file(actor=head, file_id=StoredFile.objects.get().pk)

    def test_nothing_readable_is_left_in_the_database(self) -> None:
        route, _mother, _child = told()
        end(route)
        before = everything()
        actions.destroy_data(actor=worker(Role.HEAD), route_id=route.pk, reason="Отзыв", on=LATER)
        after = everything()
        assert WORDS.encode() not in before + after
        # And what was sealed is gone, not only closed: the envelopes are no longer there.
        for one in told_everywhere():
            if one.purpose and one.route:
                for value in one.table._base_manager.values_list(one.field, flat=True):
                    assert value is None or len(bytes(value)) < 60, one.key

    def test_only_the_head_destroys_and_only_after_the_end_of_the_work(self) -> None:
        route, _mother, child = told()
        head = worker(Role.HEAD)
        asked = {"route_id": route.pk, "reason": "Отзыв", "on": LATER}
        with pytest.raises(Refused):
            actions.destroy_data(actor=head, **asked)
        end(route)
        with pytest.raises(Refused):
            actions.destroy_data(actor=colleague(), **asked)
        with pytest.raises(Invalid):
            actions.destroy_data(actor=head, **{**asked, "reason": " "})
        stranger = household().client
        with pytest.raises(Invalid):
            actions.destroy_data(actor=head, **asked, person_ids=[stranger.pk])
        act = actions.destroy_data(actor=head, **asked, person_ids=[child.pk])
        assert len(act.people) == 2
        with pytest.raises(Conflict):
            actions.destroy_data(actor=head, **asked)

    def test_an_open_case_of_the_family_holds_it_up(self) -> None:
        route, mother, child = told()
        end(route)
        cases.open_case(
            actor=SYSTEM,
            program_id=route.program_id,
            department_id=route.department_id,
            family_id=route.family_id or 0,
            client_id=mother.pk,
            child_ids=[child.pk],
            on=LATER,
        )
        found = queries.destruction_of(actor=worker(Role.HEAD), route_id=route.pk)
        assert found.open_cases and not found.may_begin

    def test_after_it_nothing_is_recorded_on_the_path_any_more(self) -> None:
        route, mother, _child = told()
        end(route)
        actions.destroy_data(actor=worker(Role.HEAD), route_id=route.pk, reason="Отзыв", on=LATER)
        with pytest.raises(Refused, match="1/2026"):
            actions.record_consent(
                actor=colleague(), route_id=route.pk, person_id=mother.pk, purpose="processing", on=LATER
            )

    def test_the_journal_about_the_family_is_exported_with_the_act(self) -> None:
        route, _mother, _child = told()
        other, _home = path_of_family()
        process.record_facts(actor=SYSTEM, route_id=other.pk, facts={}, on=BEGAN)
        end(route)
        act = actions.destroy_data(actor=worker(Role.HEAD), route_id=route.pk, reason="Отзыв", on=LATER)
        lines = list(queries.journal_of(act))
        verbs = [line.verb for line in lines]
        assert {"papers.consent_withdrawn", "papers.destroyed", "families.identity_destroyed"} <= set(verbs)
        assert "intake.contact_recorded" in verbs
        assert not [line for line in lines if line.data.get("route") == other.pk]


class TestTheDatabaseItself:
    def test_final_records_keep_their_words_but_for_a_destruction(self) -> None:
        told()
        for change in (
            lambda: Vote.objects.update(reason=None),
            lambda: Conference.objects.update(remarks=None),
            lambda: RouteStep.objects.update(reason="x"),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                change()

    def test_even_a_destruction_changes_nothing_but_words(self) -> None:
        told()
        with pytest.raises(DatabaseError), transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('opora.destroying', 'on', true)")
            Vote.objects.update(choice="no")

    def test_the_log_of_disclosures_templates_and_acts_are_final(self) -> None:
        route, _mother, _child = told()
        end(route)
        actions.send_notice(
            actor=colleague(),
            route_id=route.pk,
            addressee="police",
            recipient="Отдел полиции",
            text="Ребёнок один",
            sent_at=f"{LATER}T10:00:00+03:00",
            on=LATER,
        )
        head = worker(Role.HEAD)
        actions.add_template(actor=head, kind="support", data=template_bytes("support", None))
        actions.destroy_data(actor=head, route_id=route.pk, reason="Отзыв", on=LATER)
        for model, change in (
            (Disclosure, {"what": "other"}),
            (LetterTemplate, {"number": 9}),
            (DestructionAct, {"files": 9}),
            (DestructionTimer, {"state": "waiting"}),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                model.objects.update(**change)
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f'DELETE FROM "{model._meta.db_table}"')


class TestLongerTerm:
    def test_a_term_is_extended_on_a_ground_to_six_months_at_most(self) -> None:
        told()
        term = DestructionTimer.objects.get()
        head = worker(Role.HEAD)
        asked = {"actor": head, "term_id": term.pk, "ground": "contract", "reason": "Договор действует", "on": BEGAN}
        last = extend_to_at_most(BEGAN)
        for until in (term.due_on, last + timedelta(days=1)):
            with pytest.raises(Invalid):
                actions.extend_term(**asked, until=until)
        with pytest.raises(Refused):
            actions.extend_term(**{**asked, "actor": colleague()}, until=last)
        actions.extend_term(**asked, until=last)
        term.refresh_from_db()
        assert term.due_on == last
        assert actions.reasons_of(term)[0][1] == "Договор действует"

    @pytest.mark.parametrize(
        ("day", "last"), [(date(2026, 8, 31), date(2027, 2, 28)), (date(2026, 1, 15), date(2026, 7, 15))]
    )
    def test_six_months_are_counted_by_the_calendar(self, day: date, last: date) -> None:
        assert extend_to_at_most(day) == last


def test_renewing_the_keys_leaves_everything_readable_and_old_copies_closed(
    django_capture_on_commit_callbacks, settings, tmp_path
) -> None:
    # Keys of its own: those of the other tests must not change under them.
    settings.OPORA_HOME = tmp_path
    _route, _mother, _child = told()
    head = worker(Role.HEAD)
    before = bytes(Visit.objects.get().report or b"")
    with django_capture_on_commit_callbacks(execute=True):
        families.renew_keys(actor=head)
    assert intake.read_visit(actor=head, visit_id=Visit.objects.get().pk)[2]["home"] == WORDS
    assert actions.open_file(actor=head, file_id=StoredFile.objects.get().pk).content == PDF
    assert bytes(Visit.objects.get().report or b"") != before
    from opora.families.sealing import unseal

    with pytest.raises(Refused):
        unseal(before, "intake.visit")

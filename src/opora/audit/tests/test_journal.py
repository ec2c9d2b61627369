"""The journal keeps every line, and notices any line that was touched."""

from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction

from opora.access.rules import Actor
from opora.audit import actions, queries, rules
from opora.audit.models import JournalEntry, JournalSeal
from opora.audit.sentences import check_sentences, sentence

pytestmark = pytest.mark.django_db
WORKER = Actor(user_id=7, name="Елена Соколова")


def write(count: int = 3) -> None:
    for number in range(count):
        actions.record(actor=WORKER, verb="audit.verified", case_id=number, sealed=number)


def tamper(sql: str) -> None:
    """What somebody with full power over the database could do: switch the guard off, then change a line."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_journalentry DISABLE TRIGGER USER")
        cursor.execute("ALTER TABLE audit_journalseal DISABLE TRIGGER USER")
        cursor.execute(sql)
        cursor.execute("ALTER TABLE audit_journalentry ENABLE TRIGGER USER")
        cursor.execute("ALTER TABLE audit_journalseal ENABLE TRIGGER USER")


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE audit_journalentry SET actor_name = 'Другой'",
        "DELETE FROM audit_journalentry",
        "TRUNCATE audit_journalentry",
        "UPDATE audit_journalseal SET last_entry_id = 0",
        "DELETE FROM audit_journalseal",
    ],
)
def test_database_refuses_to_change_a_line(sql: str) -> None:
    write()
    actions.seal_journal()
    with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_whole_journal_is_in_order() -> None:
    write(5)
    assert actions.seal_journal() >= 5
    write(2)
    check = queries.verify()
    assert check.is_whole
    assert check.unsealed == 2
    assert actions.seal_journal() == 2
    assert queries.verify().unsealed == 0
    assert queries.is_in_chain(check.head)


@pytest.mark.parametrize(
    "change",
    [
        "actor_name = 'Другой'",
        "actor_id = 8",
        "case_id = 99",
        "verb = 'access.signed_in'",
        "at = at + interval '1 second'",
        "data = '{\"sealed\": 1000}'",
    ],
)
def test_altered_line_is_named(change: str) -> None:
    write(5)
    actions.seal_journal()
    victim = JournalEntry.objects.order_by("-id")[2].id
    tamper(f"UPDATE audit_journalentry SET {change} WHERE id = {victim}")
    check = queries.verify()
    assert check.altered == (victim,)
    assert not check.is_whole
    assert any(str(victim) in line for line in check_sentences(check))


def test_who_found_the_journal_touched_is_noted() -> None:
    write(3)
    actions.seal_journal()
    victim = JournalEntry.objects.order_by("-id")[0].id
    tamper(f"UPDATE audit_journalentry SET case_id = 99 WHERE id = {victim}")
    assert not actions.check_journal(actor=WORKER).is_whole
    noted = JournalEntry.objects.latest("id")
    assert (noted.verb, noted.actor_id, noted.data["entries"]) == ("audit.found_touched", 7, [victim])


def test_missing_line_is_named() -> None:
    write(5)
    actions.seal_journal()
    victim = JournalEntry.objects.order_by("-id")[1].id
    tamper(f"DELETE FROM audit_journalentry WHERE id = {victim}")
    assert queries.verify().missing == (victim,)


def test_line_slipped_in_is_named() -> None:
    write(3)
    gap = JournalEntry.objects.order_by("-id")[0].id
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence('audit_journalentry', 'id'))")
    write(1)
    actions.seal_journal()
    tamper(
        "INSERT INTO audit_journalentry (id, at, actor_id, actor_name, verb, data) "
        f"VALUES ({gap + 1}, now(), 7, 'x', 'audit.verified', '{{}}')"
    )
    assert queries.verify().added == (gap + 1,)


@pytest.mark.parametrize("number", [0, -5])
def test_line_slipped_in_before_the_first_is_named_too(number: int) -> None:
    write(2)
    actions.seal_journal()
    tamper(
        "INSERT INTO audit_journalentry (id, at, actor_id, actor_name, verb, data) "
        f"VALUES ({number}, now(), 7, 'x', 'audit.verified', '{{}}')"
    )
    write(1)
    actions.seal_journal()
    assert queries.verify().added == (number,)


def test_seals_much_younger_than_their_lines_are_told_and_prove_nothing() -> None:
    write(2)
    tamper("UPDATE audit_journalentry SET at = at - interval '25 hours'")
    actions.seal_journal()
    found = queries.verify()
    assert found.late_seals == (JournalSeal.objects.latest("id").id,)
    assert found.is_whole
    assert any(str(found.late_seals[0]) in line for line in check_sentences(found))


def test_a_noted_head_that_is_gone_is_told_until_somebody_accepts_the_present_end(
    settings, tmp_path, django_capture_on_commit_callbacks
) -> None:
    settings.JOURNAL_HEAD = tmp_path / "journal-head"
    write(2)
    with django_capture_on_commit_callbacks(execute=True):
        actions.seal_journal()
    assert queries.verify().is_whole
    settings.JOURNAL_HEAD.unlink()
    write(1)
    with django_capture_on_commit_callbacks(execute=True):
        actions.seal_journal()
    found = queries.verify()
    assert not found.is_whole
    assert any("journal accept" in line for line in check_sentences(found))
    with django_capture_on_commit_callbacks(execute=True):
        head = actions.accept_head(actor=WORKER)
    assert settings.JOURNAL_HEAD.read_text().strip() == head
    assert JournalEntry.objects.latest("id").verb == "audit.head_accepted"
    assert queries.verify().is_whole


def test_rewritten_seal_needs_the_installation_key() -> None:
    write(3)
    actions.seal_journal()
    seal = JournalSeal.objects.order_by("-id")[0]
    forged = rules.seal(b"guess", bytes(seal.previous), seal.entry_ids, bytes(seal.entry_marks))
    tamper(f"UPDATE audit_journalseal SET digest = '\\x{forged.hex()}' WHERE id = {seal.id}")
    assert seal.id in queries.verify().broken_seals


def test_cut_off_end_is_noticed_by_the_noted_head() -> None:
    write(2)
    actions.seal_journal()
    write(2)
    actions.seal_journal()
    head = queries.verify().head
    last = JournalSeal.objects.order_by("-id")[0]
    tamper(f"DELETE FROM audit_journalseal WHERE id = {last.id}")
    tamper(f"DELETE FROM audit_journalentry WHERE id = ANY(ARRAY{list(last.entry_ids)}::bigint[])")
    assert queries.verify().is_whole
    assert not queries.is_in_chain(head)


def test_cut_off_end_is_noticed_by_the_head_noted_outside(
    settings, tmp_path, django_capture_on_commit_callbacks
) -> None:
    settings.JOURNAL_HEAD = tmp_path / "journal-head"
    for _batch in range(2):
        write(2)
        with django_capture_on_commit_callbacks(execute=True):
            actions.seal_journal()
    assert queries.verify().is_whole
    last = JournalSeal.objects.order_by("-id")[0]
    tamper(f"DELETE FROM audit_journalseal WHERE id = {last.id}")
    tamper(f"DELETE FROM audit_journalentry WHERE id = ANY(ARRAY{list(last.entry_ids)}::bigint[])")
    for _time in range(2):
        assert not queries.verify().is_whole
        assert any("journal-head" in line for line in check_sentences(queries.verify()))
        # The life of the journal goes on; the proof stays.
        write(1)
        with django_capture_on_commit_callbacks(execute=True):
            actions.seal_journal()


def test_entry_goes_with_its_transaction() -> None:
    before = JournalEntry.objects.count()
    with pytest.raises(RuntimeError), transaction.atomic():
        write(1)
        raise RuntimeError
    assert JournalEntry.objects.count() == before


def test_undeclared_verb_is_refused() -> None:
    with pytest.raises(KeyError):
        actions.record(actor=WORKER, verb="cases.something_odd")


def test_sentence_shows_days_and_survives_missing_data() -> None:
    assert "2021" not in sentence("audit.verified", {})
    assert "18.09.2022" in sentence("audit.verified", {"sealed": "2022-09-18"})


def test_openings_are_counted_by_person() -> None:
    for _time in range(3):
        actions.record(actor=WORKER, verb="cases.file_opened", case_id=501, number="17/2021лд")
    viewers = queries.who_saw(actor=WORKER, case_ids=[501])
    assert [(viewer.actor_id, viewer.times) for viewer in viewers] == [(7, 3)]
    assert queries.history_of_case(actor=WORKER, case_id=501) == []


def test_lines_of_one_piece_of_work_are_written_together_in_their_order(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1), actions.in_one_go():
        write(2)
        actions.record(actor=Actor(user_id=8, name="Мария Орлова"), verb="audit.verified", sealed=9)

    lines = list(JournalEntry.objects.order_by("pk").values_list("actor_name", "case_id", "data"))
    assert lines == [
        ("Елена Соколова", 0, {"sealed": 0}),
        ("Елена Соколова", 1, {"sealed": 1}),
        ("Мария Орлова", None, {"sealed": 9}),
    ]


def test_of_work_that_fails_no_line_is_written() -> None:
    with pytest.raises(KeyError), transaction.atomic(), actions.in_one_go():
        write(2)
        raise KeyError

    write(1)
    assert JournalEntry.objects.count() == 1

"""``./opora journal``: who accepts the present end of the journal stands in it."""

import argparse

import pytest

from opora.access.rules import SYSTEM
from opora.audit import actions
from opora.audit.models import JournalEntry
from opora.cli import journal

pytestmark = pytest.mark.django_db


def asked(*words: str) -> int:
    parser = argparse.ArgumentParser()
    journal.add_parser(parser.add_subparsers())
    return journal.run(parser.parse_args(["journal", *words]))


def test_the_present_end_is_accepted_and_the_journal_says_so(
    settings, tmp_path, capsys, django_capture_on_commit_callbacks
) -> None:
    settings.JOURNAL_HEAD = tmp_path / "journal-head"
    actions.record(actor=SYSTEM, verb="families.created")
    with django_capture_on_commit_callbacks(execute=True):
        assert asked("accept") == 0
    head = settings.JOURNAL_HEAD.read_text().strip()
    assert head in capsys.readouterr().out
    assert JournalEntry.objects.latest("id").verb == "audit.head_accepted"
    assert asked("verify", "--expect", head) == 0

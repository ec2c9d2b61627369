"""Codes entered at the same moment: nobody gets another's, nobody waits for ever."""

import threading

from django.db import connections, transaction

from opora.families.actions import _codes
from opora.families.models import CodeCounter, Person


def test_codes_entered_at_the_same_moment_differ(django_db_setup, django_db_blocker):
    """Six people enter families whose letters come in opposite order, five families each, really at once."""
    codes, wrong = [], []
    start = threading.Barrier(6)

    def enter(letters: str) -> None:
        try:
            start.wait(10)
            for _ in range(5):
                with transaction.atomic():
                    for letter in letters:
                        code = _codes.issue(letter)
                        Person.objects.create(code_letter=code.letter, code_number=code.number)
                        codes.append(str(code))
        except Exception as error:
            wrong.append(error)
        finally:
            connections.close_all()

    with django_db_blocker.unblock():
        threads = [threading.Thread(target=enter, args=("ЩЭ" if n % 2 else "ЭЩ",)) for n in range(6)]
        try:
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join(60)
        finally:
            Person.objects.filter(code_letter__in="ЩЭ").delete()
            CodeCounter.objects.filter(letter__in="ЩЭ").delete()
            connections.close_all()
    assert not wrong
    assert sorted(codes) == sorted(f"{letter}{number}" for letter in "ЩЭ" for number in range(1, 31))

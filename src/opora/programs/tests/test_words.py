"""One word for one role in one program (X-08)."""

from django.utils.translation import override

from opora.access.rules import Role
from opora.programs.models import Program
from opora.programs.role_words import role_word


def test_a_program_says_its_own_word_and_where_it_has_none_the_common_one() -> None:
    with override("ru"):
        assert role_word(Program(labels={"case_manager": "куратор"}), Role.CASE_MANAGER) == "куратор"
        assert str(role_word(Program(labels={"case_manager": "куратор"}), Role.SPECIALIST)) == "Специалист"
        assert str(role_word(Program(labels={}), Role.CASE_MANAGER)) == "Кейс-менеджер"
        assert str(role_word(None, Role.CASE_MANAGER)) == "Кейс-менеджер"

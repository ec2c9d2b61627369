"""One question asked at many doors within one test: for most of them a test of its own costs more than the question."""

from collections.abc import Callable, Iterable
from typing import Any

from opora.common.tests.each import each

Question = Callable[[Any, str], None]


def at_each(names: Iterable[str]) -> Callable[[Question], Callable[[Any], None]]:
    """Let a test of the world and the name of a door be one of all these doors; it tells every door that fails."""
    doors = sorted(names)

    def turn(question: Question) -> Callable[[Any], None]:
        def at_all(world: Any) -> None:
            wrong = []
            with world.many_doors():
                for name in each(doors):
                    try:
                        with world.undone():
                            question(world, name)
                    except Exception as failed:
                        failed.add_note(f"at the door {name}")
                        wrong.append(failed)
            if wrong:
                told = ", ".join(failed.__notes__[-1].removeprefix("at the door ") for failed in wrong)
                raise ExceptionGroup(told, wrong)

        at_all.__name__, at_all.__doc__, at_all.__module__ = question.__name__, question.__doc__, question.__module__
        return at_all

    return turn

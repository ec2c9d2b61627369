"""Where the sources lie, for the tests that read them."""

import ast
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

import opora

PACKAGE = Path(opora.__file__).resolve().parent
ROOT = next(folder for folder in PACKAGE.parents if (folder / "requirements.txt").exists())

LEFT_OUT = {
    ".git", ".venv", ".opora-test", "__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis",
    ".import_linter_cache", "node_modules", "test-results",
}  # fmt: skip


def modules(*, tests: bool = False, migrations: bool = False) -> list[Path]:
    """The Python files of the product."""
    left_out = {name for name, kept in (("tests", tests), ("migrations", migrations)) if not kept}
    return [path for path in sorted(PACKAGE.rglob("*.py")) if not left_out & set(path.relative_to(PACKAGE).parts)]


def templates() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.html") if "templates" in path.parts)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def shown(path: Path) -> str:
    """The path as people write it: from the package down."""
    return path.relative_to(PACKAGE.parent).as_posix() if path.is_relative_to(PACKAGE) else path.name


def everything() -> Iterator[Path]:
    """Every text file of the checkout, whatever its kind; what is made at run time is left out."""
    folders = [ROOT]
    while folders:
        for path in sorted(folders.pop().iterdir()):
            if path.name in LEFT_OUT:
                continue
            if path.is_dir() and not path.is_symlink():
                folders.append(path)
            elif path.is_file() and path.suffix not in {".mo", ".pyc"} and b"\0" not in path.read_bytes()[:4096]:
                yield path


Thing = TypeVar("Thing")


def for_each(
    things: Iterable[Thing], told: Callable[[Thing], str] = str
) -> Callable[[Callable[[Thing], None]], Callable[[], None]]:
    """Check every one of thousands of small things in one test, and tell all that is wrong at its end.

    A test for each costs more than the looking.
    """
    all_things = list(things)

    def made(check: Callable[[Thing], None]) -> Callable[[], None]:
        def of_all() -> None:
            wrong = []
            for thing in all_things:
                try:
                    check(thing)
                except AssertionError as error:
                    wrong.append(f"{told(thing)}: {error}")
            assert all_things, "There is nothing to look at"
            assert not wrong, "\n".join(wrong)

        of_all.__doc__, of_all.__name__ = check.__doc__, check.__name__
        of_all.__module__, of_all.__qualname__ = check.__module__, check.__qualname__
        return of_all

    return made

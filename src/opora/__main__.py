"""The command line: finds the command, sets up what it needs, runs it, and puts every refusal into one line.

A command is a module in `opora/cli` with `add_parser(subparsers)` and `run(args) -> int | None`. Its constant
NEEDS says what must stand before it runs: "nothing", "words" (sentences, and no home is touched), "settings",
"database" or "practice" (the usual case: the database with the shipped practice in it). Modules are imported only
when called, so the list of commands is quick.
"""

import argparse
import ast
import contextlib
import importlib
import os
import sys
from pathlib import Path

from opora import __version__

COMMANDS = Path(__file__).resolve().parent / "cli"
PROGRAM = "./opora"


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 found something wrong, 2 could not be done."""
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        print(_overview())
        return 0
    if arguments[0] == "--version":
        print(f"Opora {__version__}")
        return 0
    name = arguments[0]
    found = _commands(only=name)
    if name not in found:
        print(f"There is no command “{name}”. Commands: {', '.join(_commands())}.", file=sys.stderr)
        return 2
    _, needs = found[name]
    try:
        return _run(name, needs, arguments)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader of our output (head, less) had enough. Python must not complain about it while leaving.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(name: str, needs: str, arguments: list[str]) -> int:
    module = importlib.import_module(f"opora.cli.{_module(name)}")
    # Read before anything stands: who asks for help, or mistyped, is answered at once.
    arguments_given = _parse(module, arguments)
    if needs == "nothing":
        return int(module.run(arguments_given) or 0)
    # Imported here, so that commands that need no database start without Django.
    from opora.common.errors import NotFound
    from opora.config import ground

    try:
        with ground.no_home() if needs == "words" else contextlib.nullcontext():
            ground.set_up_django()
        if needs in {"database", "practice"}:
            ground.prepare(practice=needs == "practice", say=_say)
        code = int(module.run(arguments_given) or 0)
        if needs in {"database", "practice"}:
            ground.seal_journal()
        return code
    except NotFound as trouble:
        print(str(trouble) or "Nothing of that name was found.", file=sys.stderr)
    except ground.TROUBLE as trouble:
        print(ground.describe(trouble), file=sys.stderr)
    return 2


def _say(sentence: str) -> None:
    """Tells a person that the first start takes a moment; a program that reads us wants only what it asked for."""
    if sys.stderr.isatty():
        print(f"{sentence} …", file=sys.stderr, flush=True)


def _parse(module: object, arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=PROGRAM)
    module.add_parser(parser.add_subparsers(dest="command", required=True))  # type: ignore[attr-defined]
    return parser.parse_args(arguments)


def _commands(*, only: str = "") -> dict[str, tuple[str, str]]:
    """Each command's name with its first sentence and its needs, read from the source without importing it.

    With ``only`` no other command than that is looked at.
    """
    found = {}
    for path in sorted(COMMANDS.glob("*.py")):
        if only and path.stem != _module(only):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
        if {"add_parser", "run"} <= functions:
            summary = (ast.get_docstring(tree) or "").split("\n", 1)[0]
            found[path.stem.replace("_", "-")] = (summary, _needs(tree))
    return found


def _needs(tree: ast.Module) -> str:
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
            if names == ["NEEDS"]:
                return str(node.value.value)
    return "practice"


def _module(name: str) -> str:
    return name.replace("-", "_")


def _overview() -> str:
    lines = [
        "Opora: case work with families, and what came of it.",
        "",
        f"  {PROGRAM} COMMAND [options]      {PROGRAM} COMMAND --help      {PROGRAM} --version",
        "",
    ]
    lines += [f"  {name:<16} {summary}" for name, (summary, _) in _commands().items()]
    lines += ["", "Data lives in OPORA_HOME; DATABASE_URL names a PostgreSQL server of your own."]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

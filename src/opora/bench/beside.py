"""Two checkouts measured in one run, in turn: A B A B. Ratios of such pairs hold on a busy machine, times do not.

Each side works in its own environment, in a new home of its own, filled by its own code with the
same invented families. What is asked of both stands in `probe.py`.
"""

import json
import os
import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from opora.common.errors import Refused

ROUNDS = 5
PROBE = Path(__file__).with_name("probe.py")
HERE = Path(__file__).resolve().parents[3]


@dataclass(frozen=True, slots=True)
class Pair:
    """One measure over all rounds: the ratios of this checkout to the other, and the queries of each."""

    name: str
    cpu: Sequence[float]
    wall: Sequence[float]
    queries: tuple[int, int]
    seconds: tuple[float, float]

    @property
    def growth(self) -> float:
        """Of the processor time."""
        return statistics.median(self.cpu)

    def line(self) -> str:
        """Medians of the ratios, with the smallest and largest ratio of processor time beside them."""
        spread = f"({min(self.cpu):.2f} to {max(self.cpu):.2f})"
        ratios = f"{self.growth:6.2f} {spread:<16} {statistics.median(self.wall):6.2f}"
        mine, theirs = (seconds * 1000 for seconds in self.seconds)
        return f"  {self.name:<24} {ratios}   {self.queries[0]:4d} {self.queries[1]:4d}   {mine:7.1f} {theirs:7.1f} ms"


class Side:
    """A running probe of one checkout."""

    def __init__(self, checkout: Path, home: Path) -> None:
        environment = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "OPORA_TEST"}}
        environment |= {"OPORA_HOME": str(home), "PYTHONPATH": str(checkout / "src")}
        self.checkout = checkout
        self.process = subprocess.Popen(
            [str(checkout / ".venv" / "bin" / "python"), "-P", str(PROBE)],
            cwd=checkout,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self._commands = cast(IO[str], self.process.stdin)
        self._answers = cast(IO[str], self.process.stdout)

    def ask(self, **asked: Any) -> dict[str, Any]:
        """What the probe answers; raises Refused with its own words when it could not."""
        self._commands.write(json.dumps(asked) + "\n")
        self._commands.flush()
        line = self._answers.readline()
        if not line:
            raise Refused(f"{self.checkout}: the measuring process ended.")
        answer: dict[str, Any] = json.loads(line)
        if "trouble" in answer:
            raise Refused(f"{self.checkout}: {answer['trouble']}")
        return answer

    def end(self) -> None:
        self._commands.close()
        try:
            self.process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def compare(other: Path, *, cases: int, only: Sequence[str], say: Callable[..., None]) -> Iterator[list[str]]:
    """Measure this checkout and another in turn; gives the lines to print.

    Raises Refused when the other folder is no checkout of Opora, cannot be set up, or answers with an error.
    """
    other = other.expanduser().resolve()
    for checkout in (HERE, other):
        _set_up(checkout, say)
    with ExitStack() as stack:
        sides = [stack.enter_context(side_of(checkout)) for checkout in (HERE, other)]
        found = []
        for side, words in zip(sides, ("this checkout", "the other"), strict=True):
            say(f"Inventing {cases} cases, {words}")
            found.append(side.ask(grow=cases)["turns"])
        names = [name for name in found[0] if name in found[1] and (not only or name in only)]
        if not names:
            raise Refused(f"Nothing of that name is measured. Measures: {', '.join(found[0])}.")
        yield [
            f"This checkout to {other.name}, {cases} cases: medians of {ROUNDS} pairs; below 1 this one needs less",
            f"  {'':<24} {'processor':<23} {'wall':>6}   {'queries':>9}   {'this and the other, per page':>20}",
        ]
        for name in names:
            say(f"Measuring in turn: {name}")
            yield [pair_of(sides, name).line()]
        peaks = [side.ask(peak=True)["peak"] for side in sides]
        yield [f"  {'peak memory':<24} {peaks[0] / peaks[1]:6.2f} {f'({peaks[0]:.0f} and {peaks[1]:.0f} MiB)'}"]


def pair_of(sides: Sequence[Side], name: str) -> Pair:
    """One measure of two sides, in turn."""
    for side in sides:
        side.ask(turn=name, number=0)
    rows = [[side.ask(turn=name, number=number) for side in sides] for number in range(1, ROUNDS + 1)]
    return Pair(
        name=name,
        cpu=[mine["cpu"] / theirs["cpu"] for mine, theirs in rows],
        wall=[mine["wall"] / theirs["wall"] for mine, theirs in rows],
        queries=(max(mine["queries"] for mine, _ in rows), max(theirs["queries"] for _, theirs in rows)),
        seconds=(
            statistics.median(mine["cpu"] for mine, _ in rows),
            statistics.median(theirs["cpu"] for _, theirs in rows),
        ),
    )


def _set_up(checkout: Path, say: Callable[..., None]) -> None:
    if not (checkout / "opora").is_file() or not (checkout / "src" / "opora" / "bench").is_dir():
        raise Refused(f"{checkout} is no checkout of Opora.")
    # One that borrows the environment of another checkout runs with what is there; its launcher would make it anew.
    if (checkout / ".venv").is_symlink():
        return
    say(f"Setting up {checkout.name}")
    done = subprocess.run([str(checkout / "opora"), "--help"], capture_output=True, text=True, check=False)
    if done.returncode:
        raise Refused(f"{checkout} cannot be set up: {done.stderr.strip().splitlines()[-1:]}")


@contextmanager
def side_of(checkout: Path) -> Iterator[Side]:
    """A probe of a checkout with a home of its own, which goes with it."""
    home = Path(tempfile.mkdtemp(prefix="opora-beside-"))
    side = Side(checkout, home)
    try:
        yield side
    finally:
        side.end()
        shutil.rmtree(home, ignore_errors=True)

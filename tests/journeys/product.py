"""The product as people have it: started by its own command in a home of its own, answering on this machine."""

import fcntl
import hashlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import opora

PATIENCE = 300
"""Seconds for the first start: a database is made, and invented families live their lives."""


@dataclass(frozen=True)
class Product:
    """A running installation: where it answers, where its things lie, what it said at the terminal."""

    address: str
    home: Path
    log: Path

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def password(self, who: str) -> str:
        """The printed password of somebody of the demonstration (``head``, ``manager.kc`` …)."""
        known: dict[str, str] = json.loads((self.home / "demo-passwords.json").read_text())
        return known[who]

    def publish(self, practice: str) -> None:
        """A practice that ships with the product comes into use here."""
        folder = Path(opora.__file__).parent / "packs" / "practices" / practice
        command = [sys.executable, "-m", "opora", "practice", "publish", str(folder)]
        done = subprocess.run(command, env=_environment(self.home), capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    def setup_link(self) -> str:
        """The one-time link by which the first visit makes the administrator."""
        found = re.search(r"http://\S+/setup/\S+", self.said())
        assert found, self.said()
        return found.group()


def take_invented(families: int, home: Path) -> None:
    """Copy a home with invented families here, owners and rights included; it is made once for a state of the product
    and a day.

    To invent them takes longer than a journey: of two workers one does it, and the other takes a copy. Meanwhile nobody
    clears it away for a later state or the next day.
    """
    place = Path(os.environ["OPORA_HOME"]) / "invented"
    place.mkdir(parents=True, exist_ok=True)
    made = place / f"{families}-{_state_of_the_product()}"
    with (place / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (made / "whole").exists():
            for older in place.glob("*-*"):
                shutil.rmtree(older)
            made.mkdir(mode=0o755)
            command = [sys.executable, "-m", "opora", "demo", "--no-serve", "--families", str(families)]
            done = subprocess.run(command, env=_environment(made), capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr
            (made / "whole").touch()
        subprocess.run(["cp", "-a", f"{made}/.", str(home)], check=True)


def _state_of_the_product() -> str:
    """A mark that changes with every line of the product, and every day: invented lives reach to the present."""
    mark = hashlib.sha256(date.today().isoformat().encode())
    root = Path(opora.__file__).parent
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root)
        if path.is_file() and not {"__pycache__", "tests"} & set(inside.parts) and path.suffix != ".mo":
            mark.update(inside.as_posix().encode() + b"\0" + path.read_bytes())
    return mark.hexdigest()[:16]


@contextmanager
def running(*command: str, families: int = 0) -> Iterator[Product]:
    """Run ``opora COMMAND`` until the block ends, then stop it as a person would and clear its home away.

    With ``families`` it begins with so many invented ones.
    """
    home = Path(tempfile.mkdtemp(prefix="opora-journeys-"))
    if families:
        take_invented(families, home)
    port = _free_port()
    product = Product(f"http://127.0.0.1:{port}", home, home / "terminal.log")
    with product.log.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "opora", *command, "--port", str(port)],
            env=_environment(home),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    try:
        _wait(product, process)
        yield product
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        shutil.rmtree(home, ignore_errors=True)


def _environment(home: Path) -> dict[str, str]:
    """What the product needs to know, and nothing that belongs to these tests."""
    kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}}
    paths = [str(Path(opora.__file__).parent.parent), os.environ.get("PYTHONPATH", "")]
    return kept | {
        "OPORA_HOME": str(home),
        "OPORA_TEST": "1",
        "PYTHONPATH": os.pathsep.join(filter(None, paths)),
        "PYTHONUNBUFFERED": "1",
    }


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(product: Product, process: subprocess.Popen[bytes]) -> None:
    """Until the first page answers. The port is taken at once, so a question may wait for its answer."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        assert process.poll() is None, f"The product ended at its start:\n{product.said()}"
        try:
            with urlopen(f"{product.address}/account/login/", timeout=2) as answer:
                assert answer.status == 200
                return
        except HTTPError as error:
            raise AssertionError(f"The first page is broken:\n{product.said()}") from error
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError(f"The product did not answer in {PATIENCE} seconds:\n{product.said()}")

"""Make .venv from the locked requirements: every package at its locked version, checked against its hash.

Run by the launcher with whatever Python 3.11+ the machine has, so it uses the standard library alone.
`--dev` adds what the tests and checks need to an environment that stands already. An environment that is a link to
another checkout's is left as it is: that checkout makes it.
"""

import argparse
import fcntl
import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"


class Trouble(Exception):
    """Something the person at the terminal can mend; the message says how."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dev", action="store_true", help="add what the tests and checks need")
    dev = parser.parse_args().dev
    if VENV.is_symlink():
        _say(f".venv is that of {VENV.resolve().parent}, made from another list of packages or not whole.")
        return 0 if PYTHON.exists() else 2
    try:
        # Two launchers at once: the second waits and then finds everything done.
        with (ROOT / ".venv.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not _stands("requirements.txt"):
                _make()
                _install("requirements.txt")
            if dev and not _stands("requirements-dev.txt"):
                _install("requirements-dev.txt")
            if dev and not _stands("requirements-alone.txt"):
                _install_alone("requirements-alone.txt")
    except PermissionError as error:
        print(f"Opora may not write to {error.filename}. Give the folder to your account.", file=sys.stderr)
        return 2
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nStopped. The next start goes on from here.", file=sys.stderr)
        return 130
    return 0


def _stands(lock: str) -> bool:
    """Whether the environment was made from just this lock: a copy of it lies inside."""
    copy = VENV / lock
    return PYTHON.exists() and copy.exists() and copy.read_bytes() == (ROOT / lock).read_bytes()


def _make() -> None:
    _say("Опора готовится к работе: нужна сеть и несколько минут, один раз.")
    _say("Opora sets itself up. This needs the network and a few minutes, once.")
    try:
        venv.create(VENV, clear=True, symlinks=True, with_pip=_has("ensurepip"))
    except subprocess.CalledProcessError as error:
        shutil.rmtree(VENV, ignore_errors=True)
        raise Trouble(f"The Python environment could not be made: {error}") from None
    if not _has("ensurepip") and not _has("pip"):
        shutil.rmtree(VENV, ignore_errors=True)
        raise Trouble(
            "This Python comes without pip. On Debian and Ubuntu:\n"
            "    apt install python3-venv\n"
            "Another Python can be named: OPORA_PYTHON=/path/to/python3 ./opora ..."
        )


def _has(module: str) -> bool:
    done = subprocess.run([sys.executable, "-c", f"import {module}"], capture_output=True, check=False)
    return done.returncode == 0


def _install_alone(lock: str) -> None:
    """What asks for other versions than ours, though ours do, comes without what it asks for; tests do without it."""
    try:
        _install(lock, "--no-deps")
    except Trouble as trouble:
        _say(f"{trouble}\nТесты, которым это нужно, пропускаются. / The tests that need it are skipped.")


def _install(lock: str, *options: str) -> None:
    total = len(re.findall(r"^[\w.\[\]-]+==", (ROOT / lock).read_text(), flags=re.MULTILINE))
    pip = [str(PYTHON), "-m", "pip"]
    if not (VENV / "bin" / "pip").exists():
        pip = [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    command = [
        *pip, "install", "--require-hashes", "--only-binary", ":all:", "--no-input",
        "--disable-pip-version-check", "--progress-bar", "off", *options,
        "--requirement", str(ROOT / lock),
    ]  # fmt: skip
    log = VENV / "setup.log"
    environment = os.environ | {"PIP_ROOT_USER_ACTION": "ignore", "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    seen, lines = 0, []
    with log.open("w", encoding="utf-8") as file:
        for line in process.stdout or ():
            file.write(line)
            lines.append(line.rstrip())
            if line.startswith(("Collecting ", "Processing ")):
                seen += 1
                _show(f"  загружаю / fetching {seen} / {total}: {_name(line)}")
            elif line.startswith("Installing collected packages"):
                _show(f"  устанавливаю / installing: {seen}")
    code = process.wait()
    _show("")
    if code != 0:
        raise Trouble(_why(lines, log))
    shutil.copyfile(ROOT / lock, VENV / lock)
    _say(f"  установлено / installed: {seen}")


def _name(line: str) -> str:
    """The package that pip speaks of, whether it fetches it or finds it as a file."""
    return re.split(r"[=<>-]\d|[=<>]", line.split()[1].rsplit("/", 1)[-1])[0]


def _why(lines: list[str], log: Path) -> str:
    telling = [line for line in lines if line.startswith("ERROR")] or lines[-3:]
    text = "\n".join(telling)
    if "THESE PACKAGES DO NOT MATCH THE HASHES" in text or "HASHES" in text:
        advice = (
            "Пакет не тот, что записан в списке: не продолжайте, проверьте, откуда берутся пакеты.\n"
            "A package is not the one that was locked. Do not go on; look at where packages come from."
        )
    elif "No matching distribution" in text or "Could not find a version" in text:
        advice = (
            "Пакет не загрузился. Есть ли сеть? Нужны Linux или macOS и Python 3.11–3.14.\n"
            "A package could not be fetched, or there is none for this system. Is the network there? "
            "Opora needs Linux or macOS and Python 3.11 to 3.14."
        )
    elif "No space left" in text:
        advice = "Диск полон, нужно около 700 МБ. / The disk is full: Opora needs about 700 MB."
    else:
        advice = (
            "Устраните причину и запустите ещё раз: загруженное сохранится.\n"
            "Mend the cause and start again; what was fetched is kept."
        )
    return f"Не получилось. / Opora could not set itself up.\n{text}\n{advice}\nThe whole log: {log.relative_to(ROOT)}"


def _show(text: str) -> None:
    """A line that the next one replaces on a terminal; in a log every tenth is enough."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)
    elif text and (re.search(r" \d*0 / ", text) or "installing" in text):
        _say(text)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())

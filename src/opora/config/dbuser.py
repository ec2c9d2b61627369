"""Which account of the operating system runs the private PostgreSQL: PostgreSQL refuses to run as root."""

import os
import pwd
import shutil
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from opora.common.errors import OporaError
from opora.config.terminal import words as _

OWN_NAME = "opora-db"
FALLBACK = "nobody"


class NoAccountError(OporaError):
    """No account fits; the message says what to do."""


@dataclass(frozen=True)
class Account:
    """An account of the operating system, as far as running a server needs to know it."""

    name: str
    uid: int
    gid: int

    @property
    def is_other(self) -> bool:
        """Whether somebody else than this process: then files must be handed over to it."""
        return self.uid != os.geteuid()

    def own(self, path: Path) -> None:
        if self.is_other:
            os.chown(path, self.uid, self.gid)

    def switch(self) -> dict[str, Any]:
        """The arguments that make a child process run under this account."""
        if not self.is_other:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def current() -> Account:
    """The account of this process. Raises NoAccountError when the system has no name for its number."""
    try:
        return _account(pwd.getpwuid(os.geteuid()))
    except KeyError:
        raise NoAccountError(
            _(
                "The account number %(number)s has no name on this machine, and PostgreSQL needs one. "
                "Add it to /etc/passwd, or name a server with DATABASE_URL.",
                number=os.geteuid(),
            )
        ) from None


def choose(data: Path) -> Account:
    """The account that runs the server over `data`: ours; for root, the data's owner or one made for it."""
    if os.geteuid() != 0:
        return current()
    if data.exists() and data.stat().st_uid != 0:
        try:
            return _account(pwd.getpwuid(data.stat().st_uid))
        except KeyError:
            raise NoAccountError(
                _(
                    "%(folder)s belongs to account number %(number)s, unknown on this machine. "
                    "Give the folder to an existing account with chown.",
                    folder=data,
                    number=data.stat().st_uid,
                )
            ) from None
    return _own_account()


def first_shut_folder(path: Path, account: Account) -> Path | None:
    """The topmost folder on the way to `path`, itself included, that the account may not pass through."""
    for folder in [*reversed(path.resolve().parents), path.resolve()]:
        found = folder.stat()
        if found.st_uid == account.uid:
            allowed = found.st_mode & stat.S_IXUSR
        elif found.st_gid == account.gid:
            allowed = found.st_mode & stat.S_IXGRP
        else:
            allowed = found.st_mode & stat.S_IXOTH
        if not allowed:
            return folder
    return None


def _own_account() -> Account:
    for attempt in range(2):
        try:
            return _account(pwd.getpwnam(OWN_NAME))
        except KeyError:
            if attempt == 0:
                _create()
    try:
        return _account(pwd.getpwnam(FALLBACK))
    except KeyError:
        raise NoAccountError(
            _(
                "PostgreSQL does not run as root, and neither %(own)s nor %(other)s exists here. "
                "Start Opora from an ordinary account, or name a server with DATABASE_URL.",
                own=OWN_NAME,
                other=FALLBACK,
            )
        ) from None


def _create() -> None:
    program = shutil.which("useradd") or shutil.which("useradd", path="/usr/sbin:/sbin")
    if program is None:
        return
    # Two first starts at once may both come here: the second one's failure is harmless, the account exists.
    subprocess.run(
        [program, "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent", "--shell",
         shutil.which("nologin", path="/usr/sbin:/sbin") or "/bin/false", OWN_NAME],
        check=False, capture_output=True,
    )  # fmt: skip


def _account(entry: pwd.struct_passwd) -> Account:
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)

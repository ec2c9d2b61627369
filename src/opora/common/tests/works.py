"""What the tests have done apart: the other process finds these functions by their module."""

import os
import signal
import sys
import time

from django.utils.translation import gettext_lazy as _

from opora.common.errors import Refused


def words(*, said: str) -> tuple[int, str, str, str]:
    """Which process this is, what it was told, a word in its language, and its arguments as others see them."""
    return os.getpid(), said, str(_("case")), " ".join(sys.orig_argv)


def refuse() -> None:
    raise Refused("Мест больше нет.")


def stumble() -> None:
    raise ValueError("a slip")


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def wait() -> None:
    time.sleep(60)

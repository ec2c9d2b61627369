"""What several commands are asked for: a day, a period, a program. A word that is none is refused in a sentence."""

from datetime import date
from typing import TYPE_CHECKING

from opora.config.terminal import words as _

if TYPE_CHECKING:
    from opora.programs.models import Program


def day(text: str | None, option: str) -> date | None:
    """The day that was typed after an option, if one was. Raises Refused for what is no day."""
    from opora.common.dates import parse_day
    from opora.common.errors import Refused

    if text is None:
        return None
    try:
        return parse_day(text)
    except ValueError:
        said = {"option": option, "text": text}
        raise Refused(_("%(option)s %(text)s: this is no day. Write it as 2022-12-31 or 31.12.2022.") % said) from None


def days(first: str | None, last: str | None) -> tuple[date | None, date | None]:
    """The days typed after --from and --to. Raises Refused for a period that ends before it begins."""
    from opora.common.errors import Refused

    start, end = day(first, "--from"), day(last, "--to")
    if start and end and start > end:
        raise Refused(_("The period ends before it begins: exchange --from and --to."))
    return start, end


def program(name: str | None) -> "Program | None":
    """The program of this name, if one was typed. Raises Refused, naming the programs there are."""
    from opora.access.rules import SYSTEM
    from opora.common.errors import NotFound, Refused
    from opora.programs.queries import find_program, list_programs

    if name is None:
        return None
    try:
        return find_program(actor=SYSTEM, name=name)
    except NotFound:
        known = ", ".join(f"«{program.name}»" for program in list_programs(actor=SYSTEM)) or "–"
        said = {"name": name, "known": known}
        raise Refused(_("There is no program “%(name)s”. Programs here: %(known)s.") % said) from None

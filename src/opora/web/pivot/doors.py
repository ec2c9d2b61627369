"""Who may knock at the pages of tables: readers of figures; who may change a kept table is up to its action."""

from opora.web.shell.doors import Door

_READ = Door(ability="outcomes.read")
DOORS = {
    "pivot:list": _READ.only_shown,
    "pivot:make": _READ.only_shown,
    "pivot:cases": _READ.only_shown,
    "pivot:keep": _READ,
    "pivot:table": _READ.only_shown,
    "pivot:table_keep": _READ,
    "pivot:put_away": _READ,
    "pivot:bring_back": _READ,
}

"""Who may knock at the pages of tables: readers of figures; who may change a kept table is up to its action."""

from opora.web.shell.doors import Door

_READ = Door(ability="outcomes.read")
DOORS = dict.fromkeys(
    (
        "pivot:list",
        "pivot:make",
        "pivot:cases",
        "pivot:keep",
        "pivot:table",
        "pivot:table_keep",
        "pivot:put_away",
        "pivot:bring_back",
    ),
    _READ,
)

"""Stock-takings and partners whose entry was checked mark their days (0007): boxes of a model are told by them."""

from importlib import import_module

from django.db import migrations

DAYS = import_module("opora.indicators.migrations.0002_days_that_changed")
# reads: goods_stockcount, partners_partner
MARKS = (
    (
        "stock_counts",
        "goods_stockcount",
        "id, closed_on, is_called_off",
        "SELECT closed_on, closed_on FROM changed",
    ),
    (
        "checked_partners",
        "partners_partner",
        "id, checked_on, is_active",
        "SELECT checked_on, checked_on FROM changed",
    ),
)
MAKE = "".join(
    DAYS._marking(source, table, columns, days).replace(f"indicators_mark_{source}_too", f"indicators_mark_{source}")
    for source, table, columns, days in MARKS
)
UNMAKE = "".join(
    "".join(f"DROP TRIGGER {source}_{when} ON {table};" for when in ("come", "change", "go"))
    + f"DROP FUNCTION indicators_mark_{source}();"
    for source, table, _columns, _days in MARKS
)


class Migration(migrations.Migration):
    dependencies = [
        ("goods", "0004_departments_of_needs"),
        ("indicators", "0010_targets_of_boxes"),
        ("partners", "0002_kinds_of_authorities"),
    ]

    operations = [migrations.RunSQL(MAKE, UNMAKE)]

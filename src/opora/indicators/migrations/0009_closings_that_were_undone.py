"""Facts of closings that were undone mark their days (0002): as of a day before a case was opened again they count.

What is said of the forms and closings of such a case, and a case that comes to others (0003, 0006), marks these as well.
"""

from importlib import import_module

from django.db import migrations

DAYS = import_module("opora.indicators.migrations.0002_days_that_changed")
RECORDS = import_module("opora.indicators.migrations.0007_papers_and_records")
# reads: evidence_formerchild, evidence_formerfact
BOTH = """
SELECT day, day FROM changed CROSS JOIN LATERAL (VALUES (changed.closed_on), (changed.follow_up_due_on)) told(day)"""
MARKS = (
    (
        "evidence_formerfact",
        "closing_id, case_id, closed_on, opened_again_on, follow_up_id, follow_up_due_on, entry_id, exit_id, entry, exit,"
        " change, solved, entry_sections, exit_sections, children, children_known, children_kept, children_known_later,"
        " children_kept_later, is_palliative",
        BOTH,
    ),
    (
        "evidence_formerchild",
        "id, closing_id, case_id, person_id, closed_on, opened_again_on, what, home, later_on, later_home",
        "SELECT day, day FROM changed LEFT JOIN evidence_formerfact fact ON fact.closing_id = changed.closing_id"
        " CROSS JOIN LATERAL (VALUES (changed.closed_on), (fact.follow_up_due_on)) told(day)",
    ),
)
MAKE = "".join(DAYS._marking(source, source, columns, days) for source, columns, days in MARKS)
UNMAKE = "".join(
    "".join(f"DROP TRIGGER {source}_{when} ON {source};" for when in ("come", "change", "go"))
    + f"DROP FUNCTION indicators_mark_{source}();"
    for source, _columns, _days in MARKS
)
OF_FORMER = """
 UNION ALL
SELECT fact.closed_on, fact.closed_on FROM changed JOIN evidence_formerfact fact ON fact.case_id = changed.case_id"""


def _told_of_cases(more: str) -> str:
    """The functions that mark what forms and closings tell of cases; their triggers stay."""
    made = ""
    for source, columns, days in DAYS.MARKS:
        if source in ("assessments_assessment", "cases_closing"):
            text = DAYS._marking(source, source, columns, days + more)
            made += text[: text.index("CREATE TRIGGER")].replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
    return made


MOVED, NAMED = (
    one.replace(RECORDS.LAST, RECORDS.MORE + RECORDS.LAST) for one in (RECORDS.MOVED, RECORDS.NAMED)
)
MORE = """
         UNION ALL
        SELECT 'evidence_formerfact', closed_on, closed_on FROM evidence_formerfact WHERE case_id = ANY(cases)
         UNION ALL
        SELECT 'evidence_formerfact', follow_up_due_on, follow_up_due_on FROM evidence_formerfact
         WHERE case_id = ANY(cases)"""


class Migration(migrations.Migration):
    dependencies = [
        ("evidence", "0015_earlier_closings"),
        ("indicators", "0008_rules_of_periods"),
    ]

    operations = [
        migrations.RunSQL(MAKE, UNMAKE),
        migrations.RunSQL(_told_of_cases(OF_FORMER), _told_of_cases("")),
        migrations.RunSQL(
            MOVED.replace(RECORDS.LAST, MORE + RECORDS.LAST) + NAMED.replace(RECORDS.LAST, MORE + RECORDS.LAST),
            MOVED + NAMED,
        ),
    ]

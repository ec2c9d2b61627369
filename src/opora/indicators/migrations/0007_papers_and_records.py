"""Papers and records of the work mark their days (0002, 0033): boxes of a model are told by them where nothing else is.

A path or a case that comes to another family, program or department marks the days of these as well (0003, 0006).
"""

from importlib import import_module

from django.db import migrations

DAYS = import_module("opora.indicators.migrations.0002_days_that_changed")
MOVES = import_module("opora.indicators.migrations.0006_cases_opened_on_a_path")
ON = DAYS.ON
# The day in the house's own zone is this one, the one before or the one after.
NOTED = "(recorded_at AT TIME ZONE 'UTC')::date"
# reads: assessments_assessment, cases_teammember, correspondence_officialletter, goods_donation, goods_familyneed,
# reads: intake_contactrecord, intake_referral, network_outsideneed, plans_plan, plans_planrevision, process_paper,
# reads: stays_admission, stays_exitday, stays_exitissue, stays_routineslot, stays_skillline
OF_ADMISSION = """
SELECT taken.expected_on, taken.expected_on FROM changed JOIN stays_admission taken ON taken.id = changed.admission_id"""
MARKS = (
    ("filed_papers", "process_paper", 'id, kind, "on", withdrawn_on, route_id', ON),
    ("made_forms", "assessments_assessment", 'id, "on", status, case_id', ON),
    ("case_managers", "cases_teammember", "id, part, from_on, case_id", "SELECT from_on, from_on FROM changed"),
    ("plan_corrections", "plans_planrevision", 'id, kind, "on", plan_id', ON),
    ("contacts", "intake_contactrecord", 'id, kind, result, "on", voided_on, route_id, case_id', ON),
    ("decisions", "intake_referral", "id, outcome, decided_on, route_id", "SELECT decided_on, decided_on FROM changed"),
    (
        "letters_of_days",
        "correspondence_officialletter",
        'id, direction, kind, "on", sent_on, voided_on, route_id, case_id',
        'SELECT COALESCE(sent_on, "on"), COALESCE(sent_on, "on") FROM changed',
    ),
    ("outside_needs", "network_outsideneed", 'id, "on", voided_on, route_id, case_id', ON),
    ("needs", "goods_familyneed", "id, since_on, voided_on, route_id, case_id", "SELECT since_on, since_on FROM changed"),
    ("skills_taught", "stays_skillline", "id, admission_id", OF_ADMISSION),
    ("routines", "stays_routineslot", "id, admission_id", OF_ADMISSION),
    ("exit_days", "stays_exitday", "id, agreed_on, admission_id", "SELECT agreed_on, agreed_on FROM changed"),
    (
        "exit_questions",
        "stays_exitissue",
        "id, recorded_at, admission_id",
        f"SELECT {NOTED} - 1, {NOTED} + 1 FROM changed",
    ),
    (
        "admissions",
        "stays_admission",
        "id, case_id, expected_on, called_off_on",
        f"""
SELECT expected_on, expected_on FROM changed
 UNION ALL
SELECT told.first, told.last FROM changed JOIN (
    SELECT admission_id, agreed_on, agreed_on FROM stays_exitday
     UNION ALL
    SELECT admission_id, {NOTED} - 1, {NOTED} + 1 FROM stays_exitissue
) told(admission_id, first, last) ON told.admission_id = changed.id""",
    ),
    ("donations", "goods_donation", "id, given_on", "SELECT given_on, given_on FROM changed"),
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
OF_PATHS = "route_id = ANY(routes)"
OF_BOTH = f"{OF_PATHS} OR case_id = ANY(cases)"
OF_CASES = "case_id = ANY(cases)"
OF_STAYS = "admission_id IN (SELECT id FROM stays_admission WHERE case_id = ANY(cases))"
HANGS = (
    ("filed_papers", "process_paper", '"on"', '"on"', OF_PATHS),
    ("made_forms", "assessments_assessment", '"on"', '"on"', OF_CASES),
    ("case_managers", "cases_teammember", "from_on", "from_on", OF_CASES),
    (
        "plan_corrections",
        "plans_planrevision",
        '"on"',
        '"on"',
        f"plan_id IN (SELECT id FROM plans_plan WHERE {OF_PATHS})",
    ),
    ("contacts", "intake_contactrecord", '"on"', '"on"', OF_BOTH),
    ("decisions", "intake_referral", "decided_on", "decided_on", OF_PATHS),
    ("letters_of_days", "correspondence_officialletter", 'least(sent_on, "on")', 'greatest(sent_on, "on")', OF_BOTH),
    ("outside_needs", "network_outsideneed", '"on"', '"on"', OF_BOTH),
    ("needs", "goods_familyneed", "since_on", "since_on", OF_BOTH),
    ("admissions", "stays_admission", "expected_on", "expected_on", OF_CASES),
    ("exit_days", "stays_exitday", "agreed_on", "agreed_on", OF_STAYS),
    ("exit_questions", "stays_exitissue", f"{NOTED} - 1", f"{NOTED} + 1", OF_STAYS),
)
MORE = "".join(
    f"""
         UNION ALL
        SELECT '{source}', MIN({first}), MAX({last}) FROM {table} WHERE {of}"""
    for source, table, first, last, of in HANGS
)
LAST = "\n    ) told(source, first, last)"
MOVED, NAMED = (
    one[: one.index(MOVES.END) + len(MOVES.END)].replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
    for one in (MOVES.BEFORE, MOVES.NAMED)
)


# A case that turns out to have been opened later was not in work in the days between, nor late with an assessment.
WITH_OPENING, WITHOUT = (
    f"""
CREATE OR REPLACE FUNCTION indicators_mark_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM indicators_mark_moved(ARRAY(SELECT id FROM process_route WHERE case_id = NEW.id), ARRAY[NEW.id]);{more}
    RETURN NULL;
END $$;"""
    for more in (
        f"""
    INSERT INTO indicators_daysmark (source, first, last)
    SELECT 'evidence_reviews', OLD.opened_on, {DAYS.END} WHERE OLD.opened_on < NEW.opened_on;""",
        "",
    )
)


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0004_words_are_sealed"),
        ("cases", "0014_fewer_indexes"),
        ("goods", "0004_departments_of_needs"),
        ("indicators", "0006_cases_opened_on_a_path"),
        ("intake", "0008_lists_of_a_day"),
        ("network", "0002_outside_needs"),
        ("plans", "0006_as_many_sections"),
        ("process", "0016_carried_told_by_its_index"),
        ("stays", "0003_notes_of_shifts_mended"),
    ]

    operations = [
        migrations.RunSQL(MAKE, UNMAKE),
        migrations.RunSQL(MOVED.replace(LAST, MORE + LAST) + NAMED.replace(LAST, MORE + LAST), MOVED + NAMED),
        migrations.RunSQL(WITH_OPENING, WITHOUT),
    ]

"""Work that is nobody's is looked for once; from then on whatever changes who works on what leaves a mark.

A mark is a line of its own: whoever changes something waits for nobody.
"""

from django.db import migrations, models

# By which table work may become nobody's: what a row marks, and which of its columns matter.
# reads: access_roleassignment, access_user, cases_case, cases_teammember, councils_ballot, councils_panelseat,
# reads: intake_visit, plans_plan, plans_task, process_route, process_routemember, services_plannedservice
READ = (
    ("access_roleassignment", "person", ("user_id", "role", "department_id")),
    ("access_user", "account", ("is_active",)),
    ("cases_case", "case", ("closed_on", "voided_on", "department_id")),
    ("cases_teammember", "part", ("case_id", "user_id", "part", "to_on")),
    ("process_route", "path", ("worker_id", "department_id", "case_id", "ended_on", "voided_on")),
    ("process_routemember", "on_path", ("route_id", "user_id", "to_on")),
    ("councils_ballot", "on_path", ("route_id", "closed_on")),
    ("councils_panelseat", "seat", ("ballot_id", "user_id", "conflict_on")),
    ("plans_task", "task", ("plan_id", "worker_id", "state")),
    ("intake_visit", "record", ("route_id", "case_id", "visitor_ids", "held_on", "not_held", "voided_on")),
    ("services_plannedservice", "record", ("route_id", "case_id", "worker_id", "ended_on", "voided_on")),
)
WAYS = {
    "person": ("user_id", "{row}.user_id"),
    "account": ("user_id", "{row}.id"),
    "case": ("case_id", "{row}.id"),
    "part": ("case_id", "{row}.case_id"),
    "path": ("route_id", "{row}.id"),
    "on_path": ("route_id", "{row}.route_id"),
    "seat": ("route_id", "(SELECT route_id FROM councils_ballot WHERE id = {row}.ballot_id)"),
    "task": ("route_id", "(SELECT route_id FROM plans_plan WHERE id = {row}.plan_id)"),
    "record": ("route_id, case_id", "{row}.route_id, {row}.case_id"),
}


def _function(way: str) -> str:
    names, found = WAYS[way]
    return f"""
CREATE FUNCTION duties_mark_{way}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO duties_workmark ({names}) SELECT {found.format(row="NEW")};
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO duties_workmark ({names}) SELECT {found.format(row="OLD")};
    END IF;
    RETURN NULL;
END $$;"""


def _triggers(table: str, way: str, columns: tuple[str, ...]) -> str:
    before, after = (", ".join(f'{row}."{name}"' for name in columns) for row in ("OLD", "NEW"))
    return f"""
CREATE TRIGGER duties_marks_come AFTER INSERT OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION duties_mark_{way}();
CREATE TRIGGER duties_marks_change AFTER UPDATE ON {table}
    FOR EACH ROW WHEN (ROW({before}) IS DISTINCT FROM ROW({after})) EXECUTE FUNCTION duties_mark_{way}();"""


FORWARD = "".join([*map(_function, WAYS), *(_triggers(*one) for one in READ)])
BACKWARD = "".join(
    [
        *(
            f"DROP TRIGGER duties_marks_come ON {table}; DROP TRIGGER duties_marks_change ON {table};"
            for table, _way, _columns in READ
        ),
        *(f"DROP FUNCTION duties_mark_{way}();" for way in WAYS),
    ]
)


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0005_warehouse_worker"),
        ("cases", "0011_highest_number"),
        ("councils", "0004_numbers_are_counted"),
        ("duties", "0002_planned_passing"),
        ("intake", "0007_signals_are_joined"),
        ("plans", "0006_as_many_sections"),
        ("process", "0013_words_are_sealed"),
        ("services", "0001_services"),
    ]

    operations = [
        migrations.CreateModel(
            name="Adrift",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.SlugField(max_length=20, verbose_name="kind of work")),
                ("key", models.BigIntegerField()),
            ],
            options={
                "verbose_name": "work that may be nobody’s",
                "verbose_name_plural": "work that may be nobody’s",
                "constraints": [models.UniqueConstraint(fields=("kind", "key"), name="duties_adrift_once")],
            },
        ),
        migrations.CreateModel(
            name="WorkMark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("user_id", models.BigIntegerField(null=True)),
                ("case_id", models.BigIntegerField(null=True)),
                ("route_id", models.BigIntegerField(null=True)),
            ],
            options={
                "verbose_name": "change in who works on what",
                "verbose_name_plural": "changes in who works on what",
            },
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]

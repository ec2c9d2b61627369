"""Where families stand among those who need a look is kept, and whatever is recorded of them leaves a mark.

A mark is a line of its own: whoever records something waits for nobody.
"""

import django.db.models.deletion
from django.db import migrations, models

# What the signs ask for, table by table: how a row finds its case, and which of its columns matter.
# reads: assessments_assessment, cases_case, cases_stay, intake_contactrecord, intake_riskform, intake_visit,
# reads: plans_familystep, plans_plan, plans_planrevision, plans_task, process_route, process_routestep, programs_program
READ = (
    ("cases_case", "self", ("opened_on", "closed_on", "voided_on", "program_id", "department_id")),
    ("cases_stay", "case", ("case_id", "from_on", "planned_until", "left_on")),
    ("process_route", "case", ("case_id", "ended_on")),
    ("process_routestep", "route", ("route_id", "action", "is_override", "number")),
    ("intake_contactrecord", "record", ("route_id", "case_id", "on", "result", "voided_on")),
    ("intake_visit", "record", ("route_id", "case_id", "planned_on", "held_on", "not_held", "voided_on")),
    ("intake_riskform", "route", ("route_id", "on", "level")),
    ("plans_plan", "route", ("route_id", "state", "begun_on")),
    ("plans_task", "plan", ("plan_id", "state", "given_on", "ended_on")),
    ("plans_planrevision", "plan", ("plan_id", "number", "on")),
    ("plans_familystep", "plan", ("plan_id", "on", "voided_on")),
    ("assessments_assessment", "case", ("case_id", "point", "status", "on")),
    ("attention_aside", "case", ("case_id", "until", "ended_on")),
)
WAYS = {
    "self": "{row}.id",
    "case": "{row}.case_id",
    "route": "(SELECT case_id FROM process_route WHERE id = {row}.route_id)",
    "record": "coalesce({row}.case_id, (SELECT case_id FROM process_route WHERE id = {row}.route_id))",
    "plan": "(SELECT r.case_id FROM plans_plan p JOIN process_route r ON r.id = p.route_id WHERE p.id = {row}.plan_id)",
}


def _function(way: str) -> str:
    way_to = WAYS[way]
    return f"""
CREATE FUNCTION attention_mark_by_{way}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO attention_lookmark (case_id) SELECT theirs FROM (SELECT {way_to.format(row="NEW")} AS theirs) one
        WHERE theirs IS NOT NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO attention_lookmark (case_id) SELECT theirs FROM (SELECT {way_to.format(row="OLD")} AS theirs) one
        WHERE theirs IS NOT NULL;
    END IF;
    RETURN NULL;
END $$;"""


def _triggers(table: str, way: str, columns: tuple[str, ...]) -> str:
    before, after = (", ".join(f'{row}."{name}"' for name in columns) for row in ("OLD", "NEW"))
    return f"""
CREATE TRIGGER attention_marks_come AFTER INSERT OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION attention_mark_by_{way}();
CREATE TRIGGER attention_marks_change AFTER UPDATE ON {table}
    FOR EACH ROW WHEN (ROW({before}) IS DISTINCT FROM ROW({after})) EXECUTE FUNCTION attention_mark_by_{way}();"""


PROGRAM = """
CREATE FUNCTION attention_mark_by_program() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO attention_lookmark (case_id) SELECT id FROM cases_case WHERE program_id = NEW.id AND closed_on IS NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER attention_marks_change AFTER UPDATE ON programs_program FOR EACH ROW
    WHEN (OLD.review_months IS DISTINCT FROM NEW.review_months) EXECUTE FUNCTION attention_mark_by_program();
INSERT INTO attention_lookmark (case_id) SELECT id FROM cases_case WHERE closed_on IS NULL AND voided_on IS NULL;
"""
FORWARD = "".join([*map(_function, WAYS), *(_triggers(*one) for one in READ), PROGRAM])
BACKWARD = "".join(
    [
        *(
            f"DROP TRIGGER attention_marks_come ON {table}; DROP TRIGGER attention_marks_change ON {table};"
            for table, _way, _columns in READ
        ),
        "DROP TRIGGER attention_marks_change ON programs_program;",
        *(f"DROP FUNCTION attention_mark_by_{way}();" for way in (*WAYS, "program")),
    ]
)


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0002_sign_in_policy"),
        ("assessments", "0004_words_are_sealed"),
        ("attention", "0001_signs_and_families_put_aside"),
        ("cases", "0011_highest_number"),
        ("intake", "0007_signals_are_joined"),
        ("plans", "0006_as_many_sections"),
        ("process", "0013_words_are_sealed"),
        ("programs", "0004_months_between_assessments"),
    ]

    operations = [
        migrations.CreateModel(
            name='LookMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case_id', models.BigIntegerField(db_index=True)),
            ],
            options={
                'verbose_name': 'mark at a case',
                'verbose_name_plural': 'marks at cases',
            },
        ),
        migrations.CreateModel(
            name='LookStand',
            fields=[
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='cases.case')),
                ('until', models.DateField(verbose_name='holds until')),
                ('is_calm', models.BooleanField(null=True)),
                ('gravest', models.SmallIntegerField(null=True)),
                ('fewer', models.SmallIntegerField(null=True)),
                ('lasts', models.IntegerField(null=True)),
                ('department', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.department')),
            ],
            options={
                'verbose_name': 'place among those who need a look',
                'verbose_name_plural': 'places among those who need a look',
                'indexes': [models.Index(condition=models.Q(('gravest__isnull', False)), fields=['is_calm', 'gravest', 'fewer', 'lasts', 'case'], name='attention_gravest'), models.Index(condition=models.Q(('gravest__isnull', False)), fields=['department', 'is_calm', 'gravest', 'fewer', 'lasts', 'case'], name='attention_gravest_here'), models.Index(fields=['until'], name='attention_until')],
            },
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]

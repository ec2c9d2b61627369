"""Who stands where is counted as paths move, so that the map of a program never walks through all of them.

A statement adds what it changed and touches no line of another: two people at work never wait for each other.
"""

import django.db.models.deletion
from django.db import migrations, models

FORWARD = """
CREATE FUNCTION process_count_standing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO process_routestanding (program_id, department_id, stage, due_on, count)
        SELECT program_id, department_id, stage, due_on, count(*) FROM came WHERE ended_on IS NULL
        GROUP BY 1, 2, 3, 4;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO process_routestanding (program_id, department_id, stage, due_on, count)
        SELECT program_id, department_id, stage, due_on, -count(*) FROM went WHERE ended_on IS NULL
        GROUP BY 1, 2, 3, 4;
    ELSE
        INSERT INTO process_routestanding (program_id, department_id, stage, due_on, count)
        SELECT program_id, department_id, stage, due_on, sum(one) FROM (
            SELECT program_id, department_id, stage, due_on, 1 AS one FROM came WHERE ended_on IS NULL
            UNION ALL
            SELECT program_id, department_id, stage, due_on, -1 FROM went WHERE ended_on IS NULL
        ) moved GROUP BY 1, 2, 3, 4 HAVING sum(one) <> 0;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER process_standing_came AFTER INSERT ON process_route
    REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION process_count_standing();
CREATE TRIGGER process_standing_moved AFTER UPDATE ON process_route
    REFERENCING OLD TABLE AS went NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION process_count_standing();
CREATE TRIGGER process_standing_went AFTER DELETE ON process_route
    REFERENCING OLD TABLE AS went FOR EACH STATEMENT EXECUTE FUNCTION process_count_standing();
INSERT INTO process_routestanding (program_id, department_id, stage, due_on, count)
    SELECT program_id, department_id, stage, due_on, count(*) FROM process_route WHERE ended_on IS NULL
    GROUP BY 1, 2, 3, 4;
"""
BACKWARD = """
DROP TRIGGER process_standing_came ON process_route;
DROP TRIGGER process_standing_moved ON process_route;
DROP TRIGGER process_standing_went ON process_route;
DROP FUNCTION process_count_standing();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0002_sign_in_policy"),
        ("process", "0003_flows"),
        ("programs", "0003_alter_programdepartment_options"),
    ]

    operations = [
        migrations.CreateModel(
            name="RouteStanding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("stage", models.SlugField(max_length=40)),
                ("due_on", models.DateField(null=True)),
                ("count", models.IntegerField()),
                (
                    "department",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.department"
                    ),
                ),
                (
                    "program",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="programs.program"
                    ),
                ),
            ],
            options={
                "verbose_name": "count of families at a stage",
                "verbose_name_plural": "counts of families at stages",
            },
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]

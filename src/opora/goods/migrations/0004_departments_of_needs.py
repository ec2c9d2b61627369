"""Needs know the department of their path or case: the database keeps it, whoever moves the path or the case."""

import django.db.models.deletion
from django.db import migrations, models

# reads: cases_case, process_route, goods_familyneed
FORWARD = """
CREATE FUNCTION goods_department_of_need() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.route_id IS NULL THEN
        NEW.department_id := (SELECT department_id FROM cases_case WHERE id = NEW.case_id);
    ELSE
        NEW.department_id := (SELECT department_id FROM process_route WHERE id = NEW.route_id);
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION goods_department_of_case_goes_along() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE goods_familyneed SET department_id = NEW.department_id WHERE case_id = NEW.id;
    RETURN NULL;
END $$;
CREATE FUNCTION goods_department_of_path_goes_along() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE goods_familyneed SET department_id = NEW.department_id WHERE route_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER goods_department BEFORE INSERT OR UPDATE ON goods_familyneed
    FOR EACH ROW EXECUTE FUNCTION goods_department_of_need();
CREATE TRIGGER goods_department_moves AFTER UPDATE ON cases_case FOR EACH ROW
    WHEN (OLD.department_id IS DISTINCT FROM NEW.department_id) EXECUTE FUNCTION goods_department_of_case_goes_along();
CREATE TRIGGER goods_department_moves AFTER UPDATE ON process_route FOR EACH ROW
    WHEN (OLD.department_id IS DISTINCT FROM NEW.department_id) EXECUTE FUNCTION goods_department_of_path_goes_along();
"""
BACKWARD = """
DROP TRIGGER goods_department ON goods_familyneed;
DROP TRIGGER goods_department_moves ON cases_case;
DROP TRIGGER goods_department_moves ON process_route;
DROP FUNCTION goods_department_of_need();
DROP FUNCTION goods_department_of_case_goes_along();
DROP FUNCTION goods_department_of_path_goes_along();
"""
# Every row is asked anew by its own trigger.
KNOWN = """
UPDATE goods_familyneed SET department_id = NULL;
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0002_sign_in_policy"),
        ("cases", "0011_highest_number"),
        ("goods", "0003_lists_of_a_day"),
        ("process", "0013_words_are_sealed"),
    ]

    operations = [
        migrations.AddField(
            "familyneed",
            "department",
            models.ForeignKey(
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="access.department",
            ),
        ),
        migrations.RunSQL(FORWARD + KNOWN, BACKWARD),
        migrations.AddIndex(
            "familyneed",
            models.Index(
                condition=models.Q(("ended_on", None), ("voided_on", None)),
                fields=["department", "due_on", "id"],
                name="goods_needed_here",
            ),
        ),
    ]

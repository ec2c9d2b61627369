"""Stays and looks back know the department of their case: the database keeps it, whoever moves the case."""

import django.db.models.deletion
from django.db import migrations, models

# reads: cases_case, cases_stay, cases_followup
FORWARD = """
CREATE FUNCTION cases_department_of_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.department_id := (SELECT department_id FROM cases_case WHERE id = NEW.case_id);
    RETURN NEW;
END $$;
CREATE FUNCTION cases_department_goes_along() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE cases_stay SET department_id = NEW.department_id WHERE case_id = NEW.id;
    UPDATE cases_followup SET department_id = NEW.department_id WHERE case_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER cases_department BEFORE INSERT OR UPDATE ON cases_stay
    FOR EACH ROW EXECUTE FUNCTION cases_department_of_case();
CREATE TRIGGER cases_department BEFORE INSERT OR UPDATE ON cases_followup
    FOR EACH ROW EXECUTE FUNCTION cases_department_of_case();
CREATE TRIGGER cases_department_moves AFTER UPDATE ON cases_case FOR EACH ROW
    WHEN (OLD.department_id IS DISTINCT FROM NEW.department_id) EXECUTE FUNCTION cases_department_goes_along();
"""
BACKWARD = """
DROP TRIGGER cases_department ON cases_stay;
DROP TRIGGER cases_department ON cases_followup;
DROP TRIGGER cases_department_moves ON cases_case;
DROP FUNCTION cases_department_of_case();
DROP FUNCTION cases_department_goes_along();
"""
KNOWN = """
UPDATE cases_stay SET department_id = c.department_id FROM cases_case c WHERE c.id = case_id;
UPDATE cases_followup SET department_id = c.department_id FROM cases_case c WHERE c.id = case_id;
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
"""
DEPARTMENT = {
    "db_index": False,
    "editable": False,
    "null": True,
    "on_delete": django.db.models.deletion.PROTECT,
    "related_name": "+",
    "to": "access.department",
}


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0002_sign_in_policy"),
        ("cases", "0011_highest_number"),
    ]

    operations = [
        migrations.AddField("stay", "department", models.ForeignKey(**DEPARTMENT)),
        migrations.AddField("followup", "department", models.ForeignKey(**DEPARTMENT)),
        migrations.RunSQL(FORWARD + KNOWN, BACKWARD),
        migrations.AddIndex(
            "stay",
            models.Index(
                condition=models.Q(("left_on__isnull", True)),
                fields=["department", "planned_until", "id"],
                name="cases_stay_ending_here",
            ),
        ),
        migrations.AddIndex(
            "followup",
            models.Index(
                condition=models.Q(("cancelled_at__isnull", True), ("done_on__isnull", True)),
                fields=["department", "due_on", "id"],
                name="cases_due_here",
            ),
        ),
    ]

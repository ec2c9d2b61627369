"""The database itself refuses to change or remove a version of a plan that was agreed on."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION plans_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A version of a plan is final: % of % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER plans_revision_is_final BEFORE UPDATE OR DELETE ON plans_planrevision
    FOR EACH ROW EXECUTE FUNCTION plans_is_final();
"""
BACKWARD = """
DROP TRIGGER plans_revision_is_final ON plans_planrevision;
DROP FUNCTION plans_is_final();
"""


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]

"""The database itself refuses to change or remove a version of a plan; only a destruction empties its words."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION plans_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE'
        AND families_only_words_destroyed(to_jsonb(OLD), to_jsonb(NEW), ARRAY['content', 'reason'])
    THEN
        RETURN NEW;
    END IF;
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
    dependencies = [("plans", "0001_initial"), ("families", "0004_words_may_be_destroyed")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]

"""The database itself refuses to change a published process and a step that was taken."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION process_history_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The history of a path is final: % of % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER process_version_is_final BEFORE UPDATE OR DELETE ON process_routeversion
    FOR EACH ROW EXECUTE FUNCTION process_history_is_final();
CREATE TRIGGER process_step_is_final BEFORE UPDATE OR DELETE ON process_routestep
    FOR EACH ROW EXECUTE FUNCTION process_history_is_final();
"""
BACKWARD = """
DROP TRIGGER process_version_is_final ON process_routeversion;
DROP TRIGGER process_step_is_final ON process_routestep;
DROP FUNCTION process_history_is_final();
"""


class Migration(migrations.Migration):
    dependencies = [("process", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]

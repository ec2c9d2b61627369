"""The database itself refuses to change a published version."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION programs_published_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A published version is final: % of % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER programs_version_is_final BEFORE UPDATE OR DELETE ON programs_practiceversion
    FOR EACH ROW EXECUTE FUNCTION programs_published_is_final();
"""
BACKWARD = """
DROP TRIGGER programs_version_is_final ON programs_practiceversion;
DROP FUNCTION programs_published_is_final();
"""


class Migration(migrations.Migration):
    dependencies = [("programs", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]

"""The database itself refuses to change a published version."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION instruments_published_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A published version is final: % of % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER instruments_version_is_final BEFORE UPDATE OR DELETE ON instruments_instrumentversion
    FOR EACH ROW EXECUTE FUNCTION instruments_published_is_final();
"""
BACKWARD = """
DROP TRIGGER instruments_version_is_final ON instruments_instrumentversion;
DROP FUNCTION instruments_published_is_final();
"""


class Migration(migrations.Migration):
    dependencies = [("instruments", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]

"""What the database says when the words of a final record are emptied: only by a destruction, and only the words."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION families_only_words_destroyed(old_row jsonb, new_row jsonb, words text[]) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT coalesce(current_setting('opora.destroying', true), '') = 'on' AND old_row - words = new_row - words
$$;
"""
BACKWARD = "DROP FUNCTION families_only_words_destroyed(jsonb, jsonb, text[]);"


class Migration(migrations.Migration):
    dependencies = [("families", "0003_months_of_search")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]

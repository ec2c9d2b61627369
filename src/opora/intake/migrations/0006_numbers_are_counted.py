"""Acts of urgent help go on from the last number of each year, in the one counter of all papers."""

from django.db import migrations

FORWARD = """
INSERT INTO papers_numbercounter (kind, year, last)
SELECT 'aid_act', split_part(act_number, '/', 2)::smallint, max(split_part(act_number, '/', 1)::int)
  FROM intake_urgentaid GROUP BY 2;
"""
BACKWARD = """
DELETE FROM papers_numbercounter WHERE kind IN ('aid_act');
"""


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0003_numbers'),
        ('intake', '0005_signals_are_found'),
    ]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]

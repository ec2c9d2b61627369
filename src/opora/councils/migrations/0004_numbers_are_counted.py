"""Minutes go on from the last number given out, in the one counter of all papers."""

from django.db import migrations

FORWARD = """
INSERT INTO papers_numbercounter (kind, year, last)
SELECT 'ballot_minutes', 0, max(number) FROM councils_ballot HAVING max(number) IS NOT NULL
UNION ALL
SELECT 'conference_minutes', 0, max(number) FROM councils_conference HAVING max(number) IS NOT NULL;
"""
BACKWARD = """
DELETE FROM papers_numbercounter WHERE kind IN ('ballot_minutes', 'conference_minutes');
"""


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0003_numbers'),
        ('councils', '0003_words_and_invitations'),
    ]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]

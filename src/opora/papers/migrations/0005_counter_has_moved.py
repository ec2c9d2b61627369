"""The counter of papers belongs to the room of the journal now; its table is untouched."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0003_numbers'),
        ('papers', '0004_files_of_records'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(state_operations=[migrations.DeleteModel(name='NumberCounter')]),
    ]

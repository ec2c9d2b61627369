"""Lines about nobody, and lines that nobody wrote, are not found by whom they are about."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0004_head_outside'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='journalentry',
            name='audit_by_case',
        ),
        migrations.RemoveIndex(
            model_name='journalentry',
            name='audit_by_actor',
        ),
        migrations.RemoveIndex(
            model_name='journalentry',
            name='audit_by_person',
        ),
        migrations.AddIndex(
            model_name='journalentry',
            index=models.Index(condition=models.Q(('case_id__isnull', False)), fields=['case_id', '-id'], name='audit_by_case'),
        ),
        migrations.AddIndex(
            model_name='journalentry',
            index=models.Index(condition=models.Q(('actor_id__isnull', False)), fields=['actor_id', '-id'], name='audit_by_actor'),
        ),
        migrations.AddIndex(
            model_name='journalentry',
            index=models.Index(condition=models.Q(('person_id__isnull', False)), fields=['person_id', '-id'], name='audit_by_person'),
        ),
    ]

import django.db.models.manager
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('papers', '0009_consents_may_be_voided'),
    ]

    operations = [
        migrations.RenameField(model_name='storedfile', old_name='added_by', new_name='by'),
        # The index bears the name of its column, as in a home that was made anew.
        migrations.RunSQL(
            'ALTER INDEX papers_storedfile_added_by_id_e8776066 RENAME TO papers_storedfile_by_id_e49dce86',
            'ALTER INDEX papers_storedfile_by_id_e49dce86 RENAME TO papers_storedfile_added_by_id_e8776066',
        ),
        migrations.RenameField(model_name='storedfile', old_name='added_at', new_name='recorded_at'),
        migrations.AlterModelOptions(
            name='storedfile',
            options={
                'ordering': ('-recorded_at', '-id'),
                'verbose_name': 'file of a path',
                'verbose_name_plural': 'files of paths',
            },
        ),
        migrations.AlterModelManagers(
            name='storedfile',
            managers=[
                ('every', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name='storedfile',
            name='voided_on',
            field=models.DateField(null=True, verbose_name='voided'),
        ),
    ]

import django.db.models.manager
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('papers', '0009_consents_may_be_voided'),
    ]

    operations = [
        migrations.RenameField(model_name='storedfile', old_name='added_by', new_name='by'),
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

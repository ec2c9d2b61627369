import django.db.models.manager
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('councils', '0004_numbers_are_counted'),
    ]

    operations = [
        migrations.RenameField(model_name='ballot', old_name='opened_by', new_name='by'),
        # The index bears the name of its column, as in a home that was made anew.
        migrations.RunSQL(
            'ALTER INDEX councils_ballot_opened_by_id_9304a64c RENAME TO councils_ballot_by_id_deab2f27',
            'ALTER INDEX councils_ballot_by_id_deab2f27 RENAME TO councils_ballot_opened_by_id_9304a64c',
        ),
        migrations.AlterModelManagers(
            name='ballot',
            managers=[
                ('every', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name='ballot',
            name='recorded_at',
            field=models.DateTimeField(auto_now_add=True, null=True),
        ),
        migrations.AddField(
            model_name='ballot',
            name='voided_on',
            field=models.DateField(null=True, verbose_name='voided'),
        ),
    ]

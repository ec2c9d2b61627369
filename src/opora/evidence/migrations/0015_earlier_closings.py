"""What closings told that were undone: as of a day before the case was opened again, it stood closed."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0014_fewer_indexes'),
        ('evidence', '0014_solved_without_it'),
    ]

    operations = [
        migrations.CreateModel(
            name='FormerChild',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person_id', models.BigIntegerField()),
                ('closed_on', models.DateField()),
                ('opened_again_on', models.DateField()),
                ('what', models.CharField(max_length=8)),
                ('home', models.CharField(blank=True, max_length=14)),
                ('later_on', models.DateField(null=True)),
                ('later_home', models.CharField(blank=True, max_length=14)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
                ('closing', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.closing')),
            ],
            options={
                'verbose_name': 'child of an earlier closing',
                'verbose_name_plural': 'children of earlier closings',
                'indexes': [models.Index(fields=['opened_again_on'], name='evidence_children_again')],
                'constraints': [models.UniqueConstraint(fields=('closing', 'person_id'), name='evidence_former_child_once')],
            },
        ),
        migrations.CreateModel(
            name='FormerFact',
            fields=[
                ('closing', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='cases.closing')),
                ('closed_on', models.DateField()),
                ('opened_again_on', models.DateField()),
                ('days_away', models.IntegerField(default=0)),
                ('follow_up_id', models.BigIntegerField(null=True)),
                ('follow_up_due_on', models.DateField(null=True)),
                ('entry_id', models.BigIntegerField(null=True)),
                ('exit_id', models.BigIntegerField(null=True)),
                ('entry', models.SmallIntegerField(null=True)),
                ('exit', models.SmallIntegerField(null=True)),
                ('change', models.SmallIntegerField(null=True)),
                ('entry_sections', models.SmallIntegerField(null=True)),
                ('exit_sections', models.SmallIntegerField(null=True)),
                ('solved', models.SmallIntegerField(null=True)),
                ('children', models.SmallIntegerField(default=0)),
                ('children_kept', models.SmallIntegerField(default=0)),
                ('children_known', models.SmallIntegerField(default=0)),
                ('children_known_later', models.SmallIntegerField(default=0)),
                ('children_kept_later', models.SmallIntegerField(default=0)),
                ('is_palliative', models.BooleanField(default=False)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
            ],
            options={
                'verbose_name': 'fact of an earlier closing',
                'verbose_name_plural': 'facts of earlier closings',
                'indexes': [models.Index(fields=['opened_again_on'], name='evidence_opened_again')],
            },
        ),
    ]

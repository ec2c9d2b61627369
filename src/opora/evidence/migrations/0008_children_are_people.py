"""What closed cases tell of each child, so that children are counted as people; and the days a case stood closed."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0008_who_is_not_asked'),
        ('evidence', '0007_facts_anew'),
    ]

    operations = [
        migrations.CreateModel(
            name='ChildClosings',
            fields=[
                ('person_id', models.BigIntegerField(primary_key=True, serialize=False)),
                ('closings', models.SmallIntegerField()),
            ],
            options={
                'verbose_name': 'closings that name a child',
                'verbose_name_plural': 'closings that name children',
                'indexes': [models.Index(condition=models.Q(('closings__gt', 1)), fields=['person_id'], name='evidence_children_twice')],
            },
        ),
        migrations.CreateModel(
            name='ChildFact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person_id', models.BigIntegerField(db_index=True)),
                ('closed_on', models.DateField()),
                ('what', models.CharField(max_length=8)),
                ('home', models.CharField(blank=True, max_length=14)),
                ('later_on', models.DateField(null=True)),
                ('later_home', models.CharField(blank=True, max_length=14)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
            ],
            options={
                'verbose_name': 'child of a closed case',
                'verbose_name_plural': 'children of closed cases',
                'constraints': [models.UniqueConstraint(fields=('case', 'person_id'), name='evidence_child_once')],
            },
        ),
        migrations.AddField(
            model_name='casefact',
            name='children_grown',
            field=models.SmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='casefact',
            name='children_gone',
            field=models.SmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='casefact',
            name='children_died',
            field=models.SmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='casefact',
            name='days_away',
            field=models.IntegerField(default=0),
        ),
    ]

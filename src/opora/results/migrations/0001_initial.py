"""Results, and the ledger of cases whose records changed: every change leaves a line in the journal, and with the line
a mark here. A mark is a line of its own: whoever records something waits for nobody.
"""

import django.db.models.deletion
import django.db.models.manager
from django.conf import settings
from django.db import migrations, models

# What is only read changes no result. A change without a case is one of its family.
# reads: cases_case, results_resultdue
FORWARD = """
CREATE FUNCTION results_mark_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO results_resultdue (case_id)
    SELECT DISTINCT told.id
      FROM written line
      JOIN cases_case told ON told.id = line.case_id OR (line.case_id IS NULL AND told.family_id = line.family_id)
     WHERE split_part(line.verb, '.', 1) IN (
        'assessments', 'cases', 'circumstances', 'correspondence', 'families', 'goods', 'intake', 'network', 'papers',
        'plans', 'process', 'registry', 'results', 'stays'
     ) AND (line.verb = 'cases.opened' OR line.verb !~ '(read|opened|looked|exported)$');
    RETURN NULL;
END $$;
CREATE TRIGGER results_marks_due AFTER INSERT ON audit_journalentry
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION results_mark_due();
INSERT INTO results_resultdue (case_id) SELECT id FROM cases_case;
"""
BACKWARD = """
DROP TRIGGER results_marks_due ON audit_journalentry;
DROP FUNCTION results_mark_due();
"""


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('audit', '0001_initial'),
        ('cases', '0012_departments_of_what_is_due'),
        ('families', '0008_merges_of_families'),
        ('process', '0013_words_are_sealed'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ResultDue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case_id', models.BigIntegerField(db_index=True)),
            ],
            options={
                'verbose_name': 'case whose results are due',
                'verbose_name_plural': 'cases whose results are due',
            },
        ),
        migrations.CreateModel(
            name='Result',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, null=True)),
                ('voided_on', models.DateField(null=True, verbose_name='voided')),
                ('concept', models.SlugField(max_length=40, verbose_name='result')),
                ('state', models.CharField(choices=[('reached', 'reached'), ('lost', 'lost again'), ('declined', 'not reached')], max_length=8, verbose_name='what is so')),
                ('on', models.DateField(verbose_name='day')),
                ('evidence', models.CharField(blank=True, max_length=60, verbose_name='seen by')),
                ('note', models.BinaryField(null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case', verbose_name='case')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='families.person', verbose_name='person')),
                ('route', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='process.route', verbose_name='path')),
            ],
            options={
                'verbose_name': 'result of a family',
                'verbose_name_plural': 'results of families',
                'indexes': [models.Index(fields=['route', '-on'], name='results_of_path'), models.Index(fields=['case', '-on'], name='results_of_case')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('case', None), ('route__isnull', False)), models.Q(('case__isnull', False), ('route', None)), _connector='OR'), name='results_result_place'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'declined'), _negated=True), models.Q(('evidence', ''), _negated=True), _connector='OR'), name='results_declined_something')],
            },
            managers=[
                ('every', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='ResultMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('aimed', 'aimed at'), ('reached', 'reached'), ('maybe_reached', 'seems reached'), ('maybe_lost', 'seems lost')], max_length=13)),
                ('concept', models.CharField(max_length=40)),
                ('person_id', models.BigIntegerField(null=True)),
                ('since', models.DateField()),
                ('since_by', models.CharField(max_length=60)),
                ('until', models.DateField(null=True)),
                ('until_by', models.CharField(blank=True, max_length=60)),
                ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
            ],
            options={
                'verbose_name': 'kept result',
                'verbose_name_plural': 'kept results',
                'indexes': [models.Index(fields=['case', 'concept'], name='results_marks_of_case'), models.Index(fields=['concept', 'kind', 'since'], include=('case', 'until'), name='results_marks_of'), models.Index(fields=['kind', '-since', '-id'], name='results_marks_newest')],
            },
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]

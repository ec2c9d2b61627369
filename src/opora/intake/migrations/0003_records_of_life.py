import django.db.models.deletion
import django.db.models.manager
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0004_ending_stays'),
        ('families', '0004_words_may_be_destroyed'),
        ('intake', '0002_sources_and_topics'),
        ('process', '0009_amendments'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Observation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, null=True)),
                ('voided_on', models.DateField(null=True, verbose_name='voided')),
                ('on', models.DateField(verbose_name='day')),
                ('at', models.TimeField(null=True, verbose_name='time')),
                ('is_worry', models.BooleanField(default=False, verbose_name='worries about a child')),
                ('text', models.BinaryField()),
            ],
            options={
                'verbose_name': 'observation',
                'verbose_name_plural': 'observations',
            },
            managers=[
                ('every', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AlterModelManagers(
            name='contactrecord',
            managers=[
                ('every', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AlterModelManagers(
            name='sourcenote',
            managers=[
                ('every', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AlterModelManagers(
            name='urgentaid',
            managers=[
                ('every', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AlterModelManagers(
            name='visit',
            managers=[
                ('every', django.db.models.manager.Manager()),
            ],
        ),
        migrations.RemoveIndex(
            model_name='visit',
            name='intake_visits_ahead',
        ),
        migrations.AddField(
            model_name='contactrecord',
            name='answer_due_on',
            field=models.DateField(null=True, verbose_name='answer expected by'),
        ),
        migrations.AddField(
            model_name='contactrecord',
            name='answered_on',
            field=models.DateField(null=True, verbose_name='answered'),
        ),
        migrations.AddField(
            model_name='contactrecord',
            name='case',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case', verbose_name='case'),
        ),
        migrations.AddField(
            model_name='contactrecord',
            name='people',
            field=models.ManyToManyField(related_name='+', to='families.person', verbose_name='people of the family'),
        ),
        migrations.AddField(
            model_name='contactrecord',
            name='recorded_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='contactrecord',
            name='voided_on',
            field=models.DateField(null=True, verbose_name='voided'),
        ),
        migrations.AddField(
            model_name='contactrecord',
            name='whom',
            field=models.BinaryField(null=True),
        ),
        migrations.AddField(
            model_name='sourcenote',
            name='case',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case', verbose_name='case'),
        ),
        migrations.AddField(
            model_name='sourcenote',
            name='recorded_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='sourcenote',
            name='voided_on',
            field=models.DateField(null=True, verbose_name='voided'),
        ),
        migrations.AddField(
            model_name='urgentaid',
            name='case',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case', verbose_name='case'),
        ),
        migrations.AddField(
            model_name='urgentaid',
            name='recorded_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='urgentaid',
            name='reverses',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reversed_by', to='intake.urgentaid'),
        ),
        migrations.AddField(
            model_name='urgentaid',
            name='voided_on',
            field=models.DateField(null=True, verbose_name='voided'),
        ),
        migrations.AddField(
            model_name='visit',
            name='adults',
            field=models.ManyToManyField(related_name='+', to='families.person', verbose_name='adults seen'),
        ),
        migrations.AddField(
            model_name='visit',
            name='at',
            field=models.TimeField(null=True, verbose_name='time'),
        ),
        migrations.AddField(
            model_name='visit',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='visit',
            name='case',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case', verbose_name='case'),
        ),
        migrations.AddField(
            model_name='visit',
            name='not_held',
            field=models.CharField(blank=True, choices=[('', 'planned or held'), ('cancelled', 'cancelled'), ('missed', 'the family was not there')], max_length=10, verbose_name='did not happen'),
        ),
        migrations.AddField(
            model_name='visit',
            name='recorded_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='visit',
            name='voided_on',
            field=models.DateField(null=True, verbose_name='voided'),
        ),
        migrations.AlterField(
            model_name='contactrecord',
            name='kind',
            field=models.CharField(choices=[('phone', 'by telephone'), ('site', 'through the website'), ('messenger', 'by messenger'), ('in_person', 'in person'), ('visit_attempt', 'attempt of a visit'), ('interview', 'interview'), ('letter', 'letter')], max_length=14, verbose_name='how'),
        ),
        migrations.AlterField(
            model_name='contactrecord',
            name='result',
            field=models.CharField(choices=[('reached', 'reached'), ('not_reached', 'not reached'), ('agreed', 'agreed to meet or to work with us'), ('refused', 'refused'), ('sent', 'sent')], max_length=12, verbose_name='result'),
        ),
        migrations.AlterField(
            model_name='contactrecord',
            name='route',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='process.route', verbose_name='path'),
        ),
        migrations.AlterField(
            model_name='sourcenote',
            name='route',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='process.route', verbose_name='path'),
        ),
        migrations.AlterField(
            model_name='urgentaid',
            name='route',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='process.route', verbose_name='path'),
        ),
        migrations.AlterField(
            model_name='visit',
            name='route',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='process.route', verbose_name='path'),
        ),
        migrations.AddIndex(
            model_name='contactrecord',
            index=models.Index(condition=models.Q(('answer_due_on__isnull', False), ('answered_on', None)), fields=['answer_due_on'], name='intake_contact_answer'),
        ),
        migrations.AddIndex(
            model_name='visit',
            index=models.Index(condition=models.Q(('held_on', None), ('not_held', ''), ('voided_on', None)), fields=['planned_on'], name='intake_visits_ahead'),
        ),
        migrations.AddConstraint(
            model_name='contactrecord',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('case', None), ('route__isnull', False)), models.Q(('case__isnull', False), ('route', None)), _connector='OR'), name='intake_contact_place'),
        ),
        migrations.AddConstraint(
            model_name='sourcenote',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('case', None), ('route__isnull', False)), models.Q(('case__isnull', False), ('route', None)), _connector='OR'), name='intake_source_place'),
        ),
        migrations.AddConstraint(
            model_name='urgentaid',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('case', None), ('route__isnull', False)), models.Q(('case__isnull', False), ('route', None)), _connector='OR'), name='intake_aid_place'),
        ),
        migrations.AddConstraint(
            model_name='visit',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('case', None), ('route__isnull', False)), models.Q(('case__isnull', False), ('route', None)), _connector='OR'), name='intake_visit_place'),
        ),
        migrations.AddConstraint(
            model_name='visit',
            constraint=models.CheckConstraint(condition=models.Q(('not_held', ''), ('held_on', None), _connector='OR'), name='intake_visit_held_or_not'),
        ),
        migrations.AddField(
            model_name='observation',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='observation',
            name='case',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case', verbose_name='case'),
        ),
        migrations.AddField(
            model_name='observation',
            name='route',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='process.route', verbose_name='path'),
        ),
        migrations.AddIndex(
            model_name='observation',
            index=models.Index(fields=['route', '-on'], name='intake_observations'),
        ),
        migrations.AddConstraint(
            model_name='observation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('case', None), ('route__isnull', False)), models.Q(('case__isnull', False), ('route', None)), _connector='OR'), name='intake_observation_place'),
        ),
        # Of what lies there already nobody knows when it was recorded.
        migrations.AlterField(
            model_name='contactrecord',
            name='recorded_at',
            field=models.DateTimeField(auto_now_add=True, null=True),
        ),
        # Of what lies there already nobody knows when it was recorded.
        migrations.AlterField(
            model_name='sourcenote',
            name='recorded_at',
            field=models.DateTimeField(auto_now_add=True, null=True),
        ),
        # Of what lies there already nobody knows when it was recorded.
        migrations.AlterField(
            model_name='urgentaid',
            name='recorded_at',
            field=models.DateTimeField(auto_now_add=True, null=True),
        ),
        # Of what lies there already nobody knows when it was recorded.
        migrations.AlterField(
            model_name='visit',
            name='recorded_at',
            field=models.DateTimeField(auto_now_add=True, null=True),
        ),
    ]

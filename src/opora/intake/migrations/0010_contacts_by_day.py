from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0009_forms_of_risks_may_be_voided'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='contactrecord',
            index=models.Index(condition=models.Q(('voided_on', None)), fields=['-on'], name='intake_contacts_by_day'),
        ),
    ]

"""From here on the newest seal is noted outside the database, too.

Whoever brings an older home up to this point finds no head noted and has to note the first one; see
``audit.actions.note_first_head``.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_numbers")]
    operations: list[migrations.operations.base.Operation] = []

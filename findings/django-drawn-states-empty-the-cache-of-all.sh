#!/usr/bin/env bash
# Django 5.2.19: drawing models for a migration empties the cache of the registry in use.
#
# Expected: Apps.get_swappable_settings_name() keeps its answers, as its docstring says, because it is critical when
# migrations run: the settings do not change, so each model string is looked up once.
# Seen: its cache belongs to the class, so every registry shares it. A migration draws its models in a registry of its
# own and tells that one to forget; the registry in use forgets too. So nearly every related field that is taken apart
# lists all models of the project anew, and the more models there are, the longer each of many thousand listings takes.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check "django==5.2.19"
cat > look.py <<'PY'
import cProfile
import pstats
import sys

import django
from django.conf import settings

settings.configure(INSTALLED_APPS=[], DEFAULT_AUTO_FIELD="django.db.models.BigAutoField")
django.setup()
from django.apps import apps
from django.db import models
from django.db.migrations import operations
from django.db.migrations.state import ModelState, ProjectState

MODELS, STEPS = 20, 20
state = ProjectState()
for number in range(MODELS):
    fields = [("id", models.BigAutoField(primary_key=True))]
    if number:
        fields.append(("before", models.ForeignKey(f"shop.Thing{number - 1}", models.CASCADE)))
    state.add_model(ModelState("shop", f"Thing{number}", fields))
state.apps

apps.get_swappable_settings_name("shop.thing0")
kept = apps.get_swappable_settings_name.cache_info().currsize
state.reload_model("shop", "thing0")
shared = apps.get_swappable_settings_name.cache_info().currsize

watch = cProfile.Profile()
watch.enable()
for number in range(STEPS):
    field = models.ForeignKey("shop.Thing0", models.CASCADE, null=True, related_name="+")
    operations.AddField("Thing1", f"also{number}", field).state_forwards("shop", state)
watch.disable()
ran = {name: count for (_, _, name), (_, count, *_) in pstats.Stats(watch).stats.items()}
asked, looked_up = ran["swappable_setting"], ran["get_swappable_settings_name"]
strings = MODELS
print(f"Django {django.__version__}: {MODELS} models, {STEPS} fields added one by one")
print(f"answers that the registry in use kept: {kept} before, {shared} after another registry drew a model")
print(f"asked {asked} times about at most {strings} model strings, looked up {looked_up} times")
if kept != 1 or looked_up < strings * 5:
    sys.exit("changed: the registry in use keeps its answers now")
PY
env/bin/python look.py

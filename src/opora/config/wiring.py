"""The only upward wires: who above hears of what happened below, and who above knows which family one sees."""

from collections.abc import Mapping, Sequence

from opora.assessments.actions.opening_moves import refuse_later_opening
from opora.common.news import Listener
from opora.config import putting_by
from opora.duties import actions as duties
from opora.evidence import actions as evidence
from opora.families.policies import Sight
from opora.goods.queries.documents import acts_of_goods
from opora.indicators import actions as indicators
from opora.intake import actions as intake
from opora.network.queries.documents import social_map
from opora.papers import actions as papers
from opora.papers.composing import Composer
from opora.plans import actions as plans
from opora.process import actions as process
from opora.process.queries.path_sight import PathSight
from opora.process.queries.whose_hand import whose_hand
from opora.stays import actions as stays
from opora.stays.queries.documents import skills_and_routine

WIRES: Mapping[str, Sequence[Listener]] = {
    "cases.begun": [evidence.begin_facts, process.begin_paths],
    "cases.changed": [evidence.refresh_facts, process.follow_cases],
    "cases.stays_changed": [stays.follow_stays],
    "assessments.changed": [evidence.refresh_facts, process.follow_assessments],
    "families.changed": [evidence.refresh_families],
    "keys.renewed": [papers.seal_files_anew],
    "pathways.published": [process.adopt_cases],
    "practices.published": [indicators.publish_folder],
    "registry.imported": [putting_by.ask],
    "routes.changed": [intake.follow_routes, plans.follow_routes],
    "cases.opening_moves": [refuse_later_opening],
    "people.leaving": [duties.refuse_to_leave_work],
    "councils.decided": [plans.follow_council],
}

# The room of families knows neither cases nor paths; through this window it asks whose work reaches a family.
SIGHT: Sight = PathSight()

# Nor does the journal: through this one it asks for which absent colleague a substitute acts.
WHOSE_HAND = whose_hand

# Rooms of help that stand beside correspondence hand in their part of a document through this one.
COMPOSERS: Mapping[str, Composer] = {
    "aid_act": acts_of_goods,
    "skills": skills_and_routine,
    "social_map": social_map,
}

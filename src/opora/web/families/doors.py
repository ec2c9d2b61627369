"""Who may knock at the pages about people. Every page belongs to a case, and the case decides who enters."""

from opora.web.shell.doors import Door

DOORS = {
    "families:people": Door("case.read", relation=True).only_shown,
    "families:names": Door("identity.read", relation=True),
    "families:person": Door("identity.read", relation=True).only_shown,
    "families:add": Door("case.change", relation=True),
    "families:add_child": Door("case.change", relation=True),
    "families:known": Door("case.change", relation=True),
    "families:edit": Door("case.change", relation=True),
    "families:role": Door("case.change", relation=True),
    "families:leave": Door("case.change", relation=True),
    "families:return": Door("case.change", relation=True),
    "families:born": Door("case.change", relation=True),
    "families:same": Door("assessment.approve", relation=True),
    "families:together": Door("assessment.approve", relation=True),
    "families:take_apart": Door("assessment.approve", relation=True),
    "families:same_family": Door("assessment.approve", relation=True),
    "families:together_family": Door("assessment.approve", relation=True),
    "families:part_families": Door("assessment.approve", relation=True),
    "families:homes": Door("assessment.write", relation=True),
    "families:placement": Door("assessment.write", relation=True),
    "families:withdraw_placement": Door("assessment.write", relation=True),
}

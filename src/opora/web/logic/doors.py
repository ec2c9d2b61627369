"""Who may knock at the pages of logic models: they hold no family, so everybody who works here may read them."""

from opora.web.shell.doors import Door

DOORS = {
    "logic:list": Door(),
    "logic:outcomes": Door(),
    "logic:assumptions": Door(),
    "logic:model": Door(),
    "logic:version": Door(),
    "logic:node": Door(),
}

"""The life of a family: what happened to it and with it, gathered from every room and told in human words."""

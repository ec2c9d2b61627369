"""Pages of own fields: which there are, and what is answered to them about a family."""

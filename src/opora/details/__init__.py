"""Details: what was answered to the organization's own fields about a person, a family, a case or a contact."""

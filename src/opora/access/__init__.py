"""Who works here and what each may do. Never decides about a single case: that is the case's policy."""

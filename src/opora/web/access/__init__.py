"""The front room of the people who work here: the door, accounts, roles, departments, invitations."""

"""Plans: goals and tasks agreed with the family, and their versions. Never a service given; that is recorded
elsewhere.
"""

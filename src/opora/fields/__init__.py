"""Own fields: what an organization asks beside what the product asks, of a person, a family, a case or a contact.

The room says which fields there are, of what kind, and who may see them. What was answered is kept by `details`.
"""

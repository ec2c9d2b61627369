"""Finding: one search over families, cases, signals, partners and letters, which forgives how it is typed."""

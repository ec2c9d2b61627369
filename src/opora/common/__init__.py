"""The ground under every room: days, errors and news. Knows nothing about families, cases or people."""

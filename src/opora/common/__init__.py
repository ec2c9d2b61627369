"""The ground under every room: days, errors, news, words in two languages and the careful reader of TOML. Knows
nothing about families, cases or people.
"""

"""Partners: organizations we know and what they can do, and families handed on to them. Never a record of what
partners do with a family beyond the answer whether help was received.
"""

"""The chain: logic models with their figures, what holds and what does not, box by box."""

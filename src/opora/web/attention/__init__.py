"""Pages of attention: who needs a look and why, families put aside, the signs of the organization."""

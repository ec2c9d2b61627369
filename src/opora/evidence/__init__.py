"""What came of it: the outcome table, its statistics and findings. Computes from records, never from claims."""

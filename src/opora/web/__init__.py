"""Front rooms: pages for each noun. They know no tables."""

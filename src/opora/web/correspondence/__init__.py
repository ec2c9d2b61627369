"""Pages of letters to and from offices, agreements and joint meetings."""

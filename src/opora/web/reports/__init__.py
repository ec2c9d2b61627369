"""Pages of reports: the studio where one is composed of live blocks, what was taken of it, files to take away."""

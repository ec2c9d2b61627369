"""The rules of the stock: what is taken first, what a kit consists of, which size is next, when a need is due."""

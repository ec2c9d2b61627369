"""The front room of the people around a family: its social map, its three generations, talks held with them."""

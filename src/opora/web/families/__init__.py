"""Pages about the people of a case: who they are, what they are to each other, where the children live."""

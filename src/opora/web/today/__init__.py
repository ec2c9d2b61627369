"""The page everybody's day begins with: to whom one goes, what there is to do, what is late, what is nobody's."""

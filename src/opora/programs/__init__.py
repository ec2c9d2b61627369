"""Programs and the practice packs they come from. Never holds a case."""

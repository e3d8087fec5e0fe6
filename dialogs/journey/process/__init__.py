"""The process (prosessi): meetings weeks apart, what is done between them, and what is left of it."""

"""Interim tasks (välitehtävät): given at the end of a workshop, gathered into the next one."""

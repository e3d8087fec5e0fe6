"""Simulated colleagues: for the practice room and for `paja play`."""

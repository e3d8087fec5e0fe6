"""Decisions: event -> facts and a receipt, one module for each sort of actor.

`engine.DECIDE` is the table of contents.
"""

"""Decisions and experiments (päätökset ja kokeilut): what a workshop decided lives on until it is judged."""

"""The commands of `paja`, one module each; `run` returns the exit code."""

"""What workshops say and how they are built: data, and the models that vouch for it.

No input or output but reading its own files.
"""

"""What is kept: the only package that knows the database.

SQLite by default, PostgreSQL with the same code.
"""

"""Called by Alembic: run the migrations on the connection that we were given."""

from __future__ import annotations

from alembic import context

from bot.storage.indexes import metadata

# SQLite can take back a half-made table, too, as long as somebody says so: killed in the middle, nothing has
# happened.
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    transaction_per_migration=False,
)
context.run_migrations()

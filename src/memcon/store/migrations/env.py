"""What Alembic runs around the migrations: they share the connection and the transaction they are called in."""

from alembic import context

from memcon.store.schema import TABLES

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=TABLES,
    render_as_batch=True,  # SQLite alters a table by copying it
    transactional_ddl=True,  # a kill leaves the old schema or the new one
)
with context.begin_transaction():
    context.run_migrations()

"""The migrations of a release to come, which adds a column."""

import shutil
from pathlib import Path

from memcon.store.migrate import SCRIPTS
from memcon.store.schema import SCHEMA

LATER = 9999  # its number

_NEXT = '''
import sqlalchemy as sa
from alembic import op

revision = "{later}"
down_revision = "{head:04}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds a column, then does as the test says."""
    with op.batch_alter_table("judgement") as batch:
        batch.add_column(sa.Column("colour", sa.Text, server_default="blue"))
    {then}
'''


def scripts(folder: Path, *, then: str = "pass") -> Path:
    """Where they lie; the last one does `then` after adding its column."""
    copied = Path(shutil.copytree(SCRIPTS, folder / "100% later"))
    (copied / "versions" / f"{LATER}_next.py").write_text(_NEXT.format(head=SCHEMA, later=LATER, then=then))
    return copied

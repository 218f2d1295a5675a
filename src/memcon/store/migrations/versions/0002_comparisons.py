"""What pairs of documents share, so that nothing is compared twice."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the table of comparisons, empty."""
    op.create_table(
        "comparison",
        sa.Column("first", sa.Text, nullable=False),
        sa.Column("second", sa.Text, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
        sa.Column("seal", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("first", "second", name="pk_comparison"),
        sa.ForeignKeyConstraint(["first"], ["document.id"], name="fk_comparison_first"),
        sa.ForeignKeyConstraint(["second"], ["document.id"], name="fk_comparison_second"),
    )

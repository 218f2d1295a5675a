"""The tables of a record file.

Two groups are precious: what was received (`blob`, `document`, `metadatum`, `arrival`, `problem`) and what people
decided (`judgement`). The others (`annotation`, `quotation`, `fingerprint`, `comparison`, `record`) are made from these
and may be dropped and made again.

Metadata, arrivals and quotations are rows: the first two grow whenever the same content arrives again, and the last
lets any SQL shell check that `substr(text, start + 1, end - start)` is what was quoted. Zones, annotations,
fingerprints and comparisons never change one at a time and are always read whole, so rows would gain nothing; they are
JSON.

Every table has a `seal`, a digest of the row's other columns: a row that any program or disk has altered is found.
The types are those that SQLite and PostgreSQL share.
"""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, Table, Text

SCHEMA = 3  # the number of the last migration; also the file's `user_version`
APPLICATION_ID = 0x4D454D43  # "MEMC": tells a record from any other SQLite file

TABLES = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
    }
)

blob = Table(
    "blob",
    TABLES,
    Column("sha256", Text, primary_key=True),
    Column("codec", Text, nullable=False),  # zlib or raw
    Column("size", Integer, nullable=False),  # of the bytes as received
    Column("data", LargeBinary, nullable=False),
    Column("seal", Text, nullable=False),
)

document = Table(
    "document",
    TABLES,
    Column("id", Text, primary_key=True),
    Column("blob", Text, ForeignKey("blob.sha256"), nullable=False),
    Column("media_type", Text, nullable=False),
    Column("encoding", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("zones", Text, nullable=False),  # JSON
    Column("added_at", Text, nullable=False),
    Column("seal", Text, nullable=False),
)

metadatum = Table(
    "metadatum",
    TABLES,
    Column("document", Text, ForeignKey("document.id"), primary_key=True),
    Column("key", Text, primary_key=True),  # digest of the reading, for a key cannot hold the NULLs of start and end
    Column("field", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("seal", Text, nullable=False),
)

arrival = Table(
    "arrival",
    TABLES,
    Column("document", Text, ForeignKey("document.id"), primary_key=True),
    Column("path", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("seal", Text, nullable=False),
)

problem = Table(
    "problem",
    TABLES,
    Column("key", Text, primary_key=True),  # digest of path, reason and detail
    Column("stage", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("document", Text),  # with start and end: the anchor. No foreign key: the document may have been refused
    Column("start", Integer),
    Column("end", Integer),
    Column("at", Text, nullable=False),
    Column("seal", Text, nullable=False),
)

judgement = Table(
    "judgement",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("left", Text, nullable=False),
    Column("right", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("undone_at", Text),
    Column("seal", Text, nullable=False),
)

annotation = Table(
    "annotation",
    TABLES,
    Column("document", Text, ForeignKey("document.id"), primary_key=True),
    Column("version", Text, nullable=False),  # of the annotators
    Column("data", Text, nullable=False),  # JSON
    Column("seal", Text, nullable=False),
)

quotation = Table(
    "quotation",
    TABLES,
    Column("document", Text, ForeignKey("document.id"), primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("seal", Text, nullable=False),
)

fingerprint = Table(
    "fingerprint",
    TABLES,
    Column("document", Text, ForeignKey("document.id"), primary_key=True),
    Column("data", Text, nullable=False),  # JSON
    Column("seal", Text, nullable=False),
)

comparison = Table(  # of pairs of documents; which pairs are compared depends on all of them
    "comparison",
    TABLES,
    Column("first", Text, ForeignKey("document.id"), primary_key=True),
    Column("second", Text, ForeignKey("document.id"), primary_key=True),
    Column("data", Text, nullable=False),  # JSON
    Column("seal", Text, nullable=False),
)

record = Table(  # all that follows from the others; one row, or none
    "record",
    TABLES,
    Column("basis", Text, primary_key=True),  # digest of what it was made from
    Column("data", LargeBinary, nullable=False),  # MessagePack, compressed
    Column("seal", Text, nullable=False),
)

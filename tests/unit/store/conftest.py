"""Every test of the store runs on each SQLite that is installed."""

import sys

import pytest


@pytest.fixture(params=["pysqlite3", "sqlite3"], autouse=True)
def driver(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The SQLite module the store finds."""
    if request.param == "sqlite3":
        monkeypatch.setitem(sys.modules, "pysqlite3", None)  # as if it were not installed
    else:
        pytest.importorskip("pysqlite3")
    return str(request.param)

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest tests/golden --golden-update` writes what is made now over what was expected."""
    parser.addoption("--golden-update", action="store_true", help="write the golden files anew, and review the diff")

import subprocess
import sys

import memcon

HEAVY = (
    "alembic", "charset_normalizer", "click", "filelock", "jinja2", "lxml", "msgspec", "numpy", "onnxruntime", "py3langid",
    "pysqlite3", "resiliparse", "rich", "sqlalchemy", "sqlite3", "spacy", "trafilatura", "weasyprint", "yaml",
)  # fmt: skip


def test_public_names_are_sorted_and_there() -> None:
    """Every public name can be fetched, is listed in order, and shown by dir."""
    assert memcon.__all__ == sorted(memcon.__all__)
    for name in memcon.__all__:
        assert getattr(memcon, name) is not None
        assert name in dir(memcon)


def test_the_public_names() -> None:
    """A name enters or leaves the package on purpose only."""
    assert set(memcon.__all__) == {
        "Anchor", "Brief", "Document", "MemconError", "PartialDate", "Problem", "Record", "RecordFile", "open",
        "render_html",
    }  # fmt: skip


def test_an_unknown_name_is_an_attribute_error() -> None:
    """What memcon does not have is missing as from any module."""
    assert not hasattr(memcon, "uninvited")


def test_importing_memcon_loads_nothing_heavy() -> None:
    """A bare import, and the vocabulary of errors and values, load no library beyond the standard one."""
    code = f"import sys, memcon; memcon.Anchor, memcon.Problem; print([n for n in {HEAVY!r} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

"""A user's own vocabulary of issues."""

from pathlib import Path

import pytest

from memcon.core.issues import read_issues
from memcon.errors import UnreadableIssuesError


def test_a_file_takes_the_place_of_the_vocabulary(tmp_path: Path) -> None:
    """What a file leaves out is filled in from what it says."""
    path = tmp_path / "issues.toml"
    path.write_text('[[issue]]\nname = "fish"\nterms = ["cod", "haul"]\n', encoding="utf-8")
    (found,) = read_issues(path)
    assert (found.name, found.label, found.terms, found.about) == ("fish", "fish", ("cod", "haul"), ())


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (b"", "no [[issue]]"),
        (b"[[issue]", "not TOML"),
        (b"\xff", "not TOML"),
        (b'[[issue]]\nterms = ["cod"]', "needs a name"),
        (b'[[issue]]\nname = "fish"', "list of terms"),
        (b'[[issue]]\nname = "fish"\nterms = "cod"', "list of terms"),
        (b'issue = "fish"', "needs a name"),
    ],
)
def test_a_bad_file_is_refused_with_the_reason(tmp_path: Path, text: bytes, why: str) -> None:
    """Bytes, syntax, names and lists are each told apart."""
    path = tmp_path / "issues.toml"
    path.write_bytes(text)
    with pytest.raises(UnreadableIssuesError) as caught:
        read_issues(path)
    assert str(path) in str(caught.value)
    assert why in str(caught.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """It is an error of its own, not one of the file system."""
    with pytest.raises(UnreadableIssuesError):
        read_issues(tmp_path / "none.toml")

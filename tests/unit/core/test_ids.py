import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.core.ids import digest


def test_an_id_is_the_same_on_every_machine() -> None:
    """Ids are fixed by content: this one must never change, or old records would lose their judgements."""
    assert digest("statement", "1234") == "0f5708154e5d31f9"


@pytest.mark.parametrize(
    ("left", "right"),
    [(("ab", "c"), ("a", "bc")), (("a", "b"), ("b", "a")), (("a",), ("a", "")), ((), ("",)), (("é",), ("e\u0301",))],
)
def test_different_parts_make_different_ids(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    """Where one part ends and the next begins counts, and so does their order."""
    assert digest(*left) != digest(*right)


@given(st.lists(st.text()))
def test_any_text_has_an_id(parts: list[str]) -> None:
    """Sixteen hexadecimal digits for any text, even with lone surrogates; text and its bytes are one."""
    made = digest(*parts, "\ud800")
    assert len(made) == 16
    assert set(made) <= set("0123456789abcdef")
    assert digest(*parts) == digest(*(part.encode("utf-8", "surrogatepass") for part in parts))

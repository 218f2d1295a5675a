import pytest

from memcon.core.origins import agency_names, origin_name


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("AP", "The Associated Press"),
        ("(AP)", "The Associated Press"),
        ("the Associated Press", "The Associated Press"),
        ("apnews", "The Associated Press"),
        ("apnews.com", "The Associated Press"),
        ("news agency AFP.", "Agence France-Presse"),
        ("“Reuters”", "Reuters"),
        ("REUTERS", "Reuters"),
    ],
)
def test_one_agency_has_one_name(printed: str, name: str) -> None:
    """However a credit prints it, an agency is one origin."""
    assert origin_name(printed) == name


@pytest.mark.parametrize("printed", ["Lakeshore Gazette", "NWA", "Harbour News", "Apple"])
def test_an_unknown_origin_is_kept_as_printed(printed: str) -> None:
    """A name nobody listed is its own origin, and words that merely begin like an agency are not one."""
    assert origin_name(f" {printed}, ") == printed


def test_signs_alone_are_no_trouble() -> None:
    """A credit of nothing but signs gives a name without them rather than an endless loop."""
    assert origin_name(" —|) ").strip("—|) ") == ""


def test_the_longest_names_come_first() -> None:
    """So that a pattern made of them prefers "Sorvane News Agency" to "Sorvane News"."""
    lengths = [len(name) for name in agency_names()]
    assert lengths == sorted(lengths, reverse=True)
    assert "Reuters" in agency_names()

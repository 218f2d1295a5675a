"""The page of published scores."""

from memcon.evaluate import Figure, Scoreboard, markdown

SCOREBOARD = Scoreboard(
    (
        Figure("statements", "spans_f1", 0.91, 0.8, 0.97, 40, 0.9, 0.7, "a bare expression", "abcdef1234567890"),
        Figure("statements", "example_speaker", 0.5, 0.4, 0.6, 12, None, 0.3, "a bare expression", "fedcba0987654321"),
        Figure("trace", "families_exact", 1, 1, 1, 1, digest="abcdef1234567890"),
        Figure("speed", "documents_per_second", 41.6, 40.2, 43.0, 300),
    ),
    ("times: this version has nothing to score.",),
)


def test_every_figure_is_on_the_page() -> None:
    """A figure stands with its meaning, value, interval, count, naive method and floor."""
    page = markdown(SCOREBOARD)
    assert "| `spans_f1` | harmonic mean of the next two | 0.910 | 0.800–0.970 | 40 | 0.700 | 0.900 |" in page
    assert "| `example_speaker` | share of the quoted spans with a known speaker that" in page
    assert "| `documents_per_second` | reports per second | 42 | 40–43 | 300 | – | – |" in page
    assert "The naive method: a bare expression." in page


def test_published_figures_stand_beside_ours() -> None:
    """The language model's table has the published figure in a column of its own, and below it whose it is."""
    figure = Figure("language", "ewt_las", 0.871, 0.86, 0.88, 100, 0.865, 0.894, "a larger parser", "aa")
    page = markdown(Scoreboard((figure,), ()))
    assert "| figure | what it is | value | 95% interval | over | published | floor |" in page
    assert "- a larger parser: `ewt_las`.\n" in page


def test_the_gold_is_told_apart() -> None:
    """Given gold and the project's own example have tables of their own, each with its digest."""
    page = markdown(SCOREBOARD)
    given, own = page.index("SHA-256 abcdef123456…"), page.index("SHA-256 fedcba098765…")
    assert given < page.index("`spans_f1`") < own < page.index("`example_speaker`")


def test_what_is_missing_is_said() -> None:
    """Parts that could not be measured are listed, and if there are none the page says so."""
    assert "## Not measured\n\n- times: this version has nothing to score.\n" in markdown(SCOREBOARD)
    assert "Everything was measured." in markdown(Scoreboard((), ()))


def test_one_sentence_per_line() -> None:
    """Prose has one sentence per line, so that a change shows as the sentence it is."""
    prose = [line for line in markdown(SCOREBOARD).splitlines() if not line.startswith(("|", "#", "-", "<"))]
    assert not [line for line in prose if ". " in line]

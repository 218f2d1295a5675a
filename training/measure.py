"""What an exported model gets on every corpus at hand."""

from pathlib import Path

from memcon.evaluate import language
from memcon.language.weights import Weights

PAIRS = Path(__file__).parents[1] / "examples" / "paraphrases.tsv"


def measure(data: Path, weights: Path) -> dict[str, float]:
    """Every figure by name."""
    return {score.name: score.value for score, _ in language.measure(data, Weights(weights), pairs=PAIRS)}

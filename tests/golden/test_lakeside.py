"""The example event through the whole program, into the JSON that `--json` prints.

Nothing is left out: ids, offsets and order are functions of the files, so a difference is a change of behaviour.
After a change that was meant: `pytest tests/golden --golden-update`, and review the diff.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import memcon
from memcon.present import answers, damaged, differing, shown, timed, traced, varied

HERE = Path(__file__).parent
REPORTS = HERE.parents[1] / "examples" / "lakeside" / "reports"
EXPECTED = HERE / "lakeside"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """Every answer about the example, by the name of its golden file."""
    with pytest.MonkeyPatch.context() as patch, memcon.open(tmp_path_factory.mktemp("record") / "lake.db") as record:
        patch.chdir(REPORTS)  # so that paths are the same on every machine
        record.add(["."])
        built, seen = record.record(), record.annotations()
        documents = {one.id: one for one in record.documents()}
        return {
            "brief.json": answers.brief_answer(record.brief(), documents=documents),
            "damage.json": damaged.damage_answer(record.damage(), documents=documents),
            "disagreements.json": differing.disagreements_answer(record.disagreements(), documents=documents),
            "documents.json": answers.documents_answer(built, documents=documents, annotations=seen),
            "families.json": answers.families_answer(record.families(), record=built),
            "problems.json": answers.problems_answer(record.problems(), documents=documents),
            "statements.json": answers.statements_answer(record.statements(), record=built, documents=documents),
            "timeline.json": timed.timeline_answer(record.timeline(), documents=documents),
            "times.json": timed.times_answer(record.times(), documents=documents),
            "trace.json": traced.trace_answer(record.trace(), documents=documents),
            "variants.json": varied.variants_answer(record.variants(), record=built, documents=documents),
            "wire.json": shown.show_answer(
                next(one for one in documents.values() if (one.path or "").endswith("01-halyard-wire.txt")),
                record=built, documents=documents, annotations=seen,
            ),
        }  # fmt: skip


def written(answer: object) -> str:
    """An answer as its golden file has it."""
    return json.dumps(answer, indent=1, ensure_ascii=False) + "\n"


NAMES = ("brief.json", "damage.json", "disagreements.json", "documents.json", "families.json", "problems.json",
         "statements.json", "timeline.json", "times.json", "trace.json", "variants.json", "wire.json")  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_the_example_gives_the_golden_answer(
    made: Mapping[str, Any], name: str, request: pytest.FixtureRequest
) -> None:
    """The answer is, to the byte, what was reviewed and committed."""
    path = EXPECTED / name
    if request.config.getoption("--golden-update", default=False):
        path.parent.mkdir(exist_ok=True)
        path.write_text(written(made[name]), encoding="utf-8")
    assert written(made[name]) == path.read_text(encoding="utf-8")


def test_no_golden_file_is_stale(made: Mapping[str, Any]) -> None:
    """A golden file that nothing makes any more must go."""
    assert sorted(path.name for path in EXPECTED.iterdir()) == sorted(NAMES) == sorted(made)

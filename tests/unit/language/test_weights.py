"""The packaged files, whole and damaged."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from memcon.errors import DamagedModelError
from memcon.language import load, version
from memcon.language.lemmas import lemma
from memcon.language.weights import FOLDER, Weights

pytestmark = pytest.mark.models

FILES = sorted(path.name for path in FOLDER.iterdir())


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the model, its files shared with the original until one is replaced."""

    def linked(source: str, target: str) -> None:
        try:
            os.link(source, target)
        except OSError:
            shutil.copyfile(source, target)

    return Path(shutil.copytree(FOLDER, tmp_path / "weights", copy_function=linked))


def replace(path: Path, content: bytes) -> None:
    """Another file in its place; writing into it would reach the original."""
    path.unlink()
    path.write_bytes(content)


def refusal(folder: Path) -> DamagedModelError:
    """How the model says that it cannot be used."""
    with pytest.raises(DamagedModelError) as caught:
        Weights(folder)
    return caught.value


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(copy: Path, name: str) -> None:
    """Without one of its files the model says which, and what to do."""
    (copy / name).unlink()
    error = refusal(copy)
    assert error.path == str(copy / name)
    assert name in str(error)
    assert "missing" in str(error)
    assert "Install memcon again" in str(error)


@pytest.mark.parametrize("name", [name for name in FILES if name != "manifest.json"])
def test_an_altered_file_is_named(copy: Path, name: str) -> None:
    """One byte changed anywhere is noticed before the file is used."""
    content = bytearray((copy / name).read_bytes())
    content[len(content) // 2] ^= 1
    replace(copy / name, bytes(content))
    error = refusal(copy)
    assert error.path == str(copy / name)
    assert "not what was shipped" in str(error)
    assert "Install memcon again" in str(error)


@pytest.mark.parametrize("name", [name for name in FILES if name != "manifest.json"])
def test_a_file_cut_short_is_named(copy: Path, name: str) -> None:
    """An installation that ran out of disk is noticed."""
    replace(copy / name, (copy / name).read_bytes()[:-100])
    assert refusal(copy).path == str(copy / name)


@pytest.mark.parametrize("content", [b"", b'{"version": "1", "fi', b"\xff\xfe", b"[]", b"{}"])
def test_a_spoilt_manifest_is_named(copy: Path, content: bytes) -> None:
    """A list of files that is cut short, or is no such list, is a damaged model like any other."""
    replace(copy / "manifest.json", content)
    assert refusal(copy).path == str(copy / "manifest.json")


def test_no_folder_at_all(tmp_path: Path) -> None:
    """Where there is no model, the first missing file is named."""
    assert str(tmp_path) in refusal(tmp_path / "nowhere").path


def test_a_copy_is_as_good(copy: Path) -> None:
    """A model is its files, wherever they lie."""
    assert Weights(copy).version == load().version


def test_the_version_is_known_without_loading() -> None:
    """What the manifest says is what the model says; asking for it loads nothing heavy."""
    assert version() == load().version
    code = (
        "import sys, memcon.language as language; language.version(); "
        "print([name for name in ('onnxruntime', 'memcon.language.packaged') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_file_is_listed() -> None:
    """No file is read that the manifest does not vouch for."""
    listed = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert sorted([*listed, "manifest.json"]) == FILES


def test_one_copy_for_all_threads() -> None:
    """Threads that ask for the model at the same moment get the same one, and only that one is in memory."""
    code = (
        "import gc, threading\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        "from memcon.language import load\n"
        "barrier = threading.Barrier(6)\n"
        "def ask(_):\n"
        "    barrier.wait()\n"
        "    return load()\n"
        "with ThreadPoolExecutor(6) as pool:\n"
        "    found = list(pool.map(ask, range(6)))\n"
        "from memcon.language.weights import Weights\n"
        "copies = sum(isinstance(one, Weights) for one in gc.get_objects())\n"
        "print(len({id(one) for one in found}), copies)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "1"]


def test_no_edit_of_the_model_empties_a_word() -> None:
    """Whichever edit the model chooses for whichever word, a lemma is left."""
    for edit in Weights().labels["lemmas"]:
        for word in ("a", "is", "talks", "”", "会談"):
            assert lemma(word, edit)


def test_vectors() -> None:
    """Vectors are of unit length and of one width, also for nothing, for an emoji and for a sentence without end."""
    found = load().vectors(["The talks resume in May.", "", "\U0001f91d", "a b " * 2_000, "会談は終わった。"])
    assert found.dtype == np.float32
    assert np.linalg.norm(found, axis=1) == pytest.approx(1, abs=1e-5)
    assert load().vectors([]).shape == (0, found.shape[1])


def test_a_vector_depends_on_its_sentence_alone() -> None:
    """The same sentence has the same vector, to the bit, alone and among others."""
    sentences = [f"The {number} ministers met in Brenna and left." for number in range(9)]
    together = load().vectors(sentences)
    for number in (0, 4, 8):
        assert load().vectors([sentences[number]])[0].tobytes() == together[number].tobytes()


def test_near_meanings_have_near_vectors() -> None:
    """A sentence is nearer to another wording of it than to one about something else."""
    one, other, apart = load().vectors(
        ["The ministers met for two hours.", "The ministers talked for two hours.", "Cook the fish slowly in butter."]
    )
    assert one @ other > one @ apart

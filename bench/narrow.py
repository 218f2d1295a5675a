"""onnxruntime held to AVX2 on a processor that has AVX-512: `python -m bench.narrow FOLDER` prints where, as JSON.

It has no setting for that: it asks the processor which instructions there are and the system which registers it saves.
So a copy of its library is made in which the second question, one instruction of three bytes, answers `as far as AVX`;
then it chooses what it would choose on a processor without AVX-512 (and without VNNI, which comes with that).

Checked once, 2026-11: the copy's scores were, bit for bit, those of the untouched library under valgrind, which shows
programs a processor that has AVX2 and no AVX-512. Those with AVX-512 differ in their last digits.
"""

import json
import platform
import re
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

# XGETBV of register 0: after XOR ECX, ECX or before MOV EAX, EAX; SHL RDX, 32. Elsewhere the bytes are no instruction.
_ASKS = re.compile(rb"(?<=\x31\xc9)\x0f\x01\xd0|\x0f\x01\xd0(?=\x89\xc0\x48\xc1\xe2\x20)")
_ANSWER = b"\x6a\x07\x58"  # PUSH 7; POP RAX: x87, SSE and AVX registers are saved
_CPU = Path("/proc/cpuinfo")


def main() -> None:
    """Print the folder to put on the path, or null."""
    place = narrowed(Path(sys.argv[1]))
    print(json.dumps(str(place) if place else None))


def narrowed(folder: Path) -> Path | None:
    """A folder that holds such an onnxruntime, to be put first on the path; None where there is no AVX-512 to hide."""
    spec = find_spec("onnxruntime")
    known = platform.system() == "Linux" and platform.machine() == "x86_64"
    if not known or spec is None or spec.origin is None or " avx512f " not in _CPU.read_text(encoding="utf-8"):
        return None
    copy = folder / "onnxruntime"
    shutil.copytree(Path(spec.origin).parent, copy, ignore=shutil.ignore_patterns("libonnxruntime.so*", "__pycache__"))
    (library,) = (copy / "capi").glob("onnxruntime_pybind11_state*.so")
    code, places = _ASKS.subn(_ANSWER, library.read_bytes())
    library.write_bytes(code)
    return folder if places else None


if __name__ == "__main__":
    main()

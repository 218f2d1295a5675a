"""HTML pages through the child that can be killed, beside trafilatura in the same process.

Run as `python -m bench.pages FOLDER`.
The difference is what it costs that no page can hang memcon. Both have read one page before the clock starts.
"""

import json
import sys
from pathlib import Path
from time import perf_counter

from memcon.ingest import Extractor


def main() -> None:
    """Print seconds for all pages of the folder, by either way, as JSON."""
    pages = [file.read_text(encoding="utf-8") for file in sorted(Path(sys.argv[1]).iterdir())]
    started, through = _through_child(pages)
    print(json.dumps({"start": started, "child": through, "inside": _inside(pages)}))


def _through_child(pages: list[str]) -> tuple[float, float]:
    begun = perf_counter()
    with Extractor() as extractor:
        extractor.page(pages[0])
        started = perf_counter()
        for page in pages:
            extractor.page(page)
        return started - begun, perf_counter() - started


def _inside(pages: list[str]) -> float:
    import trafilatura  # only now: the child's start must not profit from files that are in memory already

    def extract(page: str) -> None:
        trafilatura.bare_extraction(
            page,
            favor_precision=True,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2100-01-01"},
        )

    extract(pages[0])
    begun = perf_counter()
    for page in pages:
        extract(page)
    return perf_counter() - begun


if __name__ == "__main__":
    main()

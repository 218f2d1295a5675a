"""Inputs that are not reports, by name, each made to a share of its size."""

from collections.abc import Callable

ODD: dict[str, Callable[[float], str]] = {
    "nothing": lambda _: "",
    "one word of 1,000,000 letters": lambda share: "a" * int(1_000_000 * share),
    "200,000 words in one paragraph": lambda share: " ".join(["Orrin met Marn today."] * int(50_000 * share)),
    "200,000 words in one sentence": lambda share: " ".join(["and Orrin met Marn"] * int(50_000 * share)),
    "20,000 paragraphs of one word": lambda share: "\n\n".join(["Talks."] * int(20_000 * share)),
    "100,000 marks of punctuation": lambda share: "?!…,;—“”()" * int(10_000 * share),
    "100,000 letters of Chinese": lambda share: "会谈在布伦纳结束。\n\n" * int(11_000 * share),
    "100,000 letters of Arabic": lambda share: "انتهت المحادثات في برينا\n\n" * int(4_500 * share),
    "100,000 letters of Russian": lambda share: "Они встретились в Бренне.\n\n" * int(4_700 * share),
}

"""Lemmas as edits: how a dictionary form is made from the word in the text.

A script is `CUT ADD`, written without the space: `1` takes the last letter off (“talks”), `3e` takes three and adds an
e (“making”); `l` before it means small letters first; `=be` is the lemma itself.

Source:
    Chrupała 2006, edit scripts as classes; Straka 2018 has the like in UDPipe 2.
"""


def script(word: str, lemma: str) -> str:
    """The edit that makes the lemma."""
    for case, base in (("", word), ("l", word.lower())):
        same = 0
        while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
            same += 1
        if same and len(base) - same <= 4 and len(lemma) - same <= 4:
            return f"{case}{len(base) - same}{lemma[same:]}"
    return f"={lemma}"


def lemma(word: str, script: str) -> str:
    """The lemma that an edit makes; the word itself where the edit would take all of it."""
    if script.startswith("="):
        return script[1:]
    base = word.lower() if script.startswith("l") else word
    script = script.removeprefix("l")
    cut = int(script[:1])
    return base[: len(base) - cut] + script[1:] if cut < len(base) else base

"""Messages between the extractor and its child: four bytes of length, then that much JSON.

No pickle: a page that subverts the child could otherwise make the parent run code.
"""

import json
from typing import Any, BinaryIO

_LARGEST = 200_000_000  # bytes; a page is at most 5 MB, and its text is shorter


def send(stream: BinaryIO, message: dict[str, Any]) -> None:
    """Write one message."""
    data = json.dumps(message).encode()
    stream.write(len(data).to_bytes(4, "big") + data)
    stream.flush()


def receive(stream: BinaryIO) -> dict[str, Any]:
    """The next message.

    Raises:
        EOFError: The other side is gone, or what it sent is not a message.
    """
    length = int.from_bytes(_exactly(stream, 4), "big")
    if length > _LARGEST:
        raise EOFError
    try:
        message = json.loads(_exactly(stream, length))
    except (ValueError, RecursionError) as error:
        raise EOFError from error
    if isinstance(message, dict):
        return message
    raise EOFError


def _exactly(stream: BinaryIO, count: int) -> bytes:
    data = stream.read(count)
    if len(data) < count:
        raise EOFError
    return data

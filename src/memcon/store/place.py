"""Where a record may lie: an ordinary file, on a disk of this machine.

SQLite's write-ahead log shares memory between processes through a file, which network file systems do not do
(https://www.sqlite.org/wal.html), so these are refused by name. The check reads Linux's list of mounts; elsewhere
it knows Windows network paths only.
"""

import os
import re
import stat
from pathlib import Path

from memcon.errors import NotARecordError, RecordError

_MOUNTS = Path("/proc/self/mountinfo")
# 9p is not among them: virtual machines and sandboxes have their own disk by it.
_NETWORK = frozenset({
    "afs", "ceph", "cifs", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.sshfs", "glusterfs", "lustre",
    "ncpfs", "nfs", "nfs4", "smb3", "smbfs",
})  # fmt: skip
_ESCAPED = re.compile(r"\\([0-7]{3})")


def located(path: str | Path) -> Path:
    """The file's one real path, so that all names of a record share one lock.

    Raises:
        NotARecordError: It is a folder, a pipe or a device; nothing was opened.
        RecordError: The name cannot exist, or it lies on a network file system.
    """
    name = os.fspath(path)
    if "\0" in name:
        raise RecordError(name, "A file name cannot contain a NUL character.")
    real = Path(os.path.realpath(name))
    try:
        mode = real.stat().st_mode
    except FileNotFoundError:
        mode = stat.S_IFREG
    except OSError as error:
        raise RecordError(name, f"{name} cannot be used: {error.strerror}.") from error
    if not stat.S_ISREG(mode):
        raise NotARecordError(name)
    kind = network(real, _mounts())
    if kind:
        raise RecordError(
            name,
            f"{name} is on a network file system ({kind}), where a record can be damaged when two machines use it. "
            f"Keep it on a local disk.",
        )
    return real


def network(path: Path, mounts: str) -> str:
    """The network file system a path lies on, or an empty string.

    Args:
        mounts: The content of Linux's mountinfo (proc(5)); empty elsewhere.
    """
    if str(path).startswith("\\\\"):
        return "Windows share"
    best, kind = -1, ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:
            continue
        point = Path(_ESCAPED.sub(lambda match: chr(int(match[1], 8)), fields[4]))
        # A later mount on the same point hides the earlier one.
        if path.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), after.split(" ")[0]
    return kind if kind in _NETWORK else ""


def _mounts() -> str:
    try:
        return _MOUNTS.read_text("utf-8", "surrogateescape")
    except OSError:
        return ""

"""Files and places that are no record, or cannot hold one."""

import os
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from memcon.errors import MissingRecordError, NewerRecordError, NotARecordError, RecordError
from memcon.store import Store, place
from memcon.store.place import network
from tests.unit.store.reports import exported, offer, put

MOUNTS = """\
22 1 254:0 / / rw,relatime - ext4 /dev/root rw
30 22 0:40 / /home/venn rw shared:2 - nfs4 filer:/venn rw
31 30 0:41 / /home/venn/local\\040disk rw - ext4 /dev/sdb rw
32 22 0:42 / /mnt rw - ext4 /dev/sdc rw
33 22 0:43 / /mnt rw - fuse.sshfs far:/ rw
"""


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A folder of ours, while we are nobody special: root may write anywhere."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        root = os.name == "posix" and os.geteuid() == 0
        if root:
            os.chown(folder, 65534, 65534)
            os.seteuid(65534)
        try:
            if not os.access(place.__file__, os.R_OK, effective_ids=True):
                pytest.skip("the checkout lies where nobody but root may read")
            yield folder
        finally:
            if root:
                os.seteuid(0)
            folder.chmod(0o777)


def test_there_is_no_record(tmp_path: Path) -> None:
    """Reading where there is nothing is an error that names the place, and makes nothing there."""
    with pytest.raises(MissingRecordError, match=r"no\.db"):
        Store.open(tmp_path / "no.db", create=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize(
    "content", [b"Orrin met Marn.\n", b"x" * 10_000, b"SQLite format 3\0", b"SQLite format 3\0" + bytes(4096), b"\0"]
)
def test_other_files_are_refused_and_left_alone(tmp_path: Path, content: bytes, create: bool) -> None:
    """A file of another kind is not a record, whatever it begins with, and not one byte of it changes."""
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(NotARecordError):
        Store.open(path, create=create)
    assert path.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_another_programs_database_is_refused(tmp_path: Path, journal: str, driver: str) -> None:
    """Another program's SQLite file is not a record; it is not changed, and nothing is left beside it."""
    path = tmp_path / "places.sqlite"
    connection = import_module(driver).connect(str(path))
    connection.execute(f"PRAGMA journal_mode = {journal}")
    connection.execute("CREATE TABLE document (id TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotARecordError):
        Store.open(path, create=True)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["places.sqlite"]


def test_an_empty_file_becomes_a_record_only_where_one_is_to_be_made(tmp_path: Path) -> None:
    """An empty file is no record to read, and a fine place for a new one."""
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(NotARecordError):
        Store.open(path, create=False)
    with Store.open(path, create=True) as store:
        assert put(store, offer()) == "added"


def test_folders_pipes_and_devices_are_refused(tmp_path: Path) -> None:
    """What is no ordinary file is refused without opening it, so a pipe nobody writes to does not hang."""
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", Path("/dev/null")):
        with pytest.raises(NotARecordError):
            Store.open(path, create=True)


def test_impossible_names_are_refused(tmp_path: Path) -> None:
    """A name that is too long, circular, inside a file or holds a NUL gives one sentence."""
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "file").touch()
    for path in (tmp_path / ("x" * 300), tmp_path / "loop", tmp_path / "file" / "a.db", f"{tmp_path}/a\0b"):
        with pytest.raises(RecordError, match="cannot"):
            Store.open(path, create=True)
    with pytest.raises(RecordError):
        Store.open(tmp_path / ("y" * 253), create=True)  # the name fits, that of its lock does not
    with pytest.raises(RecordError, match="no folder"):
        Store.open(tmp_path / "no" / "folder" / "a.db", create=True)
    assert not (tmp_path / "no").exists()


@pytest.mark.parametrize(
    "name", ["a b.db", "what?mode=memory.db", "100%41.db", "new\nline.db", "récord 録.db", "-r", "#"]
)
def test_odd_names_are_only_names(tmp_path: Path, name: str) -> None:
    """Characters that mean something in an address are plain characters in a file name."""
    with Store.open(tmp_path / name, create=True) as store:
        put(store, offer())
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted([name, f"{name}.lock"])


def test_a_link_to_a_record_is_that_record(tmp_path: Path) -> None:
    """Through a symbolic link the same file and the same lock are used."""
    (tmp_path / "link.db").symlink_to(tmp_path / "memcon.db")
    with Store.open(tmp_path / "link.db", create=True) as store:
        put(store, offer())
    assert sorted(each.name for each in tmp_path.iterdir()) == ["link.db", "memcon.db", "memcon.db.lock"]
    with Store.open(tmp_path / "memcon.db", create=False) as store:
        assert len(store.documents()) == 1


def test_a_newer_record_is_refused(tmp_path: Path, driver: str) -> None:
    """A record that a later version wrote is not touched."""
    path = tmp_path / "memcon.db"
    Store.open(path, create=True).close()
    connection = import_module(driver).connect(str(path))
    connection.execute("PRAGMA user_version = 900")
    connection.close()
    with pytest.raises(NewerRecordError):
        Store.open(path, create=True)


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_a_record_in_a_read_only_folder_can_be_read(unprivileged: Path) -> None:
    """Where nothing may be written a record is read as it lies; writing to it gives one sentence."""
    path = unprivileged / "memcon.db"
    with Store.open(path, create=True) as store:
        put(store, offer(1))
        before = exported(store)
    unprivileged.chmod(0o555)
    path.chmod(0o444)
    with Store.open(path, create=False) as store:
        assert exported(store) == before
        assert store.verify() == ()
        with pytest.raises(RecordError, match=r"memcon\.db cannot be"):
            put(store, offer(2))
    with pytest.raises(RecordError):
        Store.open(unprivileged / "new.db", create=True)


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_a_record_we_may_not_read(unprivileged: Path) -> None:
    """A file without permission to read it gives one sentence."""
    path = unprivileged / "memcon.db"
    Store.open(path, create=True).close()
    path.chmod(0)
    with pytest.raises(RecordError, match="cannot be"):
        Store.open(path, create=False)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/orrin/memcon.db", ""),
        ("/home/venn/memcon.db", "nfs4"),
        ("/home/venn/local disk/memcon.db", ""),
        ("/home/vennard/memcon.db", ""),
        ("/mnt/memcon.db", "fuse.sshfs"),
    ],
)
def test_network_file_systems_are_told_from_disks(path: str, kind: str) -> None:
    """The deepest mount decides, the later of two on one point; octal escapes are spaces."""
    assert network(Path(path), MOUNTS) == kind


def test_a_record_on_a_network_file_system_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the machine's list of mounts says that a folder is another machine's, no record is made in it."""
    mounts = tmp_path / "mountinfo"
    mounts.write_text(f"22 1 0:40 / {tmp_path.resolve()} rw - nfs4 filer:/venn rw\n")
    monkeypatch.setattr(place, "_MOUNTS", mounts)
    with pytest.raises(RecordError, match=r"network file system \(nfs4\)"):
        Store.open(tmp_path / "memcon.db", create=True)
    assert list(tmp_path.iterdir()) == [mounts]


def test_a_machine_without_a_list_of_mounts_is_trusted() -> None:
    """Where the list is empty or unreadable nothing is refused."""
    assert network(Path("/home/venn/memcon.db"), "") == network(Path("/a"), "garbage\n - \n1 2 3\n") == ""

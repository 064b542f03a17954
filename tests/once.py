"""What is made once in a run of the tests, whichever of its processes asks for it first."""

from __future__ import annotations

import copyreg
import os
import pickle
import time
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import pytest

T = TypeVar("T")
PATIENCE = 600  # seconds; whoever makes it may have been killed


def _proxy(fields: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(fields)


copyreg.pickle(MappingProxyType, lambda proxy: (_proxy, (dict(proxy),)))


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], T]) -> T:
    """What `make` makes in the folder that it is given; all that come later read the same, and change nothing."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"once-{name}"
    try:
        folder.mkdir()
    except FileExistsError:
        return _awaited(folder)
    try:
        made = make(folder)
    except BaseException as error:
        (folder / "failed").write_text(repr(error), encoding="utf-8")
        raise
    _made(folder).with_suffix(".new").write_bytes(pickle.dumps(made))
    _made(folder).with_suffix(".new").replace(_made(folder))
    return made


def _made(folder: Path) -> Path:
    return folder / "made.pickle"


def _awaited(folder: Path) -> T:
    end = time.monotonic() + PATIENCE
    while not _made(folder).exists():
        if (folder / "failed").exists():
            pytest.fail(f"{folder.name}: {(folder / 'failed').read_text(encoding='utf-8')}")
        if time.monotonic() > end:
            pytest.fail(f"{folder.name} was not made within {PATIENCE} seconds")
        time.sleep(0.05)
    found: T = pickle.loads(_made(folder).read_bytes())
    return found

"""The making of files: those that do not stand already, as many at once as the machine has cores.

On Linux each is made in a process that is forked when the texts are prepared, and so has them at once. Elsewhere a
fork is not safe, and to hand a whole edition to another process takes longer than most files do; so there
they are made one after another.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from build_edition.downloads.freshness import Made, inputs_of, not_written
from build_edition.downloads.planning import Wanted
from build_edition.errors import EditionError

if TYPE_CHECKING:
    from build_edition.whole import Whole

Told = tuple[float | None, EditionError | None]  # the seconds that a file took, or why it could not be made

# What processes that are forked find in place, so that nothing needs to be handed to them but a number.
_JOBS: list[Callable[[], Told]] = []


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: `seconds` is None where it stood as it was, `error` is why it could not be made."""

    wanted: Wanted
    seconds: float | None = None
    error: EditionError | None = None


def stale(wanted: Sequence[Wanted], made: Made, edition: str) -> tuple[Wanted, ...]:
    """The files that are missing, altered, or made from something else than the edition of this digest."""
    return tuple(one for one in wanted if not made.stands(one.name, inputs_of(one, edition)))


def make(
    whole: Whole, wanted: Sequence[Wanted], made: Made, edition: str, at_once: int | None = None
) -> Iterator[Outcome]:
    """Make files of an edition of this digest, and tell of each when it is made, in whatever order.

    What was made is remembered even if something else fails. Raises `EditionError` where the folder of
    the files cannot be written.
    """
    _open(made.folder)
    try:
        for outcome in _outcomes(whole, wanted, made.folder, cores() if at_once is None else at_once):
            if outcome.error is None:
                made.note(outcome.wanted.name, inputs_of(outcome.wanted, edition))
            yield outcome
    finally:
        made.write()


def cores() -> int:
    """How many files can be made at once."""
    if sys.platform != "linux":
        return 1
    return len(os.sched_getaffinity(0))


def _open(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_written(folder, error) from None


def _outcomes(whole: Whole, wanted: Sequence[Wanted], folder: Path, at_once: int) -> Iterator[Outcome]:
    if at_once < 2 or len(wanted) < 2:
        yield from (Outcome(one, *_one(whole, one, folder)) for one in wanted)
    else:
        yield from _side_by_side(whole, wanted, folder, min(at_once, len(wanted)))


def _side_by_side(whole: Whole, wanted: Sequence[Wanted], folder: Path, at_once: int) -> Iterator[Outcome]:
    """Files made in several processes; those of all works first, which take longest."""
    ordered = sorted(wanted, key=lambda one: bool(one.work))
    _JOBS[:] = [partial(_one, whole, one, folder) for one in ordered]
    gc.freeze()  # what is there stays where it is: else to count references would copy it into each process
    try:
        with ProcessPoolExecutor(at_once, multiprocessing.get_context("fork")) as pool:
            running = {pool.submit(_job, number): one for number, one in enumerate(ordered)}
            try:
                for future in as_completed(running):
                    yield _of(future, running[future])
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
    finally:
        gc.unfreeze()
        _JOBS.clear()


def _job(number: int) -> Told:
    return _JOBS[number]()


def _of(future: Future[Told], wanted: Wanted) -> Outcome:
    try:
        return Outcome(wanted, *future.result())
    except BrokenProcessPool:
        error = EditionError(
            "a process that made files was ended by the system, as happens where memory runs out",
            where=wanted.name,
            remedy=f"Make fewer at a time: build-edition export {wanted.form.name} {wanted.work}".rstrip(),
        )
        return Outcome(wanted, error=error)


def _one(whole: Whole, wanted: Wanted, folder: Path) -> Told:
    """Make a file under another name, then put it in its place."""
    began = perf_counter()
    target = folder / wanted.name
    fresh = target.with_name(f".new-{target.name}")  # it ends as the file will: some programs go by that
    try:
        _write(whole, wanted, fresh)
        fresh.replace(target)
    except EditionError as error:
        return None, error
    except OSError as error:
        if error.filename not in {None, str(fresh), fresh}:
            raise
        return None, not_written(target, error)
    finally:
        fresh.unlink(missing_ok=True)
    return perf_counter() - began, None


def _write(whole: Whole, wanted: Wanted, path: Path) -> None:
    form = wanted.form
    if not wanted.work:
        assert form.of_edition is not None
        form.of_edition(whole, path, wanted.choices)
        return
    assert form.of_work is not None
    item = next(item for item in whole.works if item.record.id == wanted.work)
    form.of_work(whole, item, path, wanted.choices)

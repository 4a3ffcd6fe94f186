"""The long course: `python -m tests.faults` prints its figures and ends with 1 if anything was wrong.

Every line is printed as soon as its course has ended, so a run that is stopped keeps what it has found until then.
"""

import argparse
import sys
import time
from collections.abc import Sequence

from tests.faults.courses import COURSES
from tests.faults.figures import HEAD, Course, Figures, row

STOPPED = 130


def main(arguments: Sequence[str] | None = None, courses: Sequence[Course] = COURSES) -> int:
    """Runs what *arguments* ask for of *courses*: 0 if nothing was wrong, 1 if something was, 130 after Ctrl-C."""
    asked = _asked(arguments, sorted({course.promise for course in courses}))
    chosen = [course for course in courses if not asked.course or course.promise in asked.course]
    print(HEAD, flush=True)
    wrong = False
    for course in chosen:
        times = asked.times or (course.short if asked.short else course.long)
        start = time.monotonic()
        try:
            figures = _run(course, times)
        except KeyboardInterrupt:
            print(f"{course.promise:>7}  stopped after {time.monotonic() - start:.1f} s", flush=True)
            return STOPPED
        print(row(course, figures, time.monotonic() - start), flush=True)
        wrong |= bool(figures and figures.wrong)
    return int(wrong)


def _asked(arguments: Sequence[str] | None, promises: list[int]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description="Provoke faults on purpose and count.")
    parser.add_argument(
        "--course",
        type=int,
        action="append",
        choices=promises,
        metavar="N",
        help=f"Only the courses of promise N; repeatable. There are {', '.join(map(str, promises))}.",
    )
    parser.add_argument("--short", action="store_true", help="As often as in the usual run of the tests.")
    parser.add_argument("--times", type=_positive, metavar="N", help="So often, whatever a course's own number is.")
    return parser.parse_args(arguments)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _run(course: Course, times: int) -> Figures | None:
    """The figures of *course*. One that breaks is wrong, and the next ones are run all the same."""
    try:
        return course.run(times)
    except Exception as fault:
        return Figures(course.run.__name__, wrong=[f"the course itself broke: {type(fault).__name__}: {fault}"])


if __name__ == "__main__":
    sys.exit(main())

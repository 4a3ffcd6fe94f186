"""The long course: `python -m tests.faults` prints its figures and ends with 1 if anything was wrong."""

import sys
import time

from tests.faults.courses import COURSES
from tests.faults.figures import HEAD, row

print(HEAD)
wrong = 0
for course in COURSES:
    start = time.monotonic()
    figures = course.run(course.long)
    print(row(course, figures, time.monotonic() - start), flush=True)
    wrong += len(figures.wrong) if figures else 0
sys.exit(wrong > 0)

"""Prints the speed ratios beside their references: ``python -m tests.benchmarks``; more with the extra `bench`."""

import sys

from tests.benchmarks.bulk import bulk
from tests.benchmarks.ratios import everything
from tests.benchmarks.terminal import terminal

if __name__ == "__main__":
    rows = [*everything(), *terminal(), *bulk()]
    for row in rows:
        goal = f"at most {row.goal:g}" if row.goal else "for comparison"
        print(f"{row.what:44} {row.ratio:7.2f} x {row.beside:42} {goal}{'' if row.reached else '   MISSED'}")
    sys.exit(not all(row.reached for row in rows))

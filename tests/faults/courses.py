"""Every promise that is kept by provoking faults, with the figures of the short and of the long run."""

from tests.faults.authors import authors
from tests.faults.closing import closings
from tests.faults.connecting import connections
from tests.faults.damage import damages
from tests.faults.failing import failures
from tests.faults.figures import Course, Figures
from tests.faults.importing import imports
from tests.faults.killing import cuts, kills
from tests.faults.mutants import MUTANTS
from tests.faults.power import power_cuts
from tests.faults.privacy import canaries
from tests.faults.real_disk import full_disk, read_only_folder
from tests.faults.strangers import strangers
from tests.faults.walking import walks


def mutants(states: int) -> Figures:
    """Every wrong version of the program is found out within so many states of the disk."""
    figures = Figures("wrong programs found out by the power cuts")
    for mutant in MUTANTS:
        found = power_cuts(states, mutant, stop=True)
        figures.tried += 1
        figures.count(f"states until {mutant.__doc__!r}", found.tried)
        if not found.wrong:
            figures.wrong.append(f"not found out: {mutant.__doc__}")
    return figures


COURSES = (
    Course(1, kills, short=40, long=1_000),
    Course(1, cuts, short=5, long=40),
    Course(2, power_cuts, short=300, long=5_000),
    Course(2, mutants, short=5_000, long=5_000),
    Course(3, damages, short=3, long=40),
    Course(4, failures, short=200, long=200),
    Course(4, full_disk, short=1, long=1),
    Course(4, read_only_folder, short=1, long=1),
    Course(5, closings, short=1, long=100),
    Course(6, authors, short=2_000, long=100_000),
    Course(7, walks, short=40, long=10_000),
    Course(8, strangers, short=1, long=3),
    Course(11, imports, short=500, long=10_000),
    Course(12, canaries, short=3, long=100),
    Course(13, connections, short=1, long=10),
)

from pathlib import Path

import pytest

from simulator.journal import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A data folder of its own, not made yet."""
    return Home(tmp_path / "home")

"""What the tests of scenario files share."""

import pytest

from simulator.authoring.load import load
from tests.authoring.made import text


@pytest.fixture
def loaded(tmp_path):
    """The scenario that answers make, loaded."""

    def load_it(**changes):
        path = tmp_path / "talk-with-ines.yaml"
        path.write_text(text(**changes))
        scenario, problems = load(path)
        assert problems == []
        return scenario

    return load_it

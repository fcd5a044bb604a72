"""No text takes for ever: what goes through the rules again and again is read in linear time."""

import subprocess
import sys

from tests.structure.hostile import TEXTS

_PATIENCE = 60  # seconds for all of them together; they take about three


def test_hostile_texts_are_read_in_good_time() -> None:
    command = [sys.executable, "-m", "tests.structure.hostile", *TEXTS]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as reading:
        try:
            output, _errors = reading.communicate(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            reading.kill()
            output, _errors = reading.communicate()
    assert (output.splitlines(), reading.returncode) == (list(TEXTS), 0)

"""No text takes for ever: what goes through the rules again and again is read in linear time."""

import subprocess
import sys

from tests.structure.hostile import TEXTS


def test_hostile_texts_are_read_in_good_time() -> None:
    command = [sys.executable, "-m", "tests.structure.hostile", *TEXTS]
    read = subprocess.run(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=False)
    assert (read.stdout.splitlines(), read.returncode) == (list(TEXTS), 0)

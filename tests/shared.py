"""Where the real plans and messages are: beside the repository, not in it.

A test that needs them skips where they are absent.
"""

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("PLANBOT_SHARED", Path(__file__).parents[2] / "shared"))  # noqa: TID251

needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="no ../shared beside the repository, and PLANBOT_SHARED is not set"
)

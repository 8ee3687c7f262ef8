"""A file's bytes into the plan that it holds, with the receipt of what could not be taken.

A file comes in by ``read`` and by nothing else. ``formats`` make rows and lines of its bytes,
``tables`` find the tables among these, and ``actions`` make actions of them; ``columns`` and
``meaning`` tell what a header, a cell or a line says, whoever asks. ``writing`` is the way back.
"""

"""Figures that another figure bears out: "7 of 10 run (70%)", "45% done so put 45"."""

import re
from collections.abc import Mapping, Set

BEARING = re.compile(  # "140 trained of 200", as well
    r"(?<![\d.,])(?P<done>\d{1,4})(?: [a-z]+){0,2}? ?(?:out of|of|/) ?(?:the |our |all )?"
    r"(?P<whole>\d{1,4})(?![\d.,]\d)"
)
RUN = re.compile(r"\b(?:done|completed?|run|held|delivered|finished|fitted|built|in place)\b")
PUT_DOWN = re.compile(
    r"\b(?:put|call it|mark it|say|score) (?:it |us )?(?:down |at |as )*(?P<n>\d{1,3})\b"
)
CONCLUDED = re.compile(
    r"\bso (?:that'?s |it'?s |say |call it |about )?(?P<n>\d{1,3}) ?(?:%|per ?cent)"
)


def borne_out_by(said: str, whole: Set[str]) -> Mapping[int, str]:
    """The figures that another one bears out, with the doubt in each."""
    found: dict[int, str] = {}
    counts = list(BEARING.finditer(said))
    run = bool(counts and RUN.search(said))
    for counted in counts:
        done, of_all = int(counted["done"]), int(counted["whole"])
        doubt = "" if run or counted["whole"] in whole else "percent.alone"
        share = 100 * done / of_all if 0 < done <= of_all else -2  # near to no figure
        for percent in range(int(share) - 1, int(share) + 3):
            if abs(share - percent) <= 1:
                found.setdefault(percent, doubt)
    put = PUT_DOWN.search(said) or CONCLUDED.search(said)
    if put:
        found.setdefault(int(put["n"]), "")
    return found

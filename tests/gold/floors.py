#!/usr/bin/env python3
"""Measures the rules on the articles marked up by hand: floors.py ONRECORD HALF

HALF is `development` or `held-out`. Fails where a figure is below its floor.
"""
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
RULES = HERE.parent.parent / "rules"
FLOORS = {
    "development": {"claims_half.p": 0.965, "claims_half.r": 0.94, "claim_kind.accuracy": 0.95, "modality.p": 0.95, "modality.r": 0.95,
                    "polarity.p": 0.90, "polarity.r": 0.80, "negation.p": 0.90, "negation.r": 0.80, "title.f1": 0.93, "byline.f1": 0.85},
    "held-out": {"claims_half.p": 0.945, "claims_half.r": 0.925, "claim_kind.accuracy": 0.95, "modality.p": 0.95, "modality.r": 0.90,
                 "negation.p": 0.90, "negation.r": 0.80, "title.f1": 0.93, "byline.f1": 0.85},
}


def main():
    gold = subprocess.check_output([sys.executable, HERE / "marked_text.py", HERE / sys.argv[2]])
    floors = [word for figure, least in FLOORS[sys.argv[2]].items() for word in ("--min", f"{figure}={least}")]
    command = [sys.argv[1], "evaluate", "--rules", RULES, "--misses", "100", *floors, "-"]
    return subprocess.run(command, input=gold, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())

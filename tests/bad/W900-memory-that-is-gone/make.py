"""The site was built here before, and somebody has taken its ledger away."""

from pathlib import Path

own = Path("output/.mcsite-output")
own.mkdir(parents=True)
(own / "files.txt").write_text("public/ledger.json\n", "utf-8")

"""The typesetter as a program of its own, which is this file: begun for each paper or picture, and gone when it is set.

Within the web server it stayed there with its fonts, and what was set last stayed with it: sixty megabytes. It needs no
room of the house, neither settings nor database: beginning it takes no longer than making it forget did.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FONTS = HERE / "fonts"


class NotSetError(RuntimeError):
    """The typesetter refused; the message is its own."""


def typeset(template: Path, inputs: dict[str, str], **wanted: Any) -> bytes:
    """The paper or picture that a template makes of these inputs, with the product's own font and no other.

    Handed over and given back in memory: what a report tells lies in no folder on the way, and in no argument.
    """
    told = {"input": str(template), "root": str(HERE), "font_paths": [str(FONTS)], "sys_inputs": inputs, **wanted}
    # Isolated: neither the environment nor the folder one stands in decides what is loaded.
    done = subprocess.run(
        [sys.executable, "-I", __file__], input=json.dumps(told).encode(), capture_output=True, check=False
    )
    if done.returncode:
        raise NotSetError(done.stderr.decode("utf-8", "replace").strip() or f"it ended with {done.returncode}")
    return done.stdout


def _set() -> None:
    import typst

    told = json.load(sys.stdin.buffer)
    try:
        made = typst.compile(**told, ignore_system_fonts=True)
    except RuntimeError as refusal:
        sys.exit(str(refusal))
    if not isinstance(made, bytes):
        sys.exit("the typesetter gave no single file")
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    _set()

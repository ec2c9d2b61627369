"""Fetch the third-party files named in assets.toml and write down what was fetched.

    python scripts/vendor_assets.py            fetch with npm, replace the vendored files, write the lock
    python scripts/vendor_assets.py --check    compare the vendored files with the lock (no network)

Only a developer who changes assets.toml needs this, and only then is npm needed.
"""

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
WANTED = ROOT / "scripts" / "assets.toml"
LOCK = ROOT / "scripts" / "assets.lock.json"
VENDOR = ROOT / "src" / "opora" / "web" / "shell" / "static" / "vendor"


def main() -> int:
    parser = argparse.ArgumentParser(description="Vendor the files named in assets.toml.")
    parser.add_argument("--check", action="store_true", help="compare with the lock and change nothing")
    if parser.parse_args().check:
        faults = check()
        for fault in faults:
            print(fault, file=sys.stderr)
        return 1 if faults else 0
    fetch()
    return 0


def check() -> list[str]:
    """Say which vendored files differ from the lock, are missing, or stand there unasked."""
    lock = json.loads(LOCK.read_text())
    locked = {
        f"{package['folder']}/{name}": digest
        for package in lock["packages"]
        for name, digest in package["files"].items()
    }
    present = {path.relative_to(VENDOR).as_posix(): sha256(path) for path in VENDOR.rglob("*") if path.is_file()}
    faults = [f"{name}: missing" for name in sorted(locked.keys() - present.keys())]
    faults += [f"{name}: not in the lock" for name in sorted(present.keys() - locked.keys())]
    faults += [
        f"{name}: differs from the lock"
        for name in sorted(locked.keys() & present.keys())
        if locked[name] != present[name]
    ]
    wanted = {(package["name"], package["version"]) for package in read_wanted()}
    if wanted != {(package["name"], package["version"]) for package in lock["packages"]}:
        faults.append("assets.toml names other packages or versions than the lock")
    return faults


def fetch() -> None:
    packages = [fetch_package(package) for package in read_wanted()]
    LOCK.write_text(json.dumps({"packages": packages}, indent=2, ensure_ascii=False) + "\n")


def fetch_package(package: dict[str, Any]) -> dict[str, Any]:
    """Unpack one npm package beside the others and return its line of the lock."""
    target = VENDOR / package["folder"]
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [shutil.which("npm") or "npm", "pack", "--json", f"{package['name']}@{package['version']}"],
            cwd=folder,
            check=True,
            capture_output=True,
            text=True,
        )
        packed = json.loads(done.stdout)
        # npm 11 answers with a list, npm 12 with an object by package name.
        entry = packed[0] if isinstance(packed, list) else next(iter(packed.values()))
        with tarfile.open(Path(folder) / Path(entry["filename"]).name) as archive:
            for source, name in files_of(package).items():
                member = archive.extractfile(f"package/{source}")
                if member is None:
                    raise SystemExit(f"{package['name']} has no file {source}")
                (target / name).write_bytes(member.read())
    return {
        "name": package["name"],
        "version": package["version"],
        "license": package["license"],
        "integrity": entry["integrity"],
        "folder": package["folder"],
        "files": {path.name: sha256(path) for path in sorted(target.iterdir())},
    }


def files_of(package: dict[str, Any]) -> dict[str, str]:
    icons = {f"icons/outline/{name}.svg": f"{name}.svg" for name in package.get("icons", [])}
    return {**package["files"], **icons}


def read_wanted() -> list[dict[str, Any]]:
    packages: list[dict[str, Any]] = tomllib.loads(WANTED.read_text())["package"]
    return packages


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())

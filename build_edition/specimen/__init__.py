"""The specimen: a small complete edition, written for this project, whose true text is known to the letter."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent / "root"  # an edition like any other
MASTERS = Path(__file__).parent / "masters"

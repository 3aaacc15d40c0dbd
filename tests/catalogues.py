"""The tool that keeps the catalogues of translations, which is no part of the package."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

_TOOL = Path(__file__).resolve().parents[1] / "packaging" / "translations.py"


def _loaded() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", _TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


catalogues = _loaded()

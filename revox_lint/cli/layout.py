"""Where the definitions of a folder are, as the patterns of a configuration and of an editor."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from revox_lint.config import Config
from revox_lint.workspace import DEFAULT_FOLDER, OTHER, OUTSIDE, Skipped, Surroundings, named

_ENDINGS = (".yaml", ".yml", ".json")
_MOST_EXCLUDED = 10
"""Files that are excluded one by one so that a pattern can be wide."""
_WIDTH = 90


class Place(NamedTuple):
    """A folder with definitions, which ends in `/` or is empty, and the endings they have.

    `deep` is whether the folders below it count, too.
    """

    folder: str
    deep: bool = True
    endings: tuple[str, ...] = _ENDINGS

    def holds(self, name: str) -> bool:
        """Return whether a pattern of this place matches a file."""
        below = name.removeprefix(self.folder)
        inside = name.startswith(self.folder) and (self.deep or "/" not in below)
        return inside and name.endswith(self.endings) and not re.search(r"(?:^|/)\.", name)


class Layout(NamedTuple):
    """The places of definitions, and the names of those whose folder is full of other files.

    `excluded` are files in these places that are no definitions, `found` all definitions.
    """

    places: tuple[Place, ...] = (Place(f"{DEFAULT_FOLDER}/"),)
    names: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    found: tuple[str, ...] = ()

    def include(self, prefix: str = "") -> list[str]:
        """Return the patterns of `include`, below a folder `prefix` that ends in `/`, if any."""
        patterns = [
            f"{_escaped(prefix + one.folder)}**/*{ending}"
            if one.deep
            else f"/{_escaped(prefix + one.folder)}*{ending}"
            for one in self.places
            for ending in one.endings
        ]
        return patterns + [f"/{_escaped(prefix + name)}" for name in self.names]

    def exclude(self, prefix: str = "") -> list[str]:
        """Return the patterns of `exclude`."""
        return [f"/{_escaped(prefix + name)}" for name in self.excluded]

    def globs(self, *endings: str, sign: str = "") -> list[str]:
        """Return patterns for an editor, of the files whose names have one of `endings`."""
        tests = any("test" in one or "snapshot" in one for one in endings)
        deep = [one for one in self.places if one.deep]
        found = [
            f"{sign}{one.folder}**/*{ending}"
            for one in deep
            for ending in endings
            if tests or ending in one.endings
        ]
        alone = [name for name in self.found if not any(one.holds(name) for one in deep)]
        if alone and tests:
            found += [f"{sign}*{one}" for one in endings]
        if not tests:
            # To an editor, `*.yaml` is every file of every folder.
            found += [f"{sign}{name}" for name in alone if name.endswith(endings)]
            found += [
                f"!{name}"
                for name in self.excluded
                if name.endswith(endings) and any(one.holds(name) for one in deep)
            ]
        return found


def layout(folder: Path, config: Config) -> Layout:
    """Return where a check of a folder finds definitions by name and content.

    Patterns are as wide as they can be, so that a new definition is included; files in their
    way that are not definitions are excluded. `include` of `config` does not count.
    """
    from revox_lint.api import lint_paths

    seen = (
        lint_paths([folder], config=config._replace(include=None)).seen if folder.exists() else []
    )
    names = {os.path.relpath(one.path, folder).replace(os.sep, "/"): one for one in seen}
    found = [name for name, one in names.items() if one.checked]
    others = [name for name, one in names.items() if not one.checked and one.reason == OTHER]
    return _layout(found, others) if found else Layout()


def not_included(of: Layout, folder: Path, config: Config) -> Layout | None:
    """Return the layout of the definitions that `include` leaves out; None where none is."""
    around = Surroundings()
    left_out = {
        name
        for name in of.found
        if isinstance(one := named(folder / name, config, around, only_assistants=True), Skipped)
        and one.reason == OUTSIDE
    }
    if not left_out:
        return None
    return of._replace(
        places=tuple(one for one in of.places if any(map(one.holds, left_out))),
        names=tuple(name for name in of.names if name in left_out),
    )


def _layout(found: list[str], others: list[str]) -> Layout:
    places: list[Place] = []
    alone: list[str] = []
    excluded: list[str] = []
    for name in found:
        above = [name[: slash.end()] for slash in re.finditer("/", name)]
        wide = (one for one in above if not any(other.startswith(one) for other in others))
        top = next(wide, None)
        if top is None:
            alone.append(name)
        elif Place(top) not in places:
            places.append(Place(top))
    names: list[str] = []
    for folder in sorted({name[: name.rfind("/") + 1] for name in alone}):
        own = [name for name in alone if name[: name.rfind("/") + 1] == folder]
        endings = tuple(one for one in _ENDINGS if any(name.endswith(one) for name in own))
        place = Place(folder, bool(folder), endings)
        if len(list(filter(place.holds, others))) > len(list(filter(place.holds, found))):
            place = place._replace(deep=False)
        in_the_way = list(filter(place.holds, others))
        if len(in_the_way) > _MOST_EXCLUDED:
            names += own
        else:
            places.append(place)
            excluded += [one for one in in_the_way if one not in excluded]
    return Layout(tuple(places), tuple(names), tuple(excluded), tuple(found))


def toml_list(patterns: Iterable[str]) -> str:
    """Return patterns as a list in TOML, on several lines if they are many."""
    shown = ", ".join(json.dumps(one, ensure_ascii=False) for one in patterns)
    return f"[{shown}]" if len(shown) < _WIDTH else "[\n  " + shown.replace(", ", ",\n  ") + ",\n]"


def _escaped(name: str) -> str:
    return re.sub(r"([\\*?\[\]!#])", r"\\\1", name)

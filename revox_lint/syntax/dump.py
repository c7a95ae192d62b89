"""Plain data as YAML text that people read: blocks, and line breaks as line breaks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ruamel.yaml import YAML

_UNSAFE = r"[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
"""Control characters, and line breaks that readers of YAML change: only an escape keeps them."""

_CLOCK = r"\d+(:\d+)+$"
"""A number to base 60 for Ruby's reader, also with a leading zero, which PyYAML does not take."""


def dump(values: Mapping[str, Any]) -> str:
    """Return `values` as block YAML that readers of YAML 1.1 and of 1.2 load alike.

    Strings of several lines are literal blocks, where YAML allows it. A string that some
    reader would take for another type is in quotes.
    """
    from io import StringIO

    stream = StringIO()
    _writer().dump(values, stream)
    return stream.getvalue()


def _writer() -> YAML:
    from ruamel.yaml import YAML
    from ruamel.yaml.nodes import ScalarNode
    from ruamel.yaml.representer import SafeRepresenter
    from yaml.nodes import ScalarNode as OldScalarNode
    from yaml.resolver import Resolver

    string = "tag:yaml.org,2002:str"
    old: Any = Resolver()

    class Representer(SafeRepresenter):
        def ignore_aliases(self, data: Any) -> bool:
            return True

        def represent_str(self, data: str) -> ScalarNode:
            style = None
            if re.search(_UNSAFE, data) or data[:1] in "\t\n":
                style = '"'
            elif "\n" in data:
                style = "|"
            elif re.match(_CLOCK, data) or (
                old.resolve(OldScalarNode, data, (True, False)) != string
            ):
                style = '"'
            return self.represent_scalar(string, data, style=style)

    Representer.add_representer(str, Representer.represent_str)
    yaml = YAML(typ="safe", pure=True)
    yaml.Representer = Representer
    yaml.default_flow_style = False
    yaml.representer.sort_base_mapping_type_on_output = False
    yaml.allow_unicode = True
    yaml.width = 2**31
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml

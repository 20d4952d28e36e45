"""The one door to ruamel.yaml's C parser, which has no types of its own."""

from importlib import import_module
from typing import Any

_c: Any = import_module("_ruamel_yaml")

CParser = _c.CParser
YAMLError: type[Exception] = _c.YAMLError
AliasEvent = _c.AliasEvent
DocumentStartEvent = _c.DocumentStartEvent
DocumentEndEvent = _c.DocumentEndEvent
MappingStartEvent = _c.MappingStartEvent
MappingEndEvent = _c.MappingEndEvent
ScalarEvent = _c.ScalarEvent
SequenceStartEvent = _c.SequenceStartEvent
SequenceEndEvent = _c.SequenceEndEvent
StreamEndEvent = _c.StreamEndEvent

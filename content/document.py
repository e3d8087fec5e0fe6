"""A YAML file whose fields know their lines.

YAML as authors expect it: only `true` and `false` are booleans (so `on`, `yes` and `no` can be names),
`10:30` is text, and the same name twice is a flaw instead of a silent loss.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from content.errors import ContentError, Flaw

Path = Sequence[str | int]
_HINT = "a text with marks such as : # ? needs quotation marks, and lines begin with spaces, not tabs"


class _Loader(yaml.SafeLoader):
    """Plain values as in YAML 1.2; in PyYAML's own 1.1 `on: false` becomes `{True: False}`."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 -- PyYAML's own way


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?[0-9]+\.[0-9]+", list("-+0123456789")),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), first)

# LibYAML reads the same ten times faster, but says less well what is wrong; some builds of PyYAML lack it.
_Quick: Any = (
    type("_Quick", (yaml.CSafeLoader,), {"yaml_implicit_resolvers": _Loader.yaml_implicit_resolvers})
    if yaml.__with_libyaml__
    else _Loader
)


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says, and where."""

    name: str
    data: Any
    _root: yaml.Node | None = field(repr=False)

    def flaw(self, path: Path, message: str) -> Flaw:
        """What is wrong with the field at `path`; the line is that of its nearest parent that exists."""
        return Flaw(self.name, self.line(path), ".".join(map(str, path)), message)

    def line(self, path: Path) -> int:
        """The line, 1-based, where the field at `path` stands, or its nearest parent that exists."""
        node, line = self._root, 1
        for part in path:
            found = _child(node, part)
            if found is None:
                break
            node, line = found
        return line


def read(file: Traversable) -> Document:
    """`file` as a document; raises `ContentError` when it is not YAML in UTF-8 or says a name twice."""
    name = str(file)
    try:
        root, data = _parsed(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ContentError(Flaw(name, 0, "", "this file is missing; write it")) from None
    except UnicodeDecodeError:
        raise ContentError(Flaw(name, 0, "", "save this file as UTF-8")) from None
    except yaml.YAMLError as error:
        raise ContentError(_not_yaml(name, error)) from None
    document = Document(name, data, root)
    if flaws := list(_doubles(document, root, ())):
        raise ContentError(*flaws)
    return document


def _parsed(text: str) -> tuple[yaml.Node | None, Any]:
    """The tree with its lines, and what it says; raises `yaml.YAMLError`."""
    try:
        return _parsed_by(_Quick(text))
    except yaml.YAMLError:
        return _parsed_by(_Loader(text))


def _parsed_by(loader: Any) -> tuple[yaml.Node | None, Any]:
    root = loader.get_single_node()
    return root, None if root is None else loader.construct_document(root)


def _not_yaml(name: str, error: yaml.YAMLError) -> Flaw:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or error
    return Flaw(name, mark.line + 1 if mark else 0, "", f"this is not YAML: {problem}; {_HINT}")


def _child(node: yaml.Node | None, part: str | int) -> tuple[yaml.Node, int] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return value, key.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part].start_mark.line + 1
    return None


def _doubles(document: Document, node: yaml.Node | None, path: tuple[str | int, ...]) -> Iterator[Flaw]:
    """Names that one mapping has twice: YAML forbids them, PyYAML keeps the last and forgets the first."""
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            line, here = key.start_mark.line + 1, (*path, str(key.value))
            if key.value in seen:
                message = f"this name stands on line {seen[key.value]} already; keep one of them"
                yield Flaw(document.name, line, ".".join(map(str, here)), message)
            seen.setdefault(key.value, line)
            yield from _doubles(document, value, here)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _doubles(document, value, (*path, index))

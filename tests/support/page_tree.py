"""A page's HTML as a tree, to read it as a person would: with the standard library's parser, no browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"img", "input", "hr", "br"})
_LINES = frozenset(
    {"h2", "h3", "h4", "p", "li", "td", "th", "tr", "dt", "dd", "div", "ul", "ol", "dl", "blockquote"}
    | {"figcaption", "figure", "table", "label", "legend", "textarea", "select", "option", "article"}
)
_SPACED = frozenset({"dd"})


@dataclass
class Node:
    """An element with what is in it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    def all(self, *tags: str) -> Iterator[Node]:
        """Every element in it with one of these tags (any, when none is named), in order."""
        for child in self.children:
            if isinstance(child, Node):
                if not tags or child.tag in tags:
                    yield child
                yield from child.all(*tags)

    def text(self) -> str:
        """What it says, a block on each line; pictures by what they show, buttons in brackets."""
        return "\n".join(line for line in map(str.strip, self._raw().split("\n")) if line)

    def _raw(self) -> str:
        if self.tag == "img":
            return f"\n({self.attributes.get('alt', '')})\n"
        inside = "".join(one if isinstance(one, str) else one._raw() for one in self.children)  # noqa: SLF001 -- its own
        if self.tag == "button":
            return f"[{inside.strip()}] "
        if self.tag == "dt":
            return f"\n{inside}: "
        return f"\n{inside}\n" if self.tag in _LINES - _SPACED else inside


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.stack = [Node("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.stack[-1].children.append(node)
        if tag not in _VOID:
            self.stack.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack[-1].tag == tag, f"</{tag}> ends <{self.stack[-1].tag}>"
        self.stack.pop()

    def handle_data(self, data: str) -> None:
        between = data.isspace() and "\n" in data
        self.stack[-1].children.append("" if between else data)


def read(markup: str) -> Node:
    """The tree; what is not closed in order is refused."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    assert len(reader.stack) == 1, f"<{reader.stack[-1].tag}> is not closed"
    return reader.stack[0]

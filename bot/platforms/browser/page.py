"""The page itself, and the few files that it is made of."""

from __future__ import annotations

from functools import cache
from importlib import resources

from aiohttp import web
from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from bot.platforms.browser.gate import HEADERS, RefusalError, language_of
from bot.platforms.browser.words import LANGUAGES, words

_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
_STATIC = resources.files("bot.platforms.browser").joinpath("static")
# Named one by one in memory: no path from outside ever meets the disk.
_FILES = {
    file.name: (file.read_bytes(), _TYPES[suffix])
    for file in _STATIC.iterdir()
    if (suffix := "." + file.name.rpartition(".")[2]) in _TYPES
}


def files() -> tuple[str, ...]:
    """The names of the files that the page may ask for."""
    return tuple(_FILES)


async def page(request: web.Request) -> web.Response:
    """`GET /`."""
    chosen = words(language_of(request))
    others = [words(language) for language in LANGUAGES if language != chosen.language]
    offers = [one.model_dump() for one in chosen.completions]
    text = _template().render(words=chosen, page=chosen.page, offers=offers, others=others)
    return web.Response(text=text, content_type="text/html", headers=HEADERS)


@cache
def _template() -> Template:
    """The page, compiled when somebody first opens it."""
    loader = PackageLoader("bot.platforms.browser", "static")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template("page.html.j2")


async def static(request: web.Request) -> web.Response:
    """`GET /practice/static/{name}`."""
    try:
        data, media_type = _FILES[request.match_info["name"]]
    except KeyError:
        raise RefusalError(404, "not_here") from None
    return web.Response(body=data, content_type=media_type, charset="utf-8", headers=HEADERS)

"""Signed addresses of pictures and of people's own files, for platforms that fetch (Teams).

Whoever has the address sees the picture; nobody can guess one, and each grows old. What is served is drawn
now, so that what was forgotten is not on it.
"""

from __future__ import annotations

from aiohttp import web

from bot.outbox.pictures import FILES, PICTURES, Studio
from bot.outbox.rendering import Renderer
from bot.platforms.platform import Content
from bot.storage.changes import BoardKey

_SIGNED = r"{signed:[A-Za-z0-9_=.\-]{20,600}}"
_HEADERS = {
    "Cache-Control": "private, max-age=3600",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'",
}


class PictureRoutes:
    """`/pictures/<signed>.png` and `/files/<signed>.json` or `.ics`."""

    def __init__(self, studio: Studio, renderer: Renderer) -> None:
        self._studio = studio
        self._renderer = renderer

    def add_routes(self, app: web.Application) -> None:
        """Add both routes."""
        app.router.add_get(PICTURES + _SIGNED + ".png", self._picture)
        app.router.add_get(FILES + _SIGNED + ".json", self._file)
        app.router.add_get(FILES + _SIGNED + ".ics", self._dates)

    async def _picture(self, request: web.Request) -> web.Response:
        content = await self._found(self._studio.picture_at(request.match_info["signed"]), "image/png")
        return web.Response(body=content.data, content_type="image/png", headers=_HEADERS)

    async def _file(self, request: web.Request) -> web.Response:
        return await self._served(request, "application/json")

    async def _dates(self, request: web.Request) -> web.Response:
        return await self._served(request, "text/calendar")

    async def _served(self, request: web.Request, media_type: str) -> web.Response:
        content = await self._found(self._studio.file_at(request.match_info["signed"]), media_type)
        headers = _HEADERS | {
            "Cache-Control": "no-store",
            "Content-Disposition": f'attachment; filename="{content.filename}"',
        }
        return web.Response(body=content.data, content_type=media_type, headers=headers)

    async def _found(self, key: BoardKey | None, media_type: str) -> Content:
        rendered = await self._renderer.render(key) if key else None
        for content in rendered.enclosures.values() if rendered else ():
            if content.media_type == media_type:
                return content
        raise web.HTTPNotFound

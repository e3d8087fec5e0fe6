"""The live line to an open tab: server-sent events, or a web socket on the same address.

A browser keeps at most six HTTP/1.1 connections to one host, and a stream holds one for as long as its tab is
open: with six people in six tabs nothing could be sent any more. Sockets are counted apart, so the page takes
one; the stream is for whatever stands between that lets no socket through.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable

from aiohttp import WSCloseCode, web

from bot.platforms.browser.audience import Event, Listener
from bot.platforms.browser.gate import HEADERS

HEARTBEAT = 15.0
"""Seconds between signs of life when there is nothing to tell."""

Send = Callable[[Event | None], Awaitable[None]]


async def serve(request: web.Request, listener: Listener) -> web.StreamResponse:
    """Tell the tab everything that `listener` hears until either side closes."""
    if request.headers.get("Upgrade", "").lower() == "websocket":
        return await _socket(request, listener)
    return await _events(request, listener)


async def _tell_all(listener: Listener, send: Send) -> None:
    while not listener.closed:
        news = await listener.news(HEARTBEAT)
        for event in news:
            await send(event)
        if not news and not listener.closed:
            await send(None)


async def _events(request: web.Request, listener: Listener) -> web.StreamResponse:
    response = web.StreamResponse(headers=HEADERS | {"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
    response.content_type = "text/event-stream"
    response.charset = "utf-8"
    await response.prepare(request)

    async def send(event: Event | None) -> None:
        text = f"event: {event[0]}\ndata: {json.dumps(event[1])}\n\n" if event else ": still here\n\n"
        await response.write(text.encode())

    with contextlib.suppress(ConnectionError):
        await _tell_all(listener, send)
    return response


async def _socket(request: web.Request, listener: Listener) -> web.WebSocketResponse:
    socket = web.WebSocketResponse(heartbeat=HEARTBEAT, max_msg_size=1024)
    if not socket.can_prepare(request):
        raise web.HTTPBadRequest
    await socket.prepare(request)

    async def send(event: Event | None) -> None:
        if event:
            await socket.send_json({"event": event[0], "data": event[1]})

    telling = asyncio.create_task(_tell_all(listener, send))
    closing = asyncio.create_task(_until_closed(socket))
    try:
        await asyncio.wait({telling, closing}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (telling, closing):
            task.cancel()
        await asyncio.gather(telling, closing, return_exceptions=True)
        await socket.close(code=WSCloseCode.GOING_AWAY)
    return socket


async def _until_closed(socket: web.WebSocketResponse) -> None:
    """The page has nothing to say here: its first word ends the line as well as its leaving does."""
    await socket.receive()

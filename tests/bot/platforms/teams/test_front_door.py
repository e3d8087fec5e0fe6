"""The front door of Teams: what is malformed, forged or foreign stays outside, with a 4xx and no word."""

from __future__ import annotations

import base64
import copy
import hashlib
import hmac
import json
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

import jwt
import pytest
from structlog.testing import capture_logs

from bot.platforms.inbound import CommandGiven
from bot.platforms.teams.keys import Keys
from bot.platforms.teams.platform import NotRegisteredError, TeamsPlatform
from bot.platforms.teams.service_url import ServiceUrls
from tests.support import teams_activities as activities
from tests.support.fake_teams_login import ISSUER, SigningKey, claims
from tests.support.fake_teams_world import APP_ID, CHANNEL, TENANT
from tests.support.recording_desk import MemoryBook, RecordingDesk
from tests.support.teams_app import TeamsApp, teams_app

Json = dict[str, Any]
NOW = int(time.time())
HOUR = 3600
SECRET_WORDS = "aloita 1 salaisuus"


@dataclass
class Door:
    """The app, and a genuine message with its genuine token."""

    app: TeamsApp
    desk: RecordingDesk

    def message(self) -> Json:
        where = {"conversation": f"{CHANNEL};messageid=7", "kind": "channel"}
        person = self.app.fake.world.people[1].account
        text = f"{activities.TAG} {SECRET_WORDS}"
        return activities.message(person, where, self.app.fake.service_url, text, "7")

    def token(self, **other: Any) -> str:
        return self.app.fake.login.token(self.app.fake.service_url, **other)

    def headers(self, token: str | None = None) -> dict[str, str]:
        return {"Authorization": f"Bearer {token or self.token()}", "Content-Type": "application/json"}

    async def post(self, body: bytes | Json, headers: dict[str, str] | None = None) -> int:
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        return await self.app.people.post(raw, self.headers() if headers is None else headers)


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    desk = RecordingDesk()
    async with teams_app(desk) as app:
        yield Door(app, desk)


async def test_a_genuine_message_gets_in(door: Door) -> None:
    assert await door.post(door.message()) == 202
    (given,) = door.desk.arrived
    assert isinstance(given, CommandGiven)
    assert (given.text, given.caller.person) == (SECRET_WORDS, door.app.fake.world.people[1].ours)


def forged(door: Door) -> dict[str, str | None]:
    """Tokens that are not Teams' for this bot; None is no header at all."""
    login, url = door.app.fake.login, door.app.fake.service_url
    genuine = claims(url)
    stranger = SigningKey()
    stranger.kid = login.key.kid
    head, body, signature = login.token(url).split(".")
    spoilt = body[:-2] + ("A" if body[-2] != "A" else "B") + body[-1]
    none = base64.urlsafe_b64encode(b'{"alg":"none","kid":"x"}').rstrip(b"=").decode()
    pem = login.key.public_pem
    return {
        "nothing": None,
        "empty": "",
        "another scheme": "Basic YTpi",
        "no token": "Bearer ",
        "garbage": "Bearer garbage",
        "three parts of garbage": "Bearer a.b.c",
        "not ascii": "Bearer ää.öö.åå",
        "very long": "Bearer " + "a" * 8100,
        "alg none": f"Bearer {none}.{body}.",
        "alg none with a signature": f"Bearer {none}.{body}.{signature}",
        "alg none, spelt otherwise": "Bearer " + jwt_of({"alg": "nOnE", "kid": login.key.kid}, body),
        "HS256 with the public key": "Bearer " + hmac_signed(genuine, pem, login.key.kid),
        "HS256 with the app id": "Bearer " + jwt.encode(genuine, APP_ID * 2, headers={"kid": login.key.kid}),
        "RS512": "Bearer " + jwt.encode(genuine, login.key.private, "RS512", {"kid": login.key.kid}),
        "PS256": "Bearer " + jwt.encode(genuine, login.key.private, "PS256", {"kid": login.key.kid}),
        "another key of the same name": f"Bearer {stranger.sign(genuine)}",
        "an unknown key": f"Bearer {SigningKey().sign(genuine)}",
        "no kid": "Bearer " + jwt.encode(genuine, login.key.private, "RS256"),
        "a kid that is a path": "Bearer " + jwt.encode(genuine, login.key.private, "RS256", {"kid": "../x"}),
        "a key of its own": f"Bearer {SigningKey().sign(genuine, {'jwk': SigningKey().jwk})}",
        "a key from elsewhere": f"Bearer {SigningKey().sign(genuine, {'jku': 'https://evil.example/keys'})}",
        "a spoilt body": f"Bearer {head}.{spoilt}.{signature}",
        "a spoilt signature": f"Bearer {head}.{body}.{signature[:-6]}AAAAAA",
        "no signature": f"Bearer {head}.{body}.",
        "no exp": f"Bearer {door.token(exp=None)}",
        "expired": f"Bearer {door.token(exp=NOW - 400)}",
        "exp that is a text": f"Bearer {door.token(exp='tomorrow')}",
        "no nbf": f"Bearer {door.token(nbf=None)}",
        "not yet": f"Bearer {door.token(nbf=NOW + 4000)}",
        "no aud": f"Bearer {door.token(aud=None)}",
        "another bot": f"Bearer {door.token(aud='11111111-1111-1111-1111-111111111111')}",
        "several bots": f"Bearer {door.token(aud=[APP_ID, 'other'])}",
        "no iss": f"Bearer {door.token(iss=None)}",
        "another issuer": f"Bearer {door.token(iss='https://evil.example')}",
        "the emulator": f"Bearer {door.token(iss=f'https://sts.windows.net/{TENANT}/', appid=APP_ID)}",
        "another issuer, nearly": f"Bearer {door.token(iss=ISSUER + '/')}",
        "no serviceurl": f"Bearer {door.token(serviceurl=None)}",
        "a serviceurl that is a list": f"Bearer {door.token(serviceurl=[url])}",
    }


def jwt_of(header: Json, body: str) -> str:
    return base64.urlsafe_b64encode(json.dumps(header).encode()).rstrip(b"=").decode() + f".{body}."


def hmac_signed(payload: Json, secret: bytes, kid: str) -> str:
    """PyJWT refuses to misuse a public key like this, so by hand."""

    def part(raw: bytes) -> str:
        return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()

    start = f"{part(json.dumps({'alg': 'HS256', 'kid': kid}).encode())}.{part(json.dumps(payload).encode())}"
    return f"{start}.{part(hmac.new(secret, start.encode(), hashlib.sha256).digest())}"


async def test_a_forged_token_is_401_whatever_is_wrong_with_it(door: Door) -> None:
    answers = {}
    with capture_logs() as logs:
        for name, value in forged(door).items():
            headers = {"Content-Type": "application/json"}
            answers[name] = await door.post(
                door.message(), headers if value is None else {**headers, "Authorization": value}
            )
    assert answers == dict.fromkeys(answers, 401)
    assert len(answers) >= 38
    assert door.desk.arrived == []
    assert "salaisuus" not in str(logs)
    assert {log["event"] for log in logs} <= {"teams.refused", "teams.keys_fetched"}


def changed(change: Callable[[Json], Any]) -> Callable[[Json], bytes]:
    def make(message: Json) -> bytes:
        other = copy.deepcopy(message)
        change(other)
        return json.dumps(other).encode()

    return make


def put(*path: str, value: Any) -> Callable[[Json], bytes]:
    def change(message: Json) -> None:
        inner = message
        for name in path[:-1]:
            inner = inner[name]
        inner[path[-1]] = value

    return changed(change)


def without(*path: str) -> Callable[[Json], bytes]:
    def change(message: Json) -> None:
        inner = message
        for name in path[:-1]:
            inner = inner[name]
        del inner[path[-1]]

    return changed(change)


MALFORMED: dict[str, tuple[int, Callable[[Json], bytes]]] = {
    "nothing": (400, lambda _: b""),
    "not JSON": (400, lambda _: b"{"),
    "a list": (400, lambda _: b"[]"),
    "a text": (400, lambda _: b'"hei"'),
    "null": (400, lambda _: b"null"),
    "not UTF-8": (400, lambda message: json.dumps(message, ensure_ascii=False).encode("utf-16")),
    "a lone surrogate": (400, lambda m: json.dumps({**m, "text": "\ud800"}).encode()),
    "NaN": (400, lambda m: json.dumps({**m, "value": float("nan")}).encode()),
    "deep": (400, lambda m: json.dumps({**m, "value": nested(40)}).encode()),
    "very deep": (400, lambda _: b"[" * 100_000),
    "no type": (400, without("type")),
    "a type that is a number": (400, put("type", value=1)),
    "a type that is long": (400, put("type", value="x" * 100)),
    "no channel": (400, without("channelId")),
    "another channel": (403, put("channelId", value="emulator")),
    "no service url": (400, without("serviceUrl")),
    "service url null": (400, put("serviceUrl", value=None)),
    "service url empty": (403, put("serviceUrl", value="")),
    "another service url": (403, put("serviceUrl", value="https://smba.trafficmanager.net/emea/")),
    "an evil service url": (403, put("serviceUrl", value="https://evil.example/")),
    "no conversation": (400, without("conversation")),
    "no conversation id": (400, without("conversation", "id")),
    "a conversation id with a line end": (400, put("conversation", "id", value="19:x\ny")),
    "a conversation id that is long": (400, put("conversation", "id", value="x" * 400)),
    "no sender": (400, without("from")),
    "a sender that is a text": (400, put("from", value="anna")),
    "a sender with a bar": (400, put("from", "id", value="29:a|b")),
    "an Entra id with a bar": (400, put("from", "aadObjectId", value="a|b")),
    "no channel data": (400, without("channelData")),
    "channel data null": (400, put("channelData", value=None)),
    "no tenant": (400, without("channelData", "tenant")),
    "another tenant": (403, put("channelData", "tenant", "id", value="11111111-0000-4000-8000-000000000001")),
    "two tenants": (403, put("conversation", "tenantId", value="11111111-0000-4000-8000-000000000001")),
    "another bot": (403, put("recipient", "id", value="28:11111111-0000-4000-8000-000000000001")),
    "a text that is a list": (400, put("text", value=["aloita"])),
    "too long": (413, lambda m: json.dumps({**m, "text": "x" * 300_000}).encode()),
}


def nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize("name", MALFORMED)
async def test_a_malformed_activity_is_4xx_and_leaves_no_word(door: Door, name: str) -> None:
    status, make = MALFORMED[name]
    with capture_logs() as logs:
        assert await door.post(make(door.message())) == status
    assert door.desk.arrived == []
    assert door.app.book.pages == {}
    assert "salaisuus" not in str(logs)
    assert all(log["log_level"] in {"info", "warning"} for log in logs)


@pytest.mark.parametrize(
    ("status", "change"),
    [
        (415, {"Content-Type": "text/plain"}),
        (415, {"Content-Type": ""}),
        (415, {"Content-Type": "application/json; charset=latin-1"}),
        (415, {"Content-Type": "application/x-www-form-urlencoded"}),
        (415, {"Content-Encoding": "gzip"}),
        (202, {"Content-Type": "application/json; charset=utf-8"}),
    ],
)
async def test_only_plain_json_is_read(door: Door, status: int, change: dict[str, str]) -> None:
    assert await door.post(door.message(), {**door.headers(), **change}) == status


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "OPTIONS"])
async def test_only_post_is_taken(door: Door, method: str) -> None:
    async with door.app.people._session.request(method, f"{door.app.url}/api/messages") as answer:  # noqa: SLF001
        assert answer.status == 405


@pytest.mark.parametrize("claim", [{"exp": -200}, {"nbf": 200}, {"exp": 24 * HOUR}, {"iat": 100}])
async def test_clocks_may_differ_by_five_minutes(door: Door, claim: dict[str, int]) -> None:
    now = int(time.time())
    token = door.token(**{name: now + seconds for name, seconds in claim.items()})
    assert await door.post(door.message(), door.headers(token)) == 202


async def test_the_same_again_is_the_same_delivery(door: Door) -> None:
    said, headers = door.message(), door.headers()
    assert [await door.post(said, headers) for _ in range(3)] == [202] * 3
    assert len({one.delivery for one in door.desk.arrived}) == 1


async def test_a_good_token_with_somebody_elses_body_is_refused(door: Door) -> None:
    """Teams' token does not vouch for the body: what we know of conversation and person does."""
    assert await door.post(door.message()) == 202
    anna = door.app.fake.world.people[2]
    as_anna = door.message()
    as_anna["from"]["aadObjectId"] = anna.aad
    where = {"conversation": f"{CHANNEL};messageid=8", "kind": "channel"}
    text = f"{activities.TAG} tila"
    genuine = activities.message(anna.account, where, door.app.fake.service_url, text, "8")
    assert await door.post(genuine) == 202
    assert await door.post(as_anna) == 403
    assert len(door.desk.arrived) == 2


async def test_a_conversation_stays_with_its_tenant() -> None:
    """A bot for many tenants: a conversation of one of them cannot be claimed by another."""
    desk = RecordingDesk()
    book = MemoryBook()
    async with teams_app(desk, anonymous=True, book=book) as app:
        door = Door(app, desk)
        assert await door.post(door.message(), {"Content-Type": "application/json"}) == 202
        other = door.message()
        other["channelData"]["tenant"]["id"] = other["conversation"]["tenantId"] = "another-tenant"
        assert await door.post(other, {"Content-Type": "application/json"}) == 403
    assert len(desk.arrived) == 1


def keys_of(door: Door) -> Keys:
    rules = door.app.platform._door._rules  # type: ignore[union-attr]  # noqa: SLF001
    assert rules.token
    return rules.token._keys  # noqa: SLF001


def five_minutes_later(door: Door) -> None:
    keys_of(door)._tried -= 301  # noqa: SLF001


async def test_a_new_key_is_believed_at_once(door: Door) -> None:
    assert await door.post(door.message()) == 202
    door.app.fake.login.rotate()
    five_minutes_later(door)
    assert await door.post(door.message(), door.headers(door.token())) == 202
    assert door.app.fake.login.read == 2


async def test_unknown_keys_do_not_make_us_ask_again_and_again(door: Door) -> None:
    url = door.app.fake.service_url
    for _ in range(20):
        assert await door.post(door.message(), door.headers(SigningKey().sign(claims(url)))) == 401
    assert door.app.fake.login.read == 1
    assert await door.post(door.message()) == 202


async def test_a_key_that_may_not_speak_for_teams_is_refused(door: Door) -> None:
    skype = SigningKey(("skype",))
    door.app.fake.login.keys.append(skype)
    five_minutes_later(door)
    token = skype.sign(claims(door.app.fake.service_url))
    assert await door.post(door.message(), door.headers(token)) == 401


async def test_without_keys_nobody_gets_in_and_with_them_everybody_again(door: Door) -> None:
    assert await door.post(door.message()) == 202
    keys_of(door)._keys.clear()  # noqa: SLF001
    five_minutes_later(door)
    door.app.fake.faults.add(doing="keys", kind="html", status=503, times=2)
    with capture_logs() as logs:
        assert await door.post(door.message(), door.headers(door.token(exp=NOW + 1000))) == 401
        assert await door.post(door.message(), door.headers(door.token(exp=NOW + 1001))) == 401
    assert {log["event"] for log in logs} == {"teams.keys_not_fetched", "teams.refused"}
    assert await door.post(door.message(), door.headers(door.token(exp=NOW + 1002))) == 202


async def test_a_fault_of_ours_is_500_and_tells_nothing(door: Door) -> None:
    door.desk.fails = RuntimeError(SECRET_WORDS)
    with capture_logs() as logs:
        assert await door.post(door.message()) == 500
    assert [log["error"] for log in logs if log["event"] == "teams.failed"] == ["RuntimeError"]
    assert SECRET_WORDS not in str(logs)
    door.desk.fails = None
    assert await door.post(door.message()) == 202


async def test_anonymous_is_for_this_machine_only() -> None:
    desk = RecordingDesk()
    async with teams_app(desk, anonymous=True) as app:
        door = Door(app, desk)
        plain = {"Content-Type": "application/json"}
        assert await door.post(door.message(), plain) == 202
        for url in ("http://evil.example/", "http://10.0.0.1:3978/", "http://localhost.evil.example/"):
            assert await door.post({**door.message(), "serviceUrl": url}, plain) == 403


def test_without_an_app_id_there_is_no_platform() -> None:
    with pytest.raises(NotRegisteredError):
        TeamsPlatform(MemoryBook())
    with pytest.raises(NotRegisteredError):
        TeamsPlatform(MemoryBook(), app_id=APP_ID, anonymous=True)


GOOD = (
    "https://smba.trafficmanager.net/emea/",
    "https://smba.trafficmanager.net",
    "https://SMBA.trafficmanager.net/amer/x-1/",
)
BAD = (
    "",
    "http://smba.trafficmanager.net/",
    "https://evil.trafficmanager.net/",
    "https://smba.trafficmanager.net.evil.example/",
    "https://smba.trafficmanager.net@evil.example/",
    "https://evil.example@smba.trafficmanager.net/",
    "https://evil.example/smba.trafficmanager.net/",
    "https://smba.trafficmanager.net:8443/",
    "https://smba.trafficmanager.net./",
    "https://smba.trafficmanager.net\\@evil.example/",
    "https://smba.trafficmanager.net/emea/?x=https://evil.example",
    "https://smba.trafficmanager.net/#evil",
    "https://smba.trafficmanager.net/../evil",
    "https://smba.trafficmanager.net/\r\nHost: evil.example",
    " https://smba.trafficmanager.net/",
    "https://smba。trafficmanager.net/",
    "https://\u0455mba.trafficmanager.net/",
    "https://127.0.0.1/",
    "https://2130706433/",
    "http://localhost:56150/_connector",
    "http://127.0.0.1:8080/",
    "file:///etc/passwd",
    "//smba.trafficmanager.net/",
    "HTTPS://smba.trafficmanager.net/",
)


def test_our_token_goes_to_teams_only() -> None:
    assert [url for url in GOOD if not ServiceUrls().allow(url)] == []
    assert [url for url in BAD if ServiceUrls().allow(url)] == []


def test_this_machine_is_believed_in_development() -> None:
    allowed = ServiceUrls(loopback=True)
    assert allowed.allow("http://localhost:56150/_connector")
    assert allowed.allow("http://127.0.0.1:8080/")
    assert not allowed.allow("http://127.0.0.1:8080@evil.example/")
    assert not allowed.allow("http://127.0.0.1.evil.example/")
    assert not allowed.allow("http://localhost:1/../x")

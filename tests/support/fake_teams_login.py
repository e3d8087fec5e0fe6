"""The fake Microsoft login: the keys that Teams' tokens are signed with, and the tokens that bots ask for."""

from __future__ import annotations

import secrets
import time
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import jwt
import requests
from aiohttp import web
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.support.fake_teams_world import APP_ID, PASSWORD

if TYPE_CHECKING:
    from tests.support.fake_connector import FakeConnector

Json = dict[str, Any]
ISSUER = "https://api.botframework.com"
MICROSOFT = "https://login.microsoftonline.com"


class SigningKey:
    """An RSA key that the fake signs with, and how it is published."""

    def __init__(self, endorsements: tuple[str, ...] = ("msteams",)) -> None:
        self.kid = secrets.token_hex(8)
        self.private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.endorsements = endorsements

    @property
    def jwk(self) -> Json:
        """As it stands in the list of keys."""
        public = jwt.algorithms.RSAAlgorithm.to_jwk(self.private.public_key(), as_dict=True)
        return {
            **public,
            "use": "sig",
            "kid": self.kid,
            "x5t": self.kid,
            "endorsements": [*self.endorsements],
        }

    @property
    def public_pem(self) -> bytes:
        """For whoever tries to pass it off as a secret."""
        form, kind = serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        return self.private.public_key().public_bytes(form, kind)

    def sign(self, claims: Mapping[str, Any], headers: Json | None = None) -> str:
        """A token."""
        return jwt.encode(
            dict(claims), self.private, algorithm="RS256", headers={"kid": self.kid, **(headers or {})}
        )


def claims(service_url: str, **other: Any) -> Json:
    """What stands in a genuine token; `None` takes a claim away."""
    now = int(time.time())
    made = {"iss": ISSUER, "aud": APP_ID, "nbf": now, "exp": now + 3600, "serviceurl": service_url, **other}
    return {name: value for name, value in made.items() if value is not None}


class Login:
    """Keys and tokens of one fake."""

    def __init__(self) -> None:
        self.keys = [SigningKey()]
        self.tokens: set[str] = set()
        self.asked = 0
        """How many times a bot has asked for a token."""
        self.read = 0
        """How many times the keys were read."""

    @property
    def key(self) -> SigningKey:
        """The one that signs now."""
        return self.keys[-1]

    def rotate(self, *, keep: bool = False) -> None:
        """Sign with a new key from now on."""
        self.keys = [*(self.keys if keep else ()), SigningKey()]

    def token(self, service_url: str, **other: Any) -> str:
        """A genuine token, but for `other`."""
        return self.key.sign(claims(service_url, **other))

    def accepts(self, authorization: str) -> bool:
        """Whether a bot's token is one of ours."""
        return authorization.removeprefix("Bearer ") in self.tokens


class ThroughLogin(requests.Session):
    """msal's HTTP client, with Microsoft's login replaced by the fake's: msal itself insists on https."""

    def __init__(self, login_url: str) -> None:
        super().__init__()
        self.trust_env = False
        self._login_url = login_url

    def request(self, method: Any, url: Any, *args: Any, **more: Any) -> requests.Response:
        """The same request, to the fake; only to the fake."""
        parts = urlsplit(str(url))
        assert f"{parts.scheme}://{parts.netloc}" == MICROSOFT
        more.setdefault("timeout", 10)
        return super().request(method, str(url).replace(MICROSOFT, self._login_url, 1), *args, **more)


def add_routes(app: web.Application, fake: FakeConnector) -> None:
    """Microsoft's two logins: the one that bots ask for tokens, and the one that Teams' keys come from."""
    app.router.add_get("/openid", partial(_openid, fake))
    app.router.add_get("/keys", partial(_keys, fake))
    app.router.add_get("/login/common/discovery/instance", _instance)
    app.router.add_get("/login/{tenant}/v2.0/.well-known/openid-configuration", _tenant)
    app.router.add_post("/login/{tenant}/oauth2/v2.0/token", partial(_token, fake))


async def _openid(fake: FakeConnector, _: web.Request) -> web.Response:
    return web.json_response({"issuer": ISSUER, "jwks_uri": f"{fake.url}/keys"})


async def _keys(fake: FakeConnector, request: web.Request) -> web.StreamResponse:
    fake.login.read += 1
    if fault := fake.faults.next("keys"):
        return await fake.faulty(request, fault)
    return web.json_response({"keys": [key.jwk for key in fake.login.keys]})


async def _instance(_: web.Request) -> web.Response:
    return web.json_response({"tenant_discovery_endpoint": "", "metadata": []})


async def _tenant(request: web.Request) -> web.Response:
    base = f"{MICROSOFT}/{request.match_info['tenant']}"
    return web.json_response(
        {
            "issuer": f"{base}/v2.0",
            "authorization_endpoint": f"{base}/oauth2/v2.0/authorize",
            "token_endpoint": f"{base}/oauth2/v2.0/token",
        }
    )


async def _token(fake: FakeConnector, request: web.Request) -> web.StreamResponse:
    fake.login.asked += 1
    if fault := fake.faults.next("login"):
        return await fake.faulty(request, fault)
    form = await request.post()
    scope = str(form.get("scope", "")).split()
    if (form.get("client_id"), form.get("client_secret")) != (APP_ID, PASSWORD):
        return web.json_response({"error": "invalid_client"}, status=401)
    if "https://api.botframework.com/.default" not in scope:
        return web.json_response({"error": "invalid_scope"}, status=400)
    token = secrets.token_urlsafe(24)
    fake.login.tokens.add(token)
    return web.json_response({"access_token": token, "token_type": "Bearer", "expires_in": 3600})

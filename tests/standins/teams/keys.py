"""The Bot Framework's key server, in a process of its own: the SDK waits for it blockingly.

    python -m tests.standins.teams.keys PUBLIC_KEYS.json

prints its address, counts its fetches at /fetches, and is slow for the seconds told to /slow?by=N.
"""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa

ISSUER = "https://api.botframework.com"
KEYS = "/v1/.well-known/keys"
METADATA = "/v1/.well-known/openidconfiguration"


@dataclass(frozen=True)
class Signer:
    """A private key, and the name that its public half is served under."""

    key: rsa.RSAPrivateKey
    name: str

    @classmethod
    def new(cls, name: str) -> "Signer":
        return cls(rsa.generate_private_key(public_exponent=65537, key_size=2048), name)

    def public(self) -> dict[str, object]:
        half = jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True)
        return {**half, "kid": self.name, "use": "sig", "alg": "RS256", "endorsements": ["msteams"]}

    def token(self, claims: dict[str, object]) -> str:
        return jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": self.name})


@dataclass(frozen=True)
class KeyServer:
    url: str

    @property
    def metadata(self) -> str:
        return self.url + METADATA

    def fetches(self) -> int:
        with urlopen(f"{self.url}/fetches") as answer:
            return int(answer.read())

    def slow_by(self, seconds: float) -> None:
        urlopen(f"{self.url}/slow?by={seconds}").close()


@contextmanager
def key_server(folder: Path, *signers: Signer) -> Iterator[KeyServer]:
    """A key server that knows these signers, until the block is left."""
    file = folder / "keys.json"
    file.write_text(json.dumps({"keys": [each.public() for each in signers]}))
    command = [sys.executable, "-m", "tests.standins.teams.keys", str(file)]
    root = Path(__file__).parents[3]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root)
    assert process.stdout is not None
    try:
        yield KeyServer(process.stdout.readline().strip())
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def app(keys: object) -> web.Application:
    told = {"slow": 0.0, "fetches": 0.0}

    async def answer_keys(_: web.Request) -> web.Response:
        told["fetches"] += 1
        await asyncio.sleep(told["slow"])
        return web.json_response(keys)

    async def answer_metadata(request: web.Request) -> web.Response:
        return web.json_response({"issuer": ISSUER, "jwks_uri": str(request.url.with_path(KEYS))})

    async def fetches(_: web.Request) -> web.Response:
        return web.Response(text=str(int(told["fetches"])))

    async def slow(request: web.Request) -> web.Response:
        told["slow"] = float(request.query["by"])
        return web.Response()

    server = web.Application()
    server.router.add_get(KEYS, answer_keys)
    server.router.add_get(METADATA, answer_metadata)
    server.router.add_get("/fetches", fetches)
    server.router.add_get("/slow", slow)
    return server


async def serve(keys: object) -> None:
    runner = web.AppRunner(app(keys))
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    sys.stdout.write(f"http://127.0.0.1:{runner.addresses[0][1]}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    os.setpgrp()
    asyncio.run(serve(json.loads(Path(sys.argv[1]).read_text())))

"""A program of its own that calls a portal with other people's clients, unchanged; it prints what it found as JSON.

Standard input: `{"ports": {host: port}, "client_id", "client_secret", "code", "tokens"}`. The clients insist on https
and on port 443; name resolution leads their hosts to the demo portal's ports instead.
"""

from __future__ import annotations

import asyncio
import json
import socket
import sys
from typing import Any

PORTAL = "acme.bitrix24.com"


def lead(ports: dict[str, int]) -> None:
    """Makes the hosts of `ports` resolve to loopback, whatever port was asked for."""
    resolve = socket.getaddrinfo

    def led(host: Any, *arguments: Any, **options: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name in ports:
            return [(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", ("127.0.0.1", ports[name]))]
        return resolve(host, *arguments, **options)

    socket.getaddrinfo = led


def widgets(count: int, path: str) -> list[dict[str, Any]]:
    """Arguments that bind `count` widgets."""
    return [
        {
            "PLACEMENT": "LEFT_MENU",
            "HANDLER": f"https://a.example/{path}?n={number}&x=[1]",
            "LANG_ALL": {"en": {"TITLE": f"A & B {number}"}, "ru": {"TITLE": "Кнопка"}},
        }
        for number in range(count)
    ]


def b24pysdk(given: dict[str, Any]) -> dict[str, Any]:
    """The official SDK: exchange, refresh, single calls, batches, lists."""
    from b24pysdk import BitrixApp, BitrixToken

    app = BitrixApp(client_id=given["client_id"], client_secret=given["client_secret"])
    token = BitrixToken.from_oauth(oauth=app.get_oauth_token(given["code"]), bitrix_app=app)
    first = token.oauth_token.access_token
    name = token.call_method("profile")["result"]["NAME"]
    token.refresh_and_set_oauth_token()
    bound = token.call_batches([("placement.bind", arguments) for arguments in widgets(60, "sdk")])["result"]
    types = token.call_list("crm.type.list")["result"]
    return {
        "name": name,
        "refreshed": first != token.oauth_token.access_token,
        "member_id": token.get_app_info().result.install.member_id,
        "bound": [all(bound["result"]), len(bound["result"]), len(bound["result_error"])],
        "codes": len(token.call_method("placement.list")["result"]),
        "types": len({item["entityTypeId"] for item in types}),
        "types_fast": len(list(token.call_list_fast("crm.type.list")["result"])),
        "removed": token.call_method("placement.unbind", widgets(1, "sdk")[0])["result"],
    }


def b24pysdk_methods(given: dict[str, Any]) -> dict[str, Any]:
    """The calls of the SDK's own integration tests: placements, the app, the profile, permissions, custom types."""
    from b24pysdk import BitrixApp, BitrixToken, Client
    from b24pysdk.schemas.app import AppInfoApplication
    from b24pysdk.schemas.profile import Profile

    app = BitrixApp(client_id=given["client_id"], client_secret=given["client_secret"])
    token = BitrixToken(domain=PORTAL, auth_token=given["tokens"][1], bitrix_app=app)
    client = Client(token)
    worker = {"placement": "PAGE_BACKGROUND_WORKER", "handler": "https://a.example/worker/", "user_id": 1}
    texts = {"en": {"TITLE": "Worker", "DESCRIPTION": "At work", "GROUP_NAME": ""}}
    options = {"errorHandlerUrl": worker["handler"]}
    bound = client.placement.bind(**worker, lang_all=texts, options=options).response.result
    row = client.placement.get().as_list().response.result[-1]
    added = client.crm.type.add(fields={"title": "SDK type"}).response.result["type"]
    changed = client.crm.type.update(bitrix_id=added["id"], fields={"title": "Changed"}).response.result["type"]
    by_number = client.crm.type.get_by_entity_type_id(entity_type_id=added["entityTypeId"]).response.result["type"]
    numbers = [item["id"] for item in client.crm.type.list().as_list_fast(descending=True).response.result]
    kept = client.app.option.set(options={"SDK": "value"}).response.result
    return {
        "bound": [bound, row["options"] == options, row["langAll"] == texts, row["userId"]],
        "tasks": all(code.startswith("TASK_") for code in client.placement.list(scope="task").response.result),
        "unbound": client.placement.unbind(**worker).response.value,
        "app": isinstance(client.app.info().response.value, AppInfoApplication),
        "option": [kept, client.app.option.get(option="SDK").response.result],
        "profile": isinstance(client.profile().response.value, Profile),
        "scopes": {"crm", "bizproc"} <= set(client.scope(full=True).as_list().response.result),
        "method": client.method.get(name="profile").response.value.is_available,
        "fields": "isStagesEnabled" in client.crm.type.fields().response.result["fields"],
        "changed": changed["title"],
        "got": client.crm.type.get(bitrix_id=added["id"]).response.result["type"] == by_number == changed,
        "listed": len(client.crm.type.list(filter={"id": added["id"]}).response.result["types"]),
        "sorted": numbers == sorted(numbers, reverse=True),
        "deleted": client.crm.type.delete(bitrix_id=added["id"]).response.result,
    }


async def fast_bitrix24(given: dict[str, Any]) -> dict[str, Any]:
    """The community's client: it is handed tokens, and asks for another when one ran out."""
    from fast_bitrix24 import BitrixAsync

    old, good = given["tokens"]
    asked: list[str] = []

    async def token() -> str:
        asked.append(good if asked else old)
        return asked[-1]

    client = BitrixAsync(f"https://{PORTAL}/rest/", token_func=token, verbose=False)
    bound = await client.call("placement.bind", widgets(60, "fast"))
    return {
        "bound": [all(bound), len(bound)],
        "rows": len(await client.get_all("placement.get")),
        "codes": len(await client.get_all("placement.list")),
        "types": len({item["entityTypeId"] for item in await client.get_all("crm.type.list")}),
        "removed": await client.call("placement.unbind", {"PLACEMENT": "LEFT_MENU"}),
        "asked_again": len(asked) > 1,
    }


def main() -> None:
    """Runs all."""
    given = json.load(sys.stdin)
    lead(given["ports"])
    found = {
        "b24pysdk": b24pysdk(given),
        "b24pysdk_methods": b24pysdk_methods(given),
        "fast_bitrix24": asyncio.run(fast_bitrix24(given)),
    }
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()

"""Asks pages over a few connections and writes down how long each answer took.

A process of its own, without Django: ``python -m bench.load`` reads a plan from standard input and
prints the times as JSON. Pages and floors alternate, so that noise on the machine hits them all.
Only 127.0.0.1, a bounded number of requests.
"""

import http.client
import json
import sys
import threading
import time
from collections import defaultdict
from typing import Any

ADDRESS = "127.0.0.1"
TIMEOUT = 60
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
HIGHEST_ROUNDS, HIGHEST_CONNECTIONS = 5_000, 16

Times = dict[str, list[float]]


def main() -> int:
    """Measure what the plan on standard input asks."""
    plan = json.load(sys.stdin)
    rounds = min(int(plan["rounds"]), HIGHEST_ROUNDS)
    connections = min(int(plan["connections"]), HIGHEST_CONNECTIONS)
    found: list[Times] = []
    workers = [
        threading.Thread(target=_visit, args=(plan["targets"], rounds, plan["warm_up"], n, found))
        for n in range(connections)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if len(found) < connections:
        return 1
    together: Times = defaultdict(list)
    for times in found:
        for key, values in times.items():
            together[key].extend(values)
    json.dump(together, sys.stdout)
    return 0


def _visit(
    targets: list[dict[str, Any]], rounds: int, warm_up: int, number: int, found: list[Times]
) -> None:
    """One visitor with a connection per server and round; each begins elsewhere in the targets."""
    times: Times = defaultdict(list)
    begin = number * len(targets) // 2
    order = targets[begin:] + targets[:begin]
    for count in range(warm_up + rounds):
        servers = _connected({target["port"] for target in targets})
        for target in order:
            server = servers[target["port"]]
            turn = count * 2 + number
            path = target["paths"][turn % len(target["paths"])]
            took = ask(server, path, visitor_of(target, turn))
            if count >= warm_up:
                times[target["key"]].append(took)
        for server in servers.values():
            server.close()
    found.append(dict(times))


def _connected(ports: set[int]) -> dict[int, http.client.HTTPConnection]:
    """New connections for a round: two visitors in one worker wait for each other, and which
    worker takes a connection is chance, that must not hit one city for a whole run."""
    servers = {port: http.client.HTTPConnection(ADDRESS, port, timeout=TIMEOUT) for port in ports}
    for server in servers.values():
        server.connect()
    return servers


def visitor_of(target: dict[str, Any], turn: int) -> str:
    """The cookie of whoever's turn it is: nobody may look up as many callers as one bench does."""
    cookies = target.get("cookies") or [target["cookie"]]
    return str(cookies[turn % len(cookies)])


def ask(server: http.client.HTTPConnection, path: str, cookie: str) -> float:
    """Milliseconds until the last byte of the page; anything but 200 ends the measuring.

    What stands behind a space in ``path`` is a form that is posted there.
    """
    path, _, form = path.partition(" ")
    method, headers = ("POST", FORM) if form else ("GET", {})
    for last_try in (False, True):
        began = time.perf_counter()
        try:
            server.request(method, path, body=form or None, headers={"Cookie": cookie, **headers})
            answer = server.getresponse()
            answer.read()
        except (http.client.RemoteDisconnected, ConnectionResetError):
            server.close()
            if last_try:
                raise
            continue
        took = (time.perf_counter() - began) * 1000
        if answer.status != http.client.OK:
            raise SystemExit(f"{path} antwoordde {answer.status}")
        return took
    raise SystemExit(f"{path} antwoordde niet")


if __name__ == "__main__":
    sys.exit(main())

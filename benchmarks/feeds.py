#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""How fast feeds go out, against nginx with the same bytes as files, and how soon what is published is in them.

`benchmarks/feeds.py [PORT]` after `./mvnw package` or `./run`; wants wrk and nginx (Debian's nginx-light will do). Both
servers stand beside each other and are asked in turn, so that what else the machine does meets both. Prints a table, and
writes everything that was measured to target/benchmarks/feeds.json.
"""
import json
import pathlib
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "system-tests/readers"))
from newsroom import Newsroom  # noqa: E402

ROUNDS, SECONDS, CONNECTIONS, WARM_UP, PUBLICATIONS = 7, 4, 16, 15, 100
FEED = "/feeds/rss.xml"


def fetch(url, **headers):
    request = urllib.request.Request(url, headers={name.replace("_", "-"): value for name, value in headers.items()})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.read(), answer.headers


def start_nginx(folder, port, plain, packed):
    (folder / "html/feeds").mkdir(parents=True)
    (folder / "html/feeds/rss.xml").write_bytes(plain)
    (folder / "html/feeds/rss.xml.gz").write_bytes(packed)
    (folder / "nginx.conf").write_text(f"""
daemon off; user root; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{}}
http {{
  access_log off; sendfile on; keepalive_requests 1000000; gzip_static on;
  types {{ application/rss+xml xml; }}
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{ listen 127.0.0.1:{port}; root {folder}/html; }}
}}
""")
    nginx = subprocess.Popen(["/usr/sbin/nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")],
                             stderr=subprocess.DEVNULL)
    time.sleep(1)
    return nginx


def rate(url, headers, seconds):
    """Answers in a second, by one thread: the second processor is the server's."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", url]
    for name, value in headers.items():
        command[1:1] = ["-H", f"{name}: {value}"]
    report = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in report and "If-None-Match" not in headers:
        raise SystemExit(f"{url} was refused: {report}")
    return float(re.search(r"Requests/sec:\s*([\d.]+)", report).group(1))


def compare(ours, theirs):
    tag, other = fetch(ours + FEED)[1]["ETag"], fetch(theirs + FEED)[1]["ETag"]
    packed, other_packed = (fetch(url + FEED, Accept_Encoding="gzip")[1]["ETag"] for url in (ours, theirs))
    kinds = {
        "200": ({}, {}),
        "200, gzip": ({"Accept-Encoding": "gzip"}, {"Accept-Encoding": "gzip"}),
        "304": ({"If-None-Match": tag}, {"If-None-Match": other}),
        "304, gzip": ({"If-None-Match": packed, "Accept-Encoding": "gzip"},
                      {"If-None-Match": other_packed, "Accept-Encoding": "gzip"}),
    }
    samples = {}
    for kind, (mine, its) in kinds.items():
        rate(ours + FEED, mine, WARM_UP)
        samples[kind] = []
        for _ in range(ROUNDS):
            samples[kind].append({"rongmei": rate(ours + FEED, mine, SECONDS), "nginx": rate(theirs + FEED, its, SECONDS)})
    return samples


def publish_to_visible(newsroom):
    """From the answer of the publication to the first byte of a feed that has the story."""
    waits = []
    for number in range(PUBLICATIONS):
        title = f"第{number}篇看得见要多久"
        article = newsroom.ask("reporter", "POST", "/content/articles",
                               {"section": "news", "title": title, "body": "<p>正文。</p>"})
        path = f"/content/articles/{article['id']}"
        newsroom.ask("reporter", "PUT", path + "/submission")
        for reviewer in ("editor", "editor2", "chief-editor"):
            newsroom.ask(reviewer, "POST", path + "/reviews", {"verdict": "approve"})
        newsroom.ask("chief-editor2", "PUT", path + "/publication", {})
        published = time.perf_counter()
        while title not in fetch(newsroom.base + FEED)[0].decode():
            pass
        waits.append((time.perf_counter() - published) * 1000)
    return waits


def main():
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 19780
    with tempfile.TemporaryDirectory(prefix="rongmei-benchmark-") as name:
        folder = pathlib.Path(name)
        (folder / "data").mkdir()
        newsroom = Newsroom(port, folder / "data")
        newsroom.start()
        time.sleep(10)
        plain, packed = fetch(newsroom.base + FEED)[0], fetch(newsroom.base + FEED, Accept_Encoding="gzip")[0]
        nginx = start_nginx(folder, port + 1, plain, packed)
        try:
            samples = compare(newsroom.base, f"http://localhost:{port + 1}")
            waits = publish_to_visible(newsroom)
        finally:
            nginx.terminate()
            nginx.wait()
            newsroom.kill()
    report(plain, packed, samples, waits)


def report(plain, packed, samples, waits):
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    target = ROOT / "target/benchmarks"
    target.mkdir(parents=True, exist_ok=True)
    (target / "feeds.json").write_text(json.dumps({
        "commit": commit, "machine": platform.platform(), "bytes": {"plain": len(plain), "gzip": len(packed)},
        "requests per second": samples, "publish to visible, ms": waits}, indent=1))
    print(f"{len(plain):,} bytes, {len(packed):,} with gzip\n\n| answer | nginx /s | Rongmei /s | ratio |\n|---|---|---|---|")
    for kind, rounds in samples.items():
        ours, theirs = (statistics.median(each[server] for each in rounds) for server in ("rongmei", "nginx"))
        ratio = statistics.median(each["rongmei"] / each["nginx"] for each in rounds)
        print(f"| {kind} | {theirs:,.0f} | {ours:,.0f} | {ratio:.2f} |")
    waits = sorted(waits)
    print(f"\npublish to visible: median {statistics.median(waits):.0f} ms, p99 {waits[int(len(waits) * 0.99) - 1]:.0f} ms,"
          f" longest {waits[-1]:.0f} ms of {len(waits)}")


if __name__ == "__main__":
    main()

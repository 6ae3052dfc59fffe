# SPDX-License-Identifier: Apache-2.0
"""The suite for programs that use it from outside: started as a user starts it, and its API."""
import base64
import json
import os
import pathlib
import signal
import subprocess
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
PASSWORD = "readers"


class Newsroom:
    def __init__(self, port, data, *options):
        self.port, self.data, self.options, self.process = port, data, options, None
        self.base = f"http://localhost:{port}"

    def start(self):
        environment = {**os.environ, "RONGMEI_PASSWORD": PASSWORD}
        command = ["sh", f"{ROOT}/target/usr/tool.sh", f"{ROOT}/target", "org.rongmei.server.Launcher",
                   "--port", str(self.port), "--data", str(self.data), *self.options]
        log = open(self.data.with_suffix(".log"), "ab")
        seen = log.tell()
        self.process = subprocess.Popen(command, env=environment, stdout=log, stderr=log, start_new_session=True)
        until = time.monotonic() + 300
        while "The newsroom is up." not in self.data.with_suffix(".log").read_bytes()[seen:].decode("utf-8", "replace"):
            if self.process.poll() is not None or time.monotonic() > until:
                raise SystemExit("The newsroom did not come up: " + self.data.with_suffix(".log").read_text()[-3000:])
            time.sleep(0.3)

    def kill(self):
        """Nobody gets to say a word."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def ask(self, login, method, path, body=None):
        request = urllib.request.Request(self.base + path, method=method)
        request.add_header("Authorization", "Basic " + base64.b64encode(f"{login}:{PASSWORD}".encode()).decode())
        request.add_header("If-Match", "*")
        if body is not None:
            request.data = json.dumps(body).encode()
            request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                text = answer.read().decode()
                return json.loads(text) if text else {}
        except urllib.error.HTTPError as refused:
            raise SystemExit(f"{method} {path}: {refused.code} {refused.read().decode()}") from refused

    def approve(self, article):
        path = f"/content/articles/{article['id']}"
        self.ask("reporter", "PUT", path + "/submission")
        for reviewer in ("editor", "editor2", "chief-editor"):
            self.ask(reviewer, "POST", path + "/reviews", {"verdict": "approve"})
        return self.ask("chief-editor2", "PUT", path + "/publication", {})

    def publish(self, section, title):
        article = self.ask("reporter", "POST", "/content/articles",
                           {"section": section, "title": title, "body": f"<p>{title}的正文。</p>"})
        return self.approve(article)

    def edit(self, article, **changes):
        path = f"/content/articles/{article['id']}"
        text = {"section": article["section"], "title": article["title"], "body": article["body"], **changes}
        self.ask("reporter", "PUT", path, text)
        return self.approve(article)

#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""What real feed readers see of a day: newsboat, rss2email and feedparser, all as Debian has them.

They subscribe to a section's feed of an empty newsroom (RSS, Atom, and by feedparser both) and look again after each thing
that happens: stories, edits, a correction, a rename, a withdrawal, a restart by SIGKILL. Each look has to bring exactly the
new entries, and nothing that the reader had already. Then two of them subscribe to the alerts of a register.
`readers.py [PORT]`, after `./mvnw package` or `./run`.
"""
import datetime
import mailbox
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

import feedparser

from newsroom import Newsroom

PATIENCE = 40  # seconds between a publication and its feed, on a busy machine


class Newsboat:
    def __init__(self, folder, url):
        self.cache = folder / "cache.db"
        (folder / "urls").write_text(url + "\n")
        (folder / "config").write_text("")
        self.command = ["newsboat", "-u", str(folder / "urls"), "-c", str(self.cache), "-C", str(folder / "config"),
                        "-x", "reload"]
        self.environment = {**os.environ, "HOME": str(folder)}

    def look(self):
        subprocess.run(self.command, check=True, env=self.environment, timeout=120, stdout=subprocess.DEVNULL)
        with sqlite3.connect(self.cache) as cache:
            return [guid for (guid,) in cache.execute("select guid from rss_item where deleted = 0")]


class Rss2Email:
    def __init__(self, folder, url):
        self.folder = folder
        (folder / "r2e.cfg").write_text(f"""[DEFAULT]
from = reader@localhost
to = reader@localhost
email-protocol = maildir
maildir-path = {folder}
maildir-mailbox = mail
""")
        mailbox.Maildir(str(folder / "mail"), create=True)
        self.run("add", "section", url)

    def run(self, *words):
        command = ["r2e", "-VVV", "-c", str(self.folder / "r2e.cfg"), "-d", str(self.folder / "r2e.json"), *words]
        subprocess.run(command, check=True, timeout=120, stdout=open(self.folder / "log", "a"), stderr=subprocess.STDOUT,
                       env={**os.environ, "HOME": str(self.folder)})

    def look(self):
        """One mail for each entry that was new; a mail does not say the id, but the address, which is as good."""
        self.run("run")
        return [message["X-RSS-ID"] for message in mailbox.Maildir(str(self.folder / "mail"))]


class Feedparser:
    """A reader that asks conditionally, as this library wants it done."""

    def __init__(self, url):
        self.url, self.etag, self.modified, self.known, self.status = url, None, None, [], None

    def look(self):
        answer = feedparser.parse(self.url, etag=self.etag, modified=self.modified)
        self.status = answer.status
        if answer.bozo:
            raise SystemExit(f"{self.url} is malformed: {answer.bozo_exception}")
        if answer.status == 301:
            self.url = answer.href  # a permanent move, which a reader is to remember
        if answer.status != 304:
            self.etag, self.modified = answer.get("etag"), answer.get("modified")
            self.known += [entry.id for entry in answer.entries if entry.id not in self.known]
        return list(self.known)


def main():
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 19680
    folder = pathlib.Path(tempfile.mkdtemp(prefix="rongmei-readers-"))
    for name in ("data", "newsboat", "r2e"):
        (folder / name).mkdir()
    newsroom = Newsroom(port, folder / "data", "--empty")
    newsroom.start()
    try:
        spend_the_day(newsroom, folder)
        subscribe_to_alerts(newsroom, folder)
    finally:
        newsroom.kill()
    shutil.rmtree(folder)
    print("The readers saw exactly what was new.")


def spend_the_day(newsroom, folder):
    newsroom.ask("chief-editor", "PUT", "/content/sections/town", {"name": "乡镇"})
    feed = f"{newsroom.base}/feeds/sections/town/"
    first = [newsroom.publish("town", f"早间{number}") for number in ("一", "二", "三")]
    await_feed(newsroom, "town", *[article["title"] for article in first])
    readers = {
        "newsboat": Newsboat(folder / "newsboat", feed + "rss.xml"),
        "rss2email": Rss2Email(folder / "r2e", feed + "atom.xml"),
        "feedparser, RSS": Feedparser(feed + "rss.xml"),
        "feedparser, Atom": Feedparser(feed + "atom.xml"),
    }
    known = {name: [] for name in readers}

    def look(what, *new):
        for name, reader in readers.items():
            seen = reader.look()
            came = [entry for entry in seen if entry not in known[name]]
            twice = len(seen) != len(set(seen))
            expected = sorted(article["uri"] for article in new)
            if sorted(came) != expected or twice:
                raise SystemExit(f"{name}, {what}: expected {expected}, but saw {sorted(came)}; twice: {twice}")
            known[name] = seen + [entry for entry in known[name] if entry not in seen]
        print(f"{what}: {len(new)} new", flush=True)

    look("the morning", *first)
    look("nothing happened")
    if {reader.status for reader in readers.values() if isinstance(reader, Feedparser)} != {304}:
        raise SystemExit("Who asked conditionally was sent what it had")

    newsroom.edit(first[0], body="<p>早间一的正文，改了一个字。</p>", minor=True)
    newsroom.edit(first[1], title="早间二（更新）")
    newsroom.ask("chief-editor", "POST", f"/content/articles/{first[2]['id']}/corrections", {"text": "数字有误。"})
    await_feed(newsroom, "town", "改了一个字", "早间二（更新）", "数字有误。")
    look("two edits and a correction")

    noon = newsroom.publish("town", "午间")
    await_feed(newsroom, "town", "午间")
    look("one more story", noon)

    newsroom.ask("chief-editor", "PUT", "/content/sections/town", {"name": "镇街", "path": "towns"})
    afternoon = newsroom.publish("towns", "午后")
    await_feed(newsroom, "towns", "午后")
    look("the section moved, and has a story", afternoon)

    newsroom.ask("chief-editor", "DELETE", f"/content/articles/{noon['id']}/publication", {"reason": "核实"})
    await_feed(newsroom, "towns", without="午间")
    look("a story was withdrawn")

    newsroom.kill()
    newsroom.start()
    await_feed(newsroom, "towns", "午后")
    look("killed and started again")

    evening = newsroom.publish("towns", "晚间")
    await_feed(newsroom, "towns", "晚间")
    look("the evening", evening)


def subscribe_to_alerts(newsroom, folder):
    """The register's findings are a feed, too: what ends is told on its days, and nothing is told twice."""
    site = "/site-info/sites/alerts"

    def register(days):
        end = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=days)
        licence = {"kind": "news-licence", "number": "37120210001", "validTo": end.isoformat(timespec="seconds")}
        newsroom.ask("site-admin", "PUT", site, {"name": "提醒", "identifiers": [licence], "reason": "续办"})

    (folder / "alerts").mkdir()
    url = newsroom.base + site + "/compliance.rss"
    readers = {"newsboat": Newsboat(folder / "alerts", url), "feedparser": Feedparser(url)}
    known = {name: set() for name in readers}

    def look(what, new, titles):
        with urllib.request.urlopen(url, timeout=30) as answer:
            entries = feedparser.parse(answer.read()).entries
        if sum("到期" in entry.title for entry in entries) != titles:
            raise SystemExit(f"{what}: {[entry.title for entry in entries]}")
        for name, reader in readers.items():
            seen = reader.look()
            came = set(seen) - known[name]
            if len(came) != (len(entries) if new is None else new) or len(seen) != len(set(seen)):
                raise SystemExit(f"{name}, {what}: {len(came)} came, and {new} were new")
            known[name] |= set(seen)
        print(f"{what}: {'all' if new is None else new} new", flush=True)

    register(45)
    look("a licence with 45 days left", None, titles=2)  # ninety and sixty days before its end
    look("nothing happened", 0, titles=2)
    register(20)
    look("it ends in 20 days", 3, titles=3)
    register(400)
    look("it was renewed", 0, titles=0)


def await_feed(newsroom, section, *texts, without=None):
    until = time.monotonic() + PATIENCE
    while True:
        feeds = []
        for document in ("rss.xml", "atom.xml"):
            try:
                with urllib.request.urlopen(f"{newsroom.base}/feeds/sections/{section}/{document}", timeout=30) as answer:
                    feeds.append(answer.read().decode())
            except urllib.error.HTTPError:
                feeds.append("")
        if all(text in feed for feed in feeds for text in texts) and all(
                feed and (without is None or without not in feed) for feed in feeds):
            return
        if time.monotonic() > until:
            raise SystemExit(f"The feed of {section} did not get as far as {texts}")
        time.sleep(0.2)


if __name__ == "__main__":
    main()

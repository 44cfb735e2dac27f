#!/usr/bin/env python3
"""Prints the desk.toml of a bench: mailbox, relay and sender from the environment."""
import json
import os

env = os.environ
quote = json.dumps
if env.get("MAILDIR"):
    mailbox = f'[mailbox.maildir]\npath = {quote(env["MAILDIR"])}\npoll = {quote(env.get("POLL_SECONDS", "1"))}\n'
else:
    mailbox = (f'[mailbox.imap]\nhost = {quote(env["IMAP_HOST"])}\nport = {env["IMAP_PORT"]}\ntls = "none"\n'
               f'user = {quote(env["IMAP_USER"])}\npassword = {quote(env["IMAP_PASS"])}\n'
               f'idle = {env.get("BENCH_IDLE", "false")}\npoll = {quote(env.get("POLL_SECONDS", "1"))}\n')
print(f'''[office]
prefix = "BEN"
zone = "America/New_York"
start = 2020-01-01

[office.name]
en = "The Office of the Special Representative for International Migration"
fr = "Le Bureau de la Représentante spéciale pour les migrations internationales"

[office.fund]
en = "the voluntary trust fund"
fr = "le fonds d'affectation spéciale"

[sender]
name = "Travel support desk"
address = {quote(env["MAIL_FROM"])}

{mailbox}
[delivery.smtp]
host = {quote(env["SMTP_HOST"])}
port = {env["SMTP_PORT"]}
tls = "none"

[papers]
unconfined = true

[store]
path = "../store"''')

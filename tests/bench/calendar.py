#!/usr/bin/env python3
"""Turns the bench's calendar (JSON Lines: id, number, start, end, city) into an events.toml."""
import json
import sys

PLACES = {"Vienna": ("Vienne", "Europe/Vienna"), "Geneva": ("Genève", "Europe/Zurich"),
          "New York": ("New York", "America/New_York"), "Nairobi": ("Nairobi", "Africa/Nairobi"),
          "Bangkok": ("Bangkok", "Asia/Bangkok")}
KEYS = {city: city.lower().replace(" ", "-") for city in PLACES}
print('''[defaults]
deadline_days = 21
deadline_source = "the bench"
max_per_state = 1
''')
for city, (french, zone) in PLACES.items():
    print(f'[place.{KEYS[city]}]\nzone = "{zone}"\ncity = {{ en = "{city}", fr = "{french}" }}\n')
for line in sys.stdin:
    e = json.loads(line)
    print(f'''[[event]]
id = "{e["id"]}"
process = "BENCH"
series = ["informal thematic session", "session thématique informelle"]
number = {e["number"]}
title = {{ en = "Informal thematic session {e["number"]}" }}
start = {e["start"]}
end = {e["end"]}
place = "{KEYS[e["city"]]}"
covered = "yes"
coverage_source = "the bench"
''')

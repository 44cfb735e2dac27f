#!/usr/bin/env python3
"""Turns the bench's calendar (JSON Lines: id, number, start, end, city) into an events.toml."""
import json
import sys

CITIES = {"Vienna": ("Vienne", "Europe/Vienna"), "Geneva": ("Genève", "Europe/Zurich"),
          "New York": ("New York", "America/New_York"), "Nairobi": ("Nairobi", "Africa/Nairobi"),
          "Bangkok": ("Bangkok", "Asia/Bangkok")}
print('''[defaults]
deadline_days = 21
deadline_source = "the bench"
max_per_state = 1
''')
for line in sys.stdin:
    e = json.loads(line)
    fr, zone = CITIES[e["city"]]
    print(f'''[[event]]
id = "{e["id"]}"
process = "BENCH"
series = ["informal thematic session", "session thématique informelle"]
number = {e["number"]}
title.en = "Informal thematic session {e["number"]}"
start = {e["start"]}
end = {e["end"]}
city.en = "{e["city"]}"
city.fr = "{fr}"
zone = "{zone}"
covered = "yes"
coverage_source = "the bench"
''')

#!/usr/bin/env python3
"""Who is named more than usual in the news about a country. Needs nothing but Python 3.

python3 examples/trending.py [http://127.0.0.1:4000/graphql] [RS]
"""
import json
import sys
import urllib.request

ENDPOINT = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:4000/graphql"
COUNTRY = sys.argv[2] if len(sys.argv) > 2 else "RS"
QUERY = """
query Trending($country: String!) {
  trendingActors(filter: { countries: { any: [$country] } }, window: DAY, first: 10) {
    count
    baseline
    actor { name kind }
  }
}
"""

request = urllib.request.Request(
    ENDPOINT,
    data=json.dumps({"query": QUERY, "variables": {"country": COUNTRY}}).encode(),
    headers={"content-type": "application/json"},
)
with urllib.request.urlopen(request) as response:
    answer = json.load(response)
if answer.get("errors"):
    sys.exit("\n".join(error["message"] for error in answer["errors"]))
for trend in answer["data"]["trendingActors"]:
    print(f'{trend["count"]:4d} today, usually {trend["baseline"]:5.1f}  {trend["actor"]["name"]}')

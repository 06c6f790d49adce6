#!/bin/sh
# The newest headlines with some words, in any script, with curl.
# sh examples/search.sh 'Beograd' [http://127.0.0.1:4000/graphql]
words=${1:-Beograd}
endpoint=${2:-http://127.0.0.1:4000/graphql}
exec curl --silent --show-error --fail-with-body --get "$endpoint" \
  --header 'accept: application/json' \
  --data-urlencode 'query=query Search($words: String!) {
    articles(filter: { search: $words }, first: 10) { totalCount nodes { headline language url outlet { name } } }
  }' \
  --data-urlencode "variables={\"words\": \"$words\"}"

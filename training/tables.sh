#!/usr/bin/env bash
# Prints the quality tables of the shipped pack in docs/models.md. Usage: tables.sh DATA TEACHERS [PACK…]
# DATA holds pairs/, val/ and val.tsv. Further packs (an older version, one with k-means classes, one trained with the plain loss) are compared with the
# shipped one on the same photos. About half an hour on one core.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
data=$(realpath "$1") teachers=$(realpath "$2")
shift 2
dotnet run -c Release --project "$root/bench/SPColor.Bench" -- color "$data/pairs" "$data/val"

packs=()
for pack in "$@"; do packs+=("$(realpath "$pack")"); done
cd "$root/training"
evaluate() { /usr/bin/python3 -m spcolor_training.evaluate --data "$data" --teachers "$teachers" "$@"; }
evaluate --pack ../models/compact --kinds retrieved --photos 392 --areas 1 22
evaluate --pack ../models/compact --kinds mirrored retrieved --photos 42 --areas 1 4 7 10 15 22 27
evaluate --pack ../models/compact --kinds "blurred mirrored" "faded mirrored" "grainy mirrored" "old mirrored" "old retrieved" --photos 42 --areas 1 22
if [ ${#packs[@]} -gt 0 ]; then evaluate --pack ../models/compact "${packs[@]}" --kinds retrieved --photos 392 --areas 1 22; fi

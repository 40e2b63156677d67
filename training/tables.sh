#!/usr/bin/env bash
# Prints every quality table of docs/models.md. Usage: tables.sh DATA TEACHERS [PACK…]
# DATA holds pairs/, val/ and val.tsv. Further packs (an older version, one with k-means classes, one trained with the plain loss) are compared with the
# shipped one on the same photos. About 20 minutes on two cores.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
data=$(realpath "$1") teachers=$(realpath "$2")
shift 2
dotnet run -c Release --project "$root/bench/SPColor.Bench" -- color "$data/pairs" "$data/val"

packs=()
for pack in "$@"; do packs+=("$(realpath "$pack")"); done
cd "$root/training"
evaluate() { /usr/bin/python3 -m spcolor_training.evaluate --data "$data" --teachers "$teachers" --photos 42 "$@"; }
evaluate --pack ../models/compact --kinds mirrored retrieved --areas 1 4 7 10 15 22 27
evaluate --pack ../models/compact --kinds "old mirrored" "old retrieved" --areas 1 22
if [ ${#packs[@]} -gt 0 ]; then evaluate --pack ../models/compact "${packs[@]}" --kinds retrieved mirrored --areas 1 22; fi

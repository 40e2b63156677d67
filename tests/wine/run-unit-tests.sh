#!/usr/bin/env bash
# The plugin's unit tests as a Windows program under Wine, with the real and the misbehaving worker as Windows processes (job object,
# Windows start errors). Usage: run-unit-tests.sh [OUT-FOLDER]. Ends with "N passed, N failed".
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
OUT=$(realpath -m "${1:-$root/artifacts/wine}")
PREFIX=${SPCOLOR_WINEPREFIX:-$root/artifacts/wine-prefix}
mkdir -p "$OUT"
"$here/setup.sh" "$PREFIX" > "$OUT/setup.log" 2>&1 || { tail "$OUT/setup.log"; exit 1; }
dotnet publish "$root/tests/SPColor.PdnEffect.Tests" -c Release -r win-x64 --self-contained -p:UnderWine=true -o "$OUT/unit" > "$OUT/unit-build.log" 2>&1 ||
  { tail "$OUT/unit-build.log"; exit 1; }

export WINEPREFIX=$PREFIX WINEDEBUG=-all LC_ALL=C.UTF-8 WINEDLLOVERRIDES='winedbg.exe=d'
cd "$OUT/unit" || exit 1
timeout 400 wine SPColor.PdnEffect.Tests.exe > "$OUT/unit.log" 2>&1
wineserver -k
grep -A 4 '\[FAIL\]' "$OUT/unit.log"
total=$(sed -nE 's/.*Total: ([0-9]+), .*/\1/p' "$OUT/unit.log" | tail -n 1)
bad=$(sed -nE 's/.*Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+).*/\1 \2 \3/p' "$OUT/unit.log" | tail -n 1)
if [ -z "$total" ]; then
  tail -n 20 "$OUT/unit.log"
  echo "0 passed, 1 failed"
  exit 1
fi
read -r errors failed skipped <<< "$bad"
echo "$((total - errors - failed - skipped)) passed, $((errors + failed)) failed"
[ "$((errors + failed))" -eq 0 ]

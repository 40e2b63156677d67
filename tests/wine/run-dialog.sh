#!/usr/bin/env bash
# SPColor's own dialog under Wine, driven with keyboard and mouse on the sample portraits, and what it writes compared with the command
# line on Linux. Usage: run-dialog.sh [OUT-FOLDER]. Screenshots and logs stay there. Ends with "N passed, N failed".
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
OUT=$(realpath -m "${1:-$root/artifacts/wine-dialog}")
PREFIX=${SPCOLOR_WINEPREFIX:-$root/artifacts/wine-prefix}
HOST=${SPCOLOR_HOST:-$OUT/host} PLUGIN=${SPCOLOR_PLUGIN:-$OUT/Effects/SPColor}
COMMAND=${SPCOLOR_COMMAND:-$OUT/spcolor}
mkdir -p "$OUT"
"$here/setup.sh" "$PREFIX" > "$OUT/setup.log" 2>&1 || { tail "$OUT/setup.log"; exit 1; }
# Each may be given ready made, so that a run costs seconds.
{
  [ -d "$HOST" ] || dotnet publish "$root/tests/PaintDotNet.Host" -c Release -r win-x64 --self-contained -o "$HOST"
} > "$OUT/build.log" 2>&1 && {
  [ -d "$PLUGIN" ] || "$root/installer/publish-plugin.sh" "$PLUGIN"
} >> "$OUT/build.log" 2>&1 && {
  [ -d "$COMMAND" ] || dotnet publish "$root/src/SPColor.Worker" -c Release -o "$COMMAND"
} >> "$OUT/build.log" 2>&1 || { tail "$OUT/build.log"; exit 1; }
# shellcheck source=tests/wine/lib.sh
. "$here/lib.sh"

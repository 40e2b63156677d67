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
HOST_TIMEOUT=60
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

cd "$OUT" || exit 1
target=$root/samples/portrait-target.png reference=$root/samples/portrait-reference.png harbour=$root/samples/harbour-reference.png
# .NET sees no AVX-512 under Wine; sums of another width round otherwise.
colorize() { DOTNET_EnableAVX512F=0 DOTNET_EnableAVX512=0 "$COMMAND/spcolor" colorize "$target" --reference "$reference" "$@" > colorize.log 2>&1; }

wait_result() { # wait_result NUMBER: of the token that the run ends with; the worker's start is in the first
  wait_line "token $1: complete" 60 && sleep 1
}

a_paired_area_is_what_the_command_line_makes() {
  rm -f paired.png
  start_host paired.log "$PLUGIN" "$target" "$reference" "$harbour" --out paired.png
  wait_dialog SPColor && wait_result 2 || return 1
  # The topmost layer was the default; the reference is one below it.
  keys alt+r Down
  wait_line 'control body/settings/reference .*"portrait-reference"' 10 && wait_result 3 || return 1
  # Area 1 has no match; the first entry after "automatic" is the reference's largest area, 7.
  click body/target/row5/choice
  sleep 0.5
  screenshot dropdown.png
  keys Down Return
  wait_line 'control body/target/row5/choice .*"area 7"' 10 && wait_result 4 || return 1
  xdotool mousemove 5 5 sleep 0.5
  screenshot paired-dialog.png
  keys Return
  wait_host || return 1
  colorize --pair 1=7 --output command.png && same_pixels paired.png command.png
}

the_row_under_the_mouse_lights_up() {
  start_host hover.log "$PLUGIN" "$target" "$reference"
  wait_dialog SPColor && wait_result 2 || return 1
  hover body/target/row0 && wait_line 'token 3: complete' 10 || return 1
  sleep 0.5
  screenshot hover.png
  keys Escape
  wait_host && grep -q 'document unmodified' hover.log
}

one_layer_is_explained() {
  rm -f one.png
  start_host one.log "$PLUGIN" "$target" --out one.png
  wait_dialog SPColor && wait_line 'control body/notices .*one layer only' 20 || return 1
  sleep 0.5
  screenshot one-layer.png
  keys Escape
  wait_host && [ ! -e one.png ]
}

a_repeat_without_its_reference_says_so() {
  start_host repeat.log "$PLUGIN" "$target" "$reference" --out repeat.png --do dialog delete=1 repeat
  wait_dialog SPColor && wait_result 2 || return 1
  click body/buttons/ok
  wait_host && grep -q 'error dialog: .*one layer only' repeat.log && colorize --output plain.png && same_pixels repeat.png plain.png
}

dark() {
  start_host dark.log "$PLUGIN" "$target" "$reference" --dark
  wait_dialog SPColor && wait_result 2 || return 1
  screenshot dark.png
  keys Escape
  wait_host
}

high_dpi() {
  set_dpi 144
  start_host dpi.log "$PLUGIN" "$target" "$reference"
  wait_dialog SPColor && grep -q 'dialog shown: .* 144 DPI' dpi.log && wait_result 2 || return 1
  screenshot dialog-144.png
  keys Escape
  wait_host
  local rc=$?
  set_dpi 96
  return $rc
}

hover() { # hover CONTROL-NAME
  local x y w h
  wait_line "control $1 " 20 || return 1
  IFS=, read -r x y w h < <(sed -nE "s#.*control $1 [^ ]+ ([-0-9,]+) .*#\1#p" "$log" | tail -n 1)
  xdotool mousemove $((x + 10)) $((y + h / 2))
}

start_display 1600x1100
for name in a_paired_area_is_what_the_command_line_makes the_row_under_the_mouse_lights_up one_layer_is_explained \
  a_repeat_without_its_reference_says_so dark high_dpi; do
  echo "== $name"
  check "$name" "$name"
done
stop_display
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]

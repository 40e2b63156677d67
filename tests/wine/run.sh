#!/usr/bin/env bash
# The host with the sample plugin under Wine: its dialog is driven with keyboard and mouse, and what it writes is compared.
# Usage: run.sh [OUT-FOLDER]. Screenshots and logs stay there. Ends with "N passed, N failed".
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
OUT=$(realpath -m "${1:-$root/artifacts/wine}")
PREFIX=${SPCOLOR_WINEPREFIX:-$root/artifacts/wine-prefix}
HOST=$OUT/host PLUGIN=$OUT/Effects/SamplePlugin
mkdir -p "$OUT"
"$here/setup.sh" "$PREFIX" > "$OUT/setup.log" 2>&1 || { tail "$OUT/setup.log"; exit 1; }
dotnet publish "$root/tests/PaintDotNet.Host" -c Release -r win-x64 --self-contained -o "$HOST" > "$OUT/build.log" 2>&1 &&
  dotnet publish "$root/tests/PaintDotNet.SamplePlugin" -c Release -o "$PLUGIN" >> "$OUT/build.log" 2>&1 || { tail "$OUT/build.log"; exit 1; }
# shellcheck source=tests/wine/lib.sh
. "$here/lib.sh"

cd "$OUT" || exit 1
# Larger than one tile, not a multiple of it, with transparent pixels.
convert -size 300x200 gradient:black-white -alpha set -region 40x40+20+20 -alpha transparent +region -depth 8 PNG32:grey.png
convert -size 300x200 gradient:red-blue -depth 8 PNG32:colour.png
convert grey.png -channel RGB -negate +channel PNG32:inverted.png
convert grey.png \( inverted.png -crop 100x80+50+60 +repage \) -geometry +50+60 -compose copy -composite PNG32:inverted-part.png

an_inverted_picture_and_its_repeat() {
  start_host invert.log "$PLUGIN" grey.png colour.png --out invert.png --do dialog repeat
  wait_dialog Sample && wait_line 'token 1: complete' || return 1
  keys alt+m Down
  wait_line 'control mode .*"Invert"' 10 && wait_line 'token 2: complete' || return 1
  sleep 1
  screenshot dialog.png
  click ok
  wait_host && same_pixels invert.png inverted.png && same_pixels invert.2.png grey.png && grep -q 'set again, no tiles' invert.log
}

a_selection_changes_only_its_inside() {
  start_host selection.log "$PLUGIN" grey.png --out selection.png --selection 50,60,100,80
  wait_dialog Sample && keys alt+m Down && wait_line 'control mode .*"Invert"' 10 || return 1
  keys Return
  wait_host && same_pixels selection.png inverted-part.png
}

a_feathered_selection_fades_within_its_edge_only() {
  start_host feather.log "$PLUGIN" grey.png --out feather.png --selection 50,60,100,80,10
  wait_dialog Sample && keys alt+m Down && wait_line 'control mode .*"Invert"' 10 || return 1
  keys Return
  wait_host || return 1
  convert feather.png \( grey.png -crop 120x100+40+50 +repage \) -geometry +40+50 -compose copy -composite PNG32:feather-outside.png
  convert feather.png -crop 80x60+60+70 +repage PNG32:feather-inside.png
  convert inverted.png -crop 80x60+60+70 +repage PNG32:inverted-inside.png
  same_pixels feather-outside.png grey.png && same_pixels feather-inside.png inverted-inside.png && ! same_pixels feather.png inverted-part.png
}

another_layer_that_is_gone_at_the_repeat() {
  start_host gone.log "$PLUGIN" grey.png colour.png --dark --out gone.png --do dialog delete=1 repeat
  wait_dialog Sample || return 1
  keys alt+m Down Down alt+l Down
  wait_line 'control layer .*"colour"' 10 || return 1
  sleep 1
  screenshot dialog-dark.png
  click ok
  wait_host && same_pixels gone.png colour.png && grep -q 'error dialog: Sample: There is no layer 1 any more' gone.log
}

cancel_stops_a_working_effect_within_a_second() {
  rm -f cancel.png
  start_host cancel.log "$PLUGIN" grey.png --out cancel.png
  wait_dialog Sample && keys alt+m End && wait_line 'control mode .*"NeverEnding"' 10 && wait_line 'token [2-9]: set' || return 1
  keys Escape
  wait_host && [ ! -e cancel.png ] && grep -q 'document unmodified' cancel.log || return 1
  [ "$(sed -nE 's/.*effect idle ([0-9]+) ms.*/\1/p' cancel.log)" -lt 1000 ]
}

chooses_and_ends_with_1() { # chooses_and_ends_with_1 MODE LINE KEY…: with that mode the host must fail and say so
  local mode=$1 line=$2
  shift 2
  rm -f bad.png
  start_host "$mode.log" "$PLUGIN" grey.png --out bad.png
  wait_dialog Sample && keys alt+m "$@" && wait_line "control mode .*\"$mode\"" 10 || return 1
  keys Return
  wait_host
  [ $? -eq 1 ] && grep -q "$line" "$mode.log" && [ ! -e bad.png ]
}

an_exception_aborts_the_effect_only() {
  chooses_and_ends_with_1 Fails 'failed on purpose (System.InvalidOperationException)' End Up Up
}

an_effect_that_writes_to_its_input_is_caught() {
  chooses_and_ends_with_1 SpoilsInput 'the effect wrote to its input' End Up
}

a_repeat_is_cancelled() {
  start_host cancel-repeat.log "$PLUGIN" grey.png --do dialog repeat --cancel-repeat-after 500
  wait_dialog Sample && keys alt+m End && wait_line 'token [2-9]: set' || return 1
  keys Home
  wait_line 'control mode .*"Unchanged"' 10 && click ok && wait_host
}

high_dpi() {
  set_dpi 144
  start_host dpi.log "$PLUGIN" grey.png --auto-ok-after 3000
  wait_dialog Sample && grep -q 'dialog shown: .* 144 DPI' dpi.log || return 1
  sleep 1
  screenshot dialog-144.png
  wait_host
  local rc=$?
  set_dpi 96
  return $rc
}

a_folder_without_a_plugin_is_named() {
  mkdir -p empty
  start_host empty.log empty grey.png
  wait_host
  [ $? -eq 2 ] && grep -q 'no DLL with a .deps.json' empty.log
}

run_checks an_inverted_picture_and_its_repeat a_selection_changes_only_its_inside a_feathered_selection_fades_within_its_edge_only \
  another_layer_that_is_gone_at_the_repeat an_exception_aborts_the_effect_only an_effect_that_writes_to_its_input_is_caught \
  cancel_stops_a_working_effect_within_a_second a_repeat_is_cancelled high_dpi a_folder_without_a_plugin_is_named

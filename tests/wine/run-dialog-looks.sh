#!/usr/bin/env bash
# How SPColor's own dialog looks: light and dark, at 96, 144 and 240 DPI, with a dropdown open, with a row under the mouse, and with one layer.
# Somebody has to look at the screenshots. Usage: run-dialog-looks.sh. They stay in artifacts/wine-dialog/looks. Ends with "N passed, N failed".
set -u
OUT=$(cd "$(dirname "$0")/../.." && pwd)/artifacts/wine-dialog/looks
# shellcheck source=tests/wine/dialog.sh
. "$(dirname "$0")/dialog.sh"
HOST_TIMEOUT=100
DISPLAY_SIZE=2600x1850

a_dropdown_opens_and_the_row_under_the_mouse_lights_up() {
  start_host looks.log "$PLUGIN" "$target" "$reference" --do dialog dark dialog
  opened || return 1
  dialog_shot dialog.png
  click body/target/row5/choice
  sleep 0.5
  screenshot dropdown.png
  keys Escape
  xdotool mousemove 5 5
  rest || return 1
  mark
  hover body/target/row0 && wait_line 'token [0-9]+: complete' 10 || return 1
  sleep 0.5
  screenshot hover.png
  xdotool mousemove 5 5
  cancel
}

the_dark_theme_is_dark() {
  opened || return 1
  dialog_shot dark.png
  cancel
  # Text, pictures and the scroll bars that Wine cannot darken are the bright part.
  wait_host && [ "$(convert dark.png -colorspace Gray -threshold 50% -format '%[fx:mean<0.2]' info:)" = 1 ]
}

one_layer_is_explained() {
  rm -f one.png
  start_host one.log "$PLUGIN" "$target" --out one.png
  wait_dialog SPColor && wait_line 'control body/notices .*one layer only' 20 || return 1
  sleep 0.5
  dialog_shot one-layer.png
  cancel
  wait_host && [ ! -e one.png ]
}

at_dpi() { # at_dpi DPI
  set_dpi "$1"
  start_host "dpi-$1.log" "$PLUGIN" "$target" "$reference" --selection 150,100,200,300
  opened && grep -q "dialog shown: .* $1 DPI" "$log" && dialog_shot "dialog-$1.png" && cancel && wait_host && within_the_dialog
  local rc=$?
  set_dpi 96
  return $rc
}

within_the_dialog() { # no control of the last log reaches beyond the dialog's sides
  awk '$3 == "control" || $2 == "control" { for (i = 1; i <= NF; i++) if ($i == "control") { name = $(i + 1); split($(i + 3), p, ",") }
    if (name == "spcolor") { left = p[1]; right = p[1] + p[3]; bottom = p[2] + p[4] }
    else if (name !~ /row/ && (p[1] < left || p[1] + p[3] > right || p[2] + p[4] > bottom)) { print "beyond the dialog: " $0; bad = 1 } }
    END { exit bad }' "$log"
}

half_as_large_again() { at_dpi 144; }

two_and_a_half_times_as_large() { at_dpi 240; }

run_checks a_dropdown_opens_and_the_row_under_the_mouse_lights_up the_dark_theme_is_dark one_layer_is_explained half_as_large_again \
  two_and_a_half_times_as_large

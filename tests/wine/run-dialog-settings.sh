#!/usr/bin/env bash
# References from files and several layers, sliders, overlays, keys and clicks in SPColor's own dialog, and what Stop, OK and Cancel do to a
# run. Usage: run-dialog-settings.sh. Screenshots and logs stay in artifacts/wine-dialog/settings. Ends with "N passed, N failed".
set -u
OUT=$(cd "$(dirname "$0")/../.." && pwd)/artifacts/wine-dialog/settings
# shellcheck source=tests/wine/dialog.sh
. "$(dirname "$0")/dialog.sh"
HOST_TIMEOUT=240

a_picture_file_gives_its_colours() {
  rm -f s*.png several.json
  start_host settings.log "$PLUGIN" "$target" "$harbour" --out s.png --do dialog undo dialog undo dark dialog undo light dialog dialog
  opened || return 1
  mark
  keys alt+f
  type_path 'Picture file to take colours from' "$reference" && wait_line 'control body/settings/reference .*"portrait-reference.png"' 10 && rest || return 1
  ok
  wait_line 'wrote s.png' && colorize "$target" --reference "$reference" --output file.png && same_pixels s.png file.png
}

a_row_takes_its_colour_from_another_layer() {
  opened || return 1
  keys alt+m
  sleep 0.5
  screenshot more-layers.png
  keys Down Return
  rest || return 1
  # Below "automatic": the areas of the file, small ones too, then those of the layer; its second one.
  choose body/target/row0 $(($(count_of_areas "$reference") + 2)) && rest || return 1
  screenshot several.png
  since_shown | grep -q 'control body/target/row0/choice .*"harbour: area' || { echo "no entry of the other layer" >&2; return 1; }
  keys alt+v
  type_path 'Save pairing' "$OUT/several.json" && sleep 1 || return 1
  ok
  wait_line 'wrote s.2.png' && ! same_pixels s.2.png file.png &&
    colorize "$target" --reference "$reference" --reference "$harbour" --pairing several.json --output several-command.png && same_pixels s.2.png several-command.png
}

sliders_size_and_overlays_do_what_they_say() { # in the dark theme
  opened || return 1
  screenshot dark.png
  mark
  keys alt+t
  rest && keys alt+n Right Right Right && wait_line 'control body/settings/areas/NumericUpDown1 .*"25"' 10 || return 1
  keys alt+s Prior Prior Prior && wait_line 'control body/settings/strength/NumericUpDown1 .*"70"' 10 || return 1
  keys alt+w Down && wait_line 'control body/settings/workingSize .*"384' 10 && rest || return 1
  keys alt+h Down && rest && screenshot areas.png
  keys Down && rest && screenshot match.png
  ok
  wait_line 'wrote s.3.png' && colorize "$target" --reference "$harbour" --areas 25 --strength 70 --size 384 --output slid.png && same_pixels s.3.png slid.png
}

a_click_in_the_preview_selects_its_row() {
  opened && click body/settings/preview && wait_line 'control body/target/row[0-9]+/choice .* focused' 10 || return 1
  xdotool mousemove 5 5
}

stop_keeps_the_last_result_and_starting_again_goes_on() {
  mark
  keys alt+w Down
  wait_line 'control body/status/stop .* enabled "St&op"' 10 && click body/status/stop && wait_line 'control body/notices .*"Stopped' 10 || return 1
  rest && screenshot stopped.png
  keys alt+g
  wait_line 'control body/status/Label1 .*"Colouring' 30 && rest || return 1
  since_shown | grep 'control body/status/stop ' | tail -n 1 | grep -q 'disabled "St&op"'
}

ok_waits_for_a_run_unless_it_is_stopped() {
  mark
  keys alt+w Home alt+w End
  wait_line 'control body/status/stop .* enabled' 10 && keys Return && wait_line 'control spcolor form .*"SPColor: closes when done"' 10 || return 1
  click body/status/stop
  wait_line 'control body/notices .*"Stopped' 10 && rest || return 1
  since_shown | grep -q 'dialog closed' && { echo "a stopped run closed the dialog" >&2; return 1; }
  keys alt+w Home
  ok
  wait_line 'wrote s.4.png' && colorize "$target" --reference "$harbour" --areas 25 --strength 70 --size 256 --output waited.png && same_pixels s.4.png waited.png
}

cancel_ends_a_run_within_a_second() {
  opened || return 1
  mark
  keys alt+w End
  wait_line 'control body/status/stop .* enabled' 10 || return 1
  cancel
  wait_line 'document unmodified' 10 && wait_host && [ "$(since | sed -nE 's/.*effect idle ([0-9]+) ms.*/\1/p')" -lt 1000 ]
}

run_checks a_picture_file_gives_its_colours a_row_takes_its_colour_from_another_layer sliders_size_and_overlays_do_what_they_say \
  a_click_in_the_preview_selects_its_row stop_keeps_the_last_result_and_starting_again_goes_on ok_waits_for_a_run_unless_it_is_stopped \
  cancel_ends_a_run_within_a_second

# Helpers to drive PaintDotNet.Host under Wine on a display of its own. Source it after setting PREFIX (setup.sh made it) and OUT (a folder).
# Every process that is started here is ended here, by its id.

export WINEPREFIX=$PREFIX WINEDEBUG=-all LC_ALL=C.UTF-8
export WINEDLLOVERRIDES='winedbg.exe=d' # else an unhandled exception ends with exit code 0
# The calling shell's runtime settings are not meant for the Windows runtime.
unset DOTNET_ROOT MSBuildSDKsPath

start_display() { # start_display [WIDTHxHEIGHT]
  exec 7> "$OUT/display" 8>> "$OUT/x.log"
  Xvfb -displayfd 7 -screen 0 "${1:-1280x800}x24" -nolisten tcp 2>&8 &
  xvfb=$!
  for _ in $(seq 100); do [ -s "$OUT/display" ] && break; sleep 0.1; done
  export DISPLAY=:$(cat "$OUT/display")
  openbox 2>&8 &
  openbox=$!
}

stop_display() {
  wineserver -k
  kill "$openbox" "$xvfb" 2> /dev/null
  wait "$openbox" "$xvfb" 2> /dev/null
}

start_host() { # start_host LOG HOST-ARGUMENTS…
  log=$1 from=1
  shift
  : > "$log"
  timeout "${HOST_TIMEOUT:-120}" wine "$HOST/PaintDotNet.Host.exe" "$@" >> "$log" 2>&1 &
  host=$!
}

wait_host() { # the host's exit code
  wait "$host"
}

mark() { # lines before now do not count for wait_line
  from=$(($(wc -l < "$log") + 1))
}

since() { # the log from the mark on
  tail -n "+$from" "$log"
}

wait_line() { # wait_line EXTENDED-REGEX [SECONDS]
  local tries=$((${2:-60} * 10))
  for _ in $(seq "$tries"); do
    since | grep -E "$1" > /dev/null && return 0
    kill -0 "$host" 2> /dev/null || break
    sleep 0.1
  done
  since | grep -E "$1" > /dev/null || { echo "no line like $1 in $log from line $from on" >&2; return 1; }
}

wait_dialog() { # wait_dialog TITLE: until it is shown and has the keyboard (openbox does not always give it to a new window)
  wait_line "dialog shown: \"$1\"" && wait_line 'control ' 10 || return 1
  timeout 20 xdotool search --sync --onlyvisible --name "^$1\$" windowfocus --sync
}

end_host() { # of a check that failed
  kill "$host" 2> /dev/null
  wait "$host" 2> /dev/null
}

place() { # place CONTROL-NAME: x, y, width and height of where it last was
  grep -q "control $1 " "$log" || wait_line "control $1 " 20 || return 1
  IFS=, read -r x y w h < <(sed -nE "s#.*control $1 [^ ]+ ([-0-9,]+) .*#\1#p" "$log" | tail -n 1)
}

click() { # click CONTROL-NAME: its middle
  local x y w h
  place "$1" && xdotool mousemove $((x + w / 2)) $((y + h / 2)) sleep 0.1 click 1
}

hover() { # hover CONTROL-NAME: its left edge
  local x y w h
  place "$1" && xdotool mousemove $((x + 10)) $((y + h / 2))
}

keys() { # keys KEY…, one after the other
  local key
  for key in "$@"; do xdotool key "$key" sleep 0.15; done
}

screenshot() { # screenshot FILE
  import -window root "$1"
}

set_dpi() { # set_dpi 144: for hosts started later
  wine reg add 'HKCU\Control Panel\Desktop' /v LogPixels /t REG_DWORD /d "$1" /f > /dev/null
  wineserver -w
}

same_pixels() { # same_pixels A B
  [ "$(compare -metric AE "$1" "$2" null: 2>&1)" = 0 ]
}

passed=0 failed=0
check() { # check NAME COMMAND…: counts it; of one that failed the host is ended and its log shown, without the controls' places
  local name=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    end_host
    echo "FAILED: $name"
    grep -v ' control ' "$log" | tail -n 25
  fi
}

run_checks() { # run_checks CHECK…: on a display of DISPLAY_SIZE, and the count at the end
  local name
  start_display "${DISPLAY_SIZE:-1280x800}"
  for name in "$@"; do
    echo "== $name"
    check "$name" "$name"
  done
  stop_display
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
}

# For run-installer.sh: stand-ins for the three editions of Paint.NET in the Wine prefix, and installers to try on them. Sourced after lib.sh.

drive=$PREFIX/drive_c
classic_home='Program Files/paint.net' documents='OneDrive - Größe/Dökumente' portable_home='Träger mit Löchern/paint.net'
classic=$drive/$classic_home/Effects/SPColor
store=$drive/$documents/paint.net\ App\ Files/Effects/SPColor
portable=$drive/$portable_home/Effects/SPColor
shell_folders='HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders'
entries='Software\Microsoft\Windows\CurrentVersion\Uninstall\SPColor'
real=$(ls "$RELEASE"/SPColor-*-Setup*.exe)
old=$OUT/small/SPColor-0.0.9-Setup.exe damaged=$OUT/small/SPColor-0.0.8-Setup.exe huge=$OUT/small/SPColor-0.0.7-Setup.exe

small_installer() { # small_installer FOLDER VERSION EXIT-CODE-OF-ITS-SPCOLOR [OPTIONS OF pack]
  local folder=$OUT/$1 version=$2 code=$3
  shift 3
  rm -rf "$folder" && mkdir -p "$folder/worker"
  printf 'Unicode true\nTarget amd64-unicode\nOutFile "%s"\nRequestExecutionLevel user\nSilentInstall silent\nSection\nSetErrorLevel %s\nSectionEnd\n' \
    "$folder/worker/spcolor.exe" "$code" > "$folder.nsi"
  makensis -V1 "$folder.nsi" && echo "$version" > "$folder/worker/gone.txt"
  (cd "$root" && artifacts/bin/SPColor.Release/release/SPColor.Release pack "$folder" --output "$OUT/small" --version-number "$version" "$@")
}

prepare() { # once: small installers, and where Documents was
  dotnet build "$root/installer/SPColor.Release" -c Release --nologo -v quiet &&
    small_installer old 0.0.9 0 && small_installer damaged 0.0.8 1 && small_installer huge 0.0.7 0 --needed-mb 999999999 || return 1
  documents_before=$(wine reg query "$shell_folders" /v Personal | tr -d '\r' | sed -nE 's/.*REG_[A-Z_]+ +//p')
  [ -n "$documents_before" ]
}

fresh() { # all three editions, with files of their own, and no SPColor
  rm -rf "$drive/$classic_home" "${drive:?}/$documents" "${drive:?}/$portable_home"
  local home
  for home in "$classic_home" "$documents/paint.net App Files" "$portable_home"; do
    mkdir -p "$drive/$home/Effects" && echo theirs > "$drive/$home/Effects/Theirs.dll" && touch "$drive/$home/paintdotnet.exe"
  done
  {
    wine reg delete "HKLM\\$entries-Classic" /f
    wine reg delete "HKCU\\$entries-Store" /f
    wine reg add 'HKLM\SOFTWARE\paint.net' /v TARGETDIR /d "C:\\${classic_home//\//\\}\\" /f
    wine reg add "$shell_folders" /v Personal /t REG_EXPAND_SZ /d "C:\\${documents//\//\\}" /f
  } > /dev/null 2>&1
}

without_paint_net() {
  rm -rf "$drive/$classic_home" "$drive/$documents/paint.net App Files"
}

clean_up() {
  without_paint_net
  rm -rf "${drive:?}/OneDrive - Größe" "${drive:?}/Träger mit Löchern"
  wine reg add "$shell_folders" /v Personal /t REG_EXPAND_SZ /d "$documents_before" /f > /dev/null 2>&1
  wine reg delete 'HKLM\SOFTWARE\paint.net' /f > /dev/null 2>&1
}

theirs() { # every file of the three editions
  (cd "$drive" && find "$classic_home" "$documents" "$portable_home" 2> /dev/null | sort)
}

entry() { # entry ROOT EDITION: is it in Windows' list of programs?
  wine reg query "$1\\$entries-$2" /v DisplayVersion > /dev/null 2>&1
}

setup() { # setup INSTALLER ARGUMENTS…: its exit code. Wine would quote an argument with spaces, as NSIS does not want it: no spaces here.
  timeout 100 wine "$@" > setup.log 2>&1
}

install_portable() { # /D= with spaces and umlauts, from a batch file in the code page of Wine's command prompt
  printf '@"%s" /S /D=C:\\%s\r\n@exit %%errorlevel%%\r\n' "$(winepath -w "$real" 2> /dev/null)" "${portable_home//\//\\}" | iconv -t CP850 > portable.bat
  timeout 100 wine cmd /c portable.bat > setup.log 2>&1 && [ -f "$portable/uninstall.exe" ]
}

uninstall() { # uninstall FOLDER: it goes on in a copy, Temp\~nsu….tmp\Un….exe, and removes itself last but one
  timeout 60 wine "$1/uninstall.exe" /S > setup.log 2>&1 || return 1
  for _ in $(seq 100); do
    [ ! -e "$1/uninstall.exe" ] && ! pgrep -f '~nsu[^ ]*\.tmp.*Un.*\.exe' > /dev/null && return 0
    sleep 0.1
  done
  return 1
}

uninstall_and_cancel() { # uninstall_and_cancel FOLDER: with windows; the first that it shows is cancelled
  timeout 60 wine "$1/uninstall.exe" > setup.log 2>&1
  timeout 30 xdotool search --sync --onlyvisible --name '^SPColor .*Uninstall' windowfocus --sync || return 1
  screenshot refused.png
  keys Escape
  for _ in $(seq 100); do
    pgrep -f '~nsu[^ ]*\.tmp.*Un.*\.exe' > /dev/null || return 0
    sleep 0.1
  done
  return 1
}

run_as() { # run_as NAME: a program of that name runs until stop_running
  cp "$drive/windows/system32/cmd.exe" "$OUT/$1"
  mkfifo -m 600 "$OUT/wait" 2> /dev/null
  wine "$OUT/$1" /c pause < "$OUT/wait" > running.log 2>&1 &
  running=$!
  exec 9> "$OUT/wait"
  for _ in $(seq 100); do
    grep -q Press running.log && return 0
    sleep 0.1
  done
  return 1
}

stop_running() {
  echo >&9
  exec 9>&-
  wait "$running"
}

#!/usr/bin/env bash
# Makes a Wine prefix in which .NET's Windows Forms programs run. Debian 12's Wine 8, measured:
# without the fonts there is no Tahoma, and from build 17134 on Windows Forms asks user32 for what Wine 8 has not.
# Usage: setup.sh PREFIX
set -euo pipefail
prefix=$(realpath -m "${1:?usage: setup.sh PREFIX}")
packages=(wine64 wine fonts-wine xvfb xauth openbox xdotool imagemagick)
missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi

export WINEPREFIX=$prefix WINEDEBUG=-all LC_ALL=C.UTF-8
[ -f "$prefix/spcolor-ready" ] && exit 0
env -u DISPLAY timeout 120 wineboot -i
cp /usr/share/wine/fonts/*.ttf /usr/share/wine/fonts/*.fon "$prefix/drive_c/windows/Fonts/"
cat > "$prefix/setup.reg" <<'R'
Windows Registry Editor Version 5.00

[HKEY_LOCAL_MACHINE\Software\Microsoft\Windows NT\CurrentVersion]
"CurrentVersion"="10.0"
"CurrentBuild"="16299"
"CurrentBuildNumber"="16299"
"CurrentMajorVersionNumber"=dword:0000000a
"CurrentMinorVersionNumber"=dword:00000000
"CSDVersion"=""
"ProductName"="Windows 10"

[HKEY_CURRENT_USER\Software\Wine\WineDbg]
"ShowCrashDialog"=dword:00000000
R
timeout 60 wine regedit /S "$(winepath -w "$prefix/setup.reg" 2>/dev/null)"
wineserver -w
touch "$prefix/spcolor-ready"

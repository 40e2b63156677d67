#!/usr/bin/env bash
# Publishes the plugin as it is installed: FOLDER becomes Paint.NET's Effects\SPColor.
# Usage: installer/publish-plugin.sh FOLDER [further arguments of dotnet publish, such as -p:OnnxRuntimeFlavor=DirectML]
set -euo pipefail
folder=$(realpath -m "${1:?usage: publish-plugin.sh FOLDER}")
shift
cd "$(dirname "$0")/.."
rm -rf "$folder"
dotnet publish src/SPColor.PdnEffect -f net9.0-windows -c Release --nologo -v quiet -o "$folder" "$@"
# A folder of its own: Paint.NET loads whatever DLLs lie beside a plugin. Not one file: that does not start under Wine.
dotnet publish src/SPColor.Worker -c Release -r win-x64 --self-contained --nologo -v quiet -o "$folder/worker" "$@"
find "$folder" \( -name '*.pdb' -o -name '*.xml' -o -name 'PaintDotNet.*' -o -name '*.lib' \) -delete
# Only managed DLLs may lie where Paint.NET looks.
command -v objdump > /dev/null || { echo "objdump is missing: install binutils" >&2; exit 1; }
for dll in "$folder"/*.dll; do
  objdump -p "$dll" 2>/dev/null | grep -A17 'The Data Directory' | grep -qE 'Entry e 0+ ' && { echo "$dll is native" >&2; exit 1; }
done
[ ! -d "$folder/runtimes" ] || { echo "$folder/runtimes: native files beside the plugin" >&2; exit 1; }
echo "$folder"

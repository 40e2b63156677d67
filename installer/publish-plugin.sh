#!/usr/bin/env bash
# Publishes the plugin as it is installed: FOLDER becomes Paint.NET's Effects\SPColor.
# Usage: installer/publish-plugin.sh FOLDER [further arguments of dotnet publish, such as -p:OnnxRuntimeFlavor=DirectML]
set -euo pipefail
folder=$(realpath -m "${1:?usage: publish-plugin.sh FOLDER}")
shift
cd "$(dirname "$0")/.."
dotnet run -c Release --project installer/SPColor.Release -- publish "$folder" "$@"
echo "$folder"

# build.sh for Windows (NSIS from https://nsis.sourceforge.io, with makensis on the PATH). Not run yet: the project is built on Linux.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')
if (-not $env:SOURCE_DATE_EPOCH) { $env:SOURCE_DATE_EPOCH = git log -1 --format=%ct }
dotnet run -c Release --project installer/SPColor.Release -- build @args
exit $LASTEXITCODE

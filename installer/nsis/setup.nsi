; SPColor's installer. Compiled by installer/SPColor.Release, which defines TARGET, VERSION, OUTPUT, FILES and NEEDED_MB.
;
; SPColor-<version>-Setup.exe             asks where
;   /S                                    silent: into every Paint.NET that is found
;   /S /D=FOLDER                          silent: into the Paint.NET (Portable) in FOLDER; /D= must come last, without quotes
; Exit codes: 0 installed, 1 cancelled, 2 no Paint.NET there, 3 Paint.NET runs, 4 not enough space, 5 could not be written or is damaged.

Unicode true
Target ${TARGET}
Name "SPColor ${VERSION}"
OutFile "${OUTPUT}"
; Only the Classic edition lies where rights are needed: for it alone the installer starts itself once more, as administrator.
RequestExecutionLevel user
; Most bytes are compressed already: LZMA would save a tenth and cost a minute.
SetCompressor zlib
; Same inputs, same bytes: no times in the installer.
SetDateSave off
CRCCheck force
ManifestDPIAware true
BrandingText " "
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "SPColor"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "SPColor for Paint.NET, installer"
VIAddVersionKey LegalCopyright "MIT licence"

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include x64.nsh

Var Classic  ; the folder of each Paint.NET to install into, "" for none
Var Store
Var Portable
Var Stage    ; new files wait here until they are verified

!include processes.nsh
!include editions.nsh
!include files.nsh
!include install.nsh
!include uninstall.nsh
!include places.nsh

Section
  ${If} $Classic != ""
    !insertmacro InstallClassic
  ${EndIf}
  ${If} $Store != ""
    !insertmacro Install $Store "Store"
  ${EndIf}
  ${If} $Portable != ""
    !insertmacro Install $Portable ""
  ${EndIf}
  !insertmacro WarnAboutMissingRuntime
  SetErrorLevel 0
SectionEnd

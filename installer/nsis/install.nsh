; Installing into one Paint.NET. New files are written beside the old ones and verified; only then they take their place.

!macro Fail CODE MESSAGE
  SetErrorLevel ${CODE}
  MessageBox MB_OK|MB_ICONSTOP "${MESSAGE}" /SD IDOK
  ${If} ${Silent}
    Quit
  ${EndIf}
  Abort "${MESSAGE}"
!macroend

; In: $0 the folder of a Paint.NET, $1 the edition's name in Windows' list of programs, "" for none.
Function InstallInto
  StrCpy $INSTDIR "$0\Effects\SPColor"
  StrCpy $Stage "$INSTDIR\new"
  Push $1
  ${GetRoot} $0 $2
  ${DriveSpace} "$2\" "/D=F /S=M" $3
  ${If} $3 < ${NEEDED_MB}
    !insertmacro Fail 4 "SPColor needs ${NEEDED_MB} MB on $2, and $3 MB are free. Make room and start again."
  ${EndIf}
  DetailPrint "Installing into $INSTDIR"
  RMDir /r $Stage
  SetOverwrite on
  ClearErrors
  !include "${FILES}"
  SetOutPath $TEMP
  ${If} ${Errors}
    RMDir /r $Stage
    !insertmacro Fail 5 "The files cannot be written to $INSTDIR. Nothing was changed."
  ${EndIf}
  nsExec::ExecToLog '"$Stage\worker\spcolor.exe" models verify'
  Pop $2
  ${If} $2 != 0
    RMDir /r $Stage
    !insertmacro Fail 5 "SPColor's networks are damaged, or its program (worker\spcolor.exe) was blocked. Nothing was changed. Download the installer again; if a virus scanner blocks spcolor.exe, allow it."
  ${EndIf}
  Call RemoveListed
  Call MoveListed
  ${If} ${Errors}
    !insertmacro Fail 5 "Not every file in $INSTDIR could be replaced. Restart Windows and start again."
  ${EndIf}
  RMDir /r $Stage
  WriteUninstaller "$INSTDIR\uninstall.exe"
  Pop $1
  ${If} $1 != ""
    Call Register
  ${EndIf}
FunctionEnd

!macro Install FOLDER EDITION
  StrCpy $0 ${FOLDER}
  StrCpy $1 "${EDITION}"
  Call InstallInto
!macroend

!macro WriteEntry ROOT
  WriteRegStr ${ROOT} "${UNINSTALL_KEY}$1" "DisplayName" "SPColor for Paint.NET ($1)"
  WriteRegStr ${ROOT} "${UNINSTALL_KEY}$1" "DisplayVersion" "${VERSION}"
  WriteRegStr ${ROOT} "${UNINSTALL_KEY}$1" "InstallLocation" "$INSTDIR"
  WriteRegStr ${ROOT} "${UNINSTALL_KEY}$1" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr ${ROOT} "${UNINSTALL_KEY}$1" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegStr ${ROOT} "${UNINSTALL_KEY}$1" "DisplayIcon" "$INSTDIR\uninstall.exe"
  WriteRegDWORD ${ROOT} "${UNINSTALL_KEY}$1" "NoModify" 1
  WriteRegDWORD ${ROOT} "${UNINSTALL_KEY}$1" "NoRepair" 1
!macroend

; Windows' list of programs: for everybody where that is allowed, else for this user. A Portable Paint.NET leaves nothing there.
Function Register
  SetRegView 64
  ${If} $1 == "Classic"
    !insertmacro WriteEntry HKLM
  ${Else}
    !insertmacro WriteEntry HKCU
  ${EndIf}
FunctionEnd

; Here, or as administrator where this user may not write. Windows asks, and the other installer is silent.
!macro InstallClassic
  CreateDirectory "$Classic\Effects"
  ClearErrors
  FileOpen $0 "$Classic\Effects\spcolor-setup.tmp" w
  ${If} ${Errors}
    DetailPrint "Asking for administrator rights for $Classic"
    ClearErrors
    ExecShellWait "runas" "$EXEPATH" "/S /CLASSIC"
    ; Set when the user says no. How the other one ended cannot be asked, so its entry is looked at.
    ${If} ${Errors}
      StrCpy $0 ""
    ${Else}
      SetRegView 64
      ReadRegStr $0 HKLM "${UNINSTALL_KEY}Classic" "DisplayVersion"
    ${EndIf}
    ${IfNot} ${FileExists} "$Classic\Effects\SPColor\files.txt"
    ${OrIf} $0 != "${VERSION}"
      !insertmacro Fail 5 "SPColor could not be installed into $Classic. Start the installer again and allow it to make changes."
    ${EndIf}
  ${Else}
    FileClose $0
    Delete "$Classic\Effects\spcolor-setup.tmp"
    !insertmacro Install $Classic "Classic"
  ${EndIf}
!macroend

; ONNX Runtime needs Microsoft's C++ runtime. Most machines have it from other programs.
!macro WarnAboutMissingRuntime
  ${DisableX64FSRedirection}
  ${IfNot} ${FileExists} "$SYSDIR\msvcp140_1.dll"
  ${OrIfNot} ${FileExists} "$SYSDIR\vcruntime140_1.dll"
    MessageBox MB_OK|MB_ICONINFORMATION "SPColor is installed, but Microsoft's Visual C++ runtime is missing on this computer. Install it from$\nhttps://aka.ms/vs/17/release/vc_redist.x64.exe" /SD IDOK
  ${EndIf}
  ${EnableX64FSRedirection}
!macroend

; The uninstaller lies in the folder that it empties.

Function un.onInit
  Call un.RefuseWhileRunning
  ClearErrors
  FileOpen $0 "$INSTDIR\files.txt" a
  ${If} ${Errors}
    ; Read-only for this user: once more as administrator, unless that is what this is.
    ${GetParameters} $1
    ${GetOptions} $1 "/ELEVATED" $2
    ${If} ${Errors}
      StrCpy $1 "/ELEVATED"
      ${If} ${Silent}
        StrCpy $1 "/S /ELEVATED"
      ${EndIf}
      ExecShell "runas" "$INSTDIR\uninstall.exe" $1
      Quit
    ${EndIf}
  ${EndIf}
  FileClose $0
FunctionEnd

; The entry in Windows' list of programs, if it is this folder's.
!macro RemoveEntry ROOT EDITION
  ReadRegStr $0 ${ROOT} "${UNINSTALL_KEY}${EDITION}" "InstallLocation"
  ${If} $0 == $INSTDIR
    DeleteRegKey ${ROOT} "${UNINSTALL_KEY}${EDITION}"
  ${EndIf}
!macroend

Section Uninstall
  SetRegView 64
  !insertmacro RemoveEntry HKLM "Classic"
  !insertmacro RemoveEntry HKCU "Store"
  Call un.RemoveListed
  SetOutPath $TEMP
  Delete "$INSTDIR\uninstall.exe"
  RMDir $INSTDIR
  ${If} ${FileExists} "$INSTDIR\*.*"
    DetailPrint "$INSTDIR stays: it holds files that SPColor did not put there"
  ${EndIf}
SectionEnd

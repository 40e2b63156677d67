; Where Paint.NET is.

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\SPColor-"
!define STORE_PACKAGES "Software\Classes\Local Settings\Software\Microsoft\Windows\CurrentVersion\AppModel\Repository\Packages"
!define STORE_NAME "dotPDNLLC.paint.net_"

Function FindClassic
  SetRegView 64
  ReadRegStr $Classic HKLM "SOFTWARE\paint.net" "TARGETDIR"
  ${If} $Classic != ""
    GetFullPathName $Classic $Classic
    ; Its own installer writes a closing backslash.
    StrCpy $0 $Classic 1 -1
    ${If} $0 == "\"
      StrCpy $Classic $Classic -1
    ${EndIf}
    ${IfNot} ${FileExists} "$Classic\*.*"
      StrCpy $Classic ""
    ${EndIf}
  ${EndIf}
FunctionEnd

; The Store edition reads plugins from the Documents folder, wherever that lies (OneDrive moves it). Its folder is there once it has run;
; before, Windows knows the package.
Function FindStore
  StrCpy $Store "$DOCUMENTS\paint.net App Files"
  ${If} ${FileExists} "$Store\*.*"
    Return
  ${EndIf}
  StrCpy $0 0
  ${Do}
    EnumRegKey $1 HKCU "${STORE_PACKAGES}" $0
    StrLen $2 "${STORE_NAME}"
    StrCpy $2 $1 $2
    ${If} $2 == "${STORE_NAME}"
      Return
    ${EndIf}
    IntOp $0 $0 + 1
  ${LoopUntil} $1 == ""
  StrCpy $Store ""
FunctionEnd

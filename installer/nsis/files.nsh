; files.txt names what a version put: its files, then its folders with a closing backslash, inner ones first.

!macro TrimLine
  ${Do}
    StrCpy $2 $1 1 -1
    ${If} $2 != "$\n"
    ${AndIf} $2 != "$\r"
      ${Break}
    ${EndIf}
    StrCpy $1 $1 -1
  ${Loop}
!macroend

!macro FileFunctions UN
; Removes what the list in $INSTDIR names, and the list. Nothing else: a folder that still holds something stays.
Function ${UN}RemoveListed
  ClearErrors
  FileOpen $0 "$INSTDIR\files.txt" r
  ${If} ${Errors}
    ClearErrors
    Return
  ${EndIf}
  ${Do}
    ClearErrors
    FileRead $0 $1
    ${If} ${Errors}
      ${Break}
    ${EndIf}
    !insertmacro TrimLine
    ; A damaged list must not lead out of the folder.
    StrCpy $3 0
    ${Do}
      StrCpy $2 $1 2 $3
      IntOp $3 $3 + 1
      ${If} $2 == ".."
        ${Break}
      ${EndIf}
    ${LoopUntil} $2 == ""
    ${If} $2 == ""
    ${AndIf} $1 != ""
    ${AndIf} $1 != "files.txt"
      StrCpy $2 $1 1 -1
      ${If} $2 == "\"
        RMDir "$INSTDIR\$1"
      ${Else}
        Delete "$INSTDIR\$1"
      ${EndIf}
    ${EndIf}
  ${Loop}
  FileClose $0
  Delete "$INSTDIR\files.txt"
  ClearErrors
FunctionEnd
!macroend

!insertmacro FileFunctions ""
!insertmacro FileFunctions "un."

!macro MoveFile
  ${GetParent} "$INSTDIR\$1" $3
  CreateDirectory $3
  ; Somebody's copy by hand has no list.
  Delete "$INSTDIR\$1"
  ClearErrors
  Rename "$Stage\$1" "$INSTDIR\$1"
  ${If} ${Errors}
    DetailPrint "$INSTDIR\$1 cannot be written"
    StrCpy $4 1
  ${EndIf}
  System::Call 'kernel32::DeleteFileW(w "$INSTDIR\$1:Zone.Identifier")'
!macroend

; Moves what the list in $Stage names to $INSTDIR and takes the mark of the internet off it. Sets the error flag when something stays behind.
Function MoveListed
  StrCpy $4 0
  FileOpen $0 "$Stage\files.txt" r
  ${Do}
    ClearErrors
    FileRead $0 $1
    ${If} ${Errors}
      ${Break}
    ${EndIf}
    !insertmacro TrimLine
    StrCpy $2 $1 1 -1
    ${If} $2 != "\"
    ${AndIf} $1 != "files.txt"
      !insertmacro MoveFile
    ${EndIf}
  ${Loop}
  FileClose $0
  ; Last: a list is there only where its files are.
  StrCpy $1 "files.txt"
  !insertmacro MoveFile
  ClearErrors
  ${If} $4 <> 0
    SetErrors
  ${EndIf}
FunctionEnd

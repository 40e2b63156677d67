; Is a program running? Asked of the system itself: no plug-in, no words of a language.

!define TH32CS_SNAPPROCESS 2
; PROCESSENTRY32W: its size, and where its szExeFile begins.
!if ${NSIS_PTR_SIZE} = 8
  !define ENTRY_SIZE 568
  !define ENTRY_NAME 44
!else
  !define ENTRY_SIZE 556
  !define ENTRY_NAME 36
!endif

!macro ProcessFunctions UN
; Pops a program's file name; pushes 1 when it runs, else 0.
Function ${UN}ProcessRuns
  Exch $0
  Push $1
  Push $2
  Push $3
  Push $4
  Push $5
  StrCpy $5 0
  System::Call 'kernel32::CreateToolhelp32Snapshot(i ${TH32CS_SNAPPROCESS}, i 0) p.r1'
  System::Alloc ${ENTRY_SIZE}
  Pop $2
  System::Call '*$2(i ${ENTRY_SIZE})'
  System::Call 'kernel32::Process32FirstW(p r1, p r2) i.r3'
  ${While} $3 <> 0
    IntPtrOp $4 $2 + ${ENTRY_NAME}
    System::Call '*$4(&w260 .r4)'
    ${If} $4 == $0
      StrCpy $5 1
    ${EndIf}
    System::Call 'kernel32::Process32NextW(p r1, p r2) i.r3'
  ${EndWhile}
  System::Free $2
  System::Call 'kernel32::CloseHandle(p r1)'
  StrCpy $0 $5
  Pop $5
  Pop $4
  Pop $3
  Pop $2
  Pop $1
  Exch $0
FunctionEnd

; Ends with exit code 3 unless Paint.NET and spcolor are closed.
Function ${UN}RefuseWhileRunning
  ${Do}
    Push "paintdotnet.exe"
    Call ${UN}ProcessRuns
    Pop $0
    ${If} $0 = 1
      StrCpy $1 "Paint.NET is running. Save your work and close it."
    ${Else}
      Push "spcolor.exe"
      Call ${UN}ProcessRuns
      Pop $0
      StrCpy $1 "SPColor is working (spcolor.exe). Wait until it is done, or close it."
    ${EndIf}
    ${If} $0 = 0
      ${Break}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION $1 /SD IDCANCEL IDRETRY again
    SetErrorLevel 3
    Quit
    again:
  ${Loop}
FunctionEnd
!macroend
!insertmacro ProcessFunctions ""
!insertmacro ProcessFunctions "un."

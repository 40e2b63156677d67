; What the user sees: where to install, progress, done.

!define MUI_ICON "${NSISDIR}/Contrib/Graphics/Icons/modern-install.ico"
!define MUI_UNICON "${NSISDIR}/Contrib/Graphics/Icons/modern-uninstall.ico"
!define MUI_ABORTWARNING
Var ClassicBox
Var StoreBox
Var PortableBox
Var PortablePath

Page custom ShowPlaces LeavePlaces
!define MUI_INSTFILESPAGE_FINISHHEADER_TEXT "SPColor is installed"
!define MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT "Start Paint.NET and choose Effects > Color > SPColor."
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

Function .onInit
  StrCpy $Portable $INSTDIR
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/CLASSIC" $1
  ${IfNot} ${Errors}
    Call FindClassic
  ${ElseIf} $Portable == ""
    Call FindClassic
    Call FindStore
  ${ElseIfNot} ${Silent}
    Call FindClassic
    Call FindStore
  ${EndIf}
  ${If} ${Silent}
    Call RefuseBadPlaces
    Call RefuseWhileRunning
  ${EndIf}
FunctionEnd

!macro Refuse MESSAGE
  MessageBox MB_OK|MB_ICONEXCLAMATION "${MESSAGE}" /SD IDOK
  ${If} ${Silent}
    SetErrorLevel 2
    Quit
  ${EndIf}
  Abort
!macroend

Function RefuseBadPlaces
  ${If} $Portable != ""
  ${AndIfNot} ${FileExists} "$Portable\paintdotnet.exe"
    !insertmacro Refuse "There is no paintdotnet.exe in $Portable. Choose the folder that holds it."
  ${EndIf}
  ${If} "$Classic$Store$Portable" == ""
    !insertmacro Refuse "Choose at least one Paint.NET."
  ${EndIf}
FunctionEnd

!macro ShowPlace BOX FOLDER Y
  ${If} "${FOLDER}" == ""
    EnableWindow ${BOX} 0
    ${NSD_CreateLabel} 12u ${Y} 284u 10u "not found"
  ${Else}
    ${NSD_Check} ${BOX}
    ${NSD_CreateLabel} 12u ${Y} 284u 10u "${FOLDER}"
  ${EndIf}
  Pop $0
!macroend

Function ShowPlaces
  !insertmacro MUI_HEADER_TEXT "Where is your Paint.NET?" "SPColor goes into the folder Effects of each that you tick."
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateCheckBox} 0 0 100% 12u "&Classic (the installed Paint.NET)"
  Pop $ClassicBox
  !insertmacro ShowPlace $ClassicBox "$Classic" 13u
  ${NSD_CreateCheckBox} 0 34u 100% 12u "Microsoft &Store edition"
  Pop $StoreBox
  !insertmacro ShowPlace $StoreBox "$Store" 47u
  ${NSD_CreateCheckBox} 0 68u 100% 12u "&Portable: the folder with paintdotnet.exe"
  Pop $PortableBox
  ${NSD_CreateDirRequest} 12u 82u 220u 13u "$Portable"
  Pop $PortablePath
  ${NSD_OnChange} $PortablePath TickPortable
  ${NSD_CreateBrowseButton} 236u 82u 60u 13u "&Browse..."
  Pop $0
  ${NSD_OnClick} $0 BrowsePortable
  ${If} $Portable != ""
    ${NSD_Check} $PortableBox
  ${EndIf}
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:&Install"
  nsDialogs::Show
FunctionEnd

Function TickPortable
  Pop $0
  ${NSD_GetText} $PortablePath $0
  ${If} $0 != ""
    ${NSD_Check} $PortableBox
  ${EndIf}
FunctionEnd

Function BrowsePortable
  Pop $0
  nsDialogs::SelectFolderDialog "The folder that holds paintdotnet.exe" ""
  Pop $0
  ${If} $0 != "error"
    ${NSD_SetText} $PortablePath $0
  ${EndIf}
FunctionEnd

Function LeavePlaces
  Call FindClassic
  Call FindStore
  StrCpy $Portable ""
  ${NSD_GetState} $ClassicBox $0
  ${If} $0 <> ${BST_CHECKED}
    StrCpy $Classic ""
  ${EndIf}
  ${NSD_GetState} $StoreBox $0
  ${If} $0 <> ${BST_CHECKED}
    StrCpy $Store ""
  ${EndIf}
  ${NSD_GetState} $PortableBox $0
  ${If} $0 = ${BST_CHECKED}
    ${NSD_GetText} $PortablePath $Portable
  ${EndIf}
  Call RefuseBadPlaces
  Call RefuseWhileRunning
FunctionEnd

namespace PaintDotNet.AppModel;

[Flags]
public enum ExceptionDetailOptions : long
{
    Default = 0,
    ExcludeDiagnostics = 1,
}

public interface IExceptionDialogService : IInternalImpl
{
    void ShowErrorDialog(IWin32Window? owner, Exception exception, ExceptionDetailOptions exceptionDetailOptions = ExceptionDetailOptions.Default);

    void ShowErrorDialog(IWin32Window? owner, string? message, Exception exception, ExceptionDetailOptions exceptionDetailOptions = ExceptionDetailOptions.Default);

    void ShowErrorDialog(IWin32Window? owner, string? message, string detailsText);
}

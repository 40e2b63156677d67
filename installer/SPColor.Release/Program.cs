using SPColor.Core;
using SPColor.Release;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};
try
{
    return await Commands.CreateRoot().Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false }, stop.Token);
}
catch (SPColorException failure)
{
    await Console.Error.WriteLineAsync($"release: {failure.Message}");
    return 1;
}
catch (OperationCanceledException)
{
    return 130;
}

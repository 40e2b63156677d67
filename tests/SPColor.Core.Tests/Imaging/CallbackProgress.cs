namespace SPColor.Core.Tests.Imaging;

/// <summary>Progress that calls back at once, on the reporting thread.</summary>
internal sealed class CallbackProgress(Action<float> callback) : IProgress<float>
{
    public void Report(float value) => callback(value);
}

namespace PaintDotNet.Dxgi;

public enum DxgiGpuPreference
{
    Unspecified = 0,
    MinimumPower = 1,
    HighPerformance = 2,
}

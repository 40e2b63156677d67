namespace PaintDotNet;

public readonly struct Resolution
{
    private readonly double dpi;

    internal Resolution(double dpi) => this.dpi = dpi;

    public double X => dpi;

    public double Y => dpi;

    public MeasurementUnit Units => MeasurementUnit.Inch;
}

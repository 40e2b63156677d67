namespace PaintDotNet;

public enum MeasurementUnit
{
    Pixel = 1,
    Inch = 2,
    Centimeter = 3,
}

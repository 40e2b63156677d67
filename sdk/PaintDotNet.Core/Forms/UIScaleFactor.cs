namespace PaintDotNet;

public readonly struct UIScaleFactor : IEquatable<UIScaleFactor>, IComparable<UIScaleFactor>
{
    private const int BaseDpi = 96;
    private readonly int dpi;

    private UIScaleFactor(int dpi) => this.dpi = dpi;

    public static UIScaleFactor Current
    {
        get
        {
            using Graphics screen = Graphics.FromHwnd(0);
            return new UIScaleFactor((int)screen.DpiX);
        }
    }

    public int Dpi => dpi;

    public double Scale => (double)dpi / BaseDpi;

    public int ConvertDipsToPixelsInt(int dips) => (int)Math.Round(dips * Scale);

    public int CompareTo(UIScaleFactor other) => dpi.CompareTo(other.dpi);

    public bool Equals(UIScaleFactor other) => dpi == other.dpi;
}

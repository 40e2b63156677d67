using System.Drawing;
using PaintDotNet;

namespace SPColor.PdnEffect.Effect;

/// <summary>The effect's picture in the menu and on its window, 16 pixels at 96 DPI; Icons/draw.sh draws it.</summary>
internal static class MenuIcon
{
    private const int LogicalSide = 16;

    private static readonly int[] s_sides = [16, 20, 24, 32, 64];

    /// <summary>The smallest that need not be enlarged on this screen.</summary>
    public static Image Load()
    {
        int wanted = UIScaleFactor.Current.ConvertDipsToPixelsInt(LogicalSide);
        int side = s_sides.FirstOrDefault(side => side >= wanted, s_sides[^1]);
        return new Bitmap(typeof(MenuIcon).Assembly.GetManifestResourceStream($"SPColor.{side}.png")!);
    }
}

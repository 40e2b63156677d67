using System.Drawing;
using CsCheck;
using PaintDotNet.Rendering;

namespace PaintDotNet.Contract.Tests.Sdk;

public sealed class RectInt32Tests
{
    private static readonly Gen<RectInt32> Rects = Gen.Select(Gen.Int[-20, 20], Gen.Int[-20, 20], Gen.Int[0, 20], Gen.Int[0, 20], (x, y, w, h) => new RectInt32(x, y, w, h));
    private static readonly Gen<(RectInt32 A, RectInt32 B, int X, int Y)> Cases = Gen.Select(Rects, Rects, Gen.Int[-40, 40], Gen.Int[-40, 40]);

    [Fact]
    public void The_intersection_has_exactly_the_common_pixels() => Cases.Sample(c =>
        RectInt32.Intersect(c.A, c.B).Contains(c.X, c.Y) == (c.A.Contains(c.X, c.Y) && c.B.Contains(c.X, c.Y)));

    [Fact]
    public void The_union_contains_both() => Cases.Sample(c => RectInt32.Union(c.A, c.B).Contains(c.A) && RectInt32.Union(c.A, c.B).Contains(c.B));

    [Fact]
    public void Rectangles_intersect_when_they_have_a_common_pixel() => Cases.Where(c => c.A.HasArea && c.B.HasArea).Sample(c =>
        c.A.IntersectsWith(c.B) == RectInt32.Intersect(c.A, c.B).HasArea);

    [Fact]
    public void Offset_and_inflate_are_undone_by_their_opposites() => Cases.Sample(c =>
        RectInt32.Offset(RectInt32.Offset(c.A, c.X, c.Y), new Point2Int32(-c.X, -c.Y)) == c.A
        && RectInt32.Inflate(RectInt32.Inflate(c.A, c.X, c.Y), -c.X, -c.Y) == c.A);

    [Fact]
    public void It_becomes_a_Rectangle_and_back() => Rects.Sample(rect => (RectInt32)(Rectangle)rect == rect);
}

using System.Numerics;
using CsCheck;
using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class LineLayoutTests
{
    [Fact]
    public void Neighbours_on_a_line_lie_one_pitch_apart_and_all_come_back() =>
        Gen.Select(Gen.Int[1, 50], Gen.Int[1, 50], Gen.Bool).Sample((width, height, acrossRows) =>
        {
            GridSize size = new(width, height);
            float[] plane = [.. Enumerable.Range(0, size.Count)], back = new float[size.Count];
            LineLayout layout = new(size, acrossRows);
            Vector<float>[] buffer = new Vector<float>[layout.Count];

            layout.Read(plane, buffer);
            layout.Write(buffer, back);

            Assert.Equal(plane, back);
            for (int i = 0; i < layout.Length; i++)
                Assert.Equal(plane[acrossRows ? i : i * width], buffer[i * layout.Pitch][0]);
        });
}

using SPColor.PdnEffect.Layers;
using SPColor.PdnEffect.Tests.Fakes;

namespace SPColor.PdnEffect.Tests.Layers;

public sealed class LayerStackTests
{
    [Fact]
    public void Every_other_layer_is_listed_top_first_and_hidden_ones_say_so()
    {
        LayerStack stack = new(
            [
                Sheets.Layer(0, "Bottom", Sheets.Red()),
                Sheets.Layer(1, "Photo", Sheets.Grey()),
                Sheets.Layer(2, "Off", Sheets.Red(), visible: false),
                Sheets.Layer(3, "Clear", Sheets.Red(), opacity: 0),
            ],
            1,
            new NoFiles());
        Assert.Equal(["Clear (hidden)", "Off (hidden)", "Bottom"], stack.References.Select(reference => reference.Label));
        Assert.Equal("Bottom", stack.FindDefault(CancellationToken.None)!.Label);
    }

    [Fact]
    public void The_default_is_the_first_shown_layer_with_colour()
    {
        LayerStack stack = Sheets.Stack(("Under", Sheets.Red()), ("Coat", Sheets.Red()), ("Grey", Sheets.Grey()), ("Empty", Sheets.Empty()));
        Assert.Equal("Coat", stack.FindDefault(CancellationToken.None)!.Label);
        Assert.Null(Sheets.Stack(("Grey", Sheets.Grey())).FindDefault(CancellationToken.None));
        Assert.Null(Sheets.Stack().FindDefault(CancellationToken.None));
    }

    [Fact]
    public void A_small_coloured_picture_in_a_transparent_sheet_has_colour() =>
        Assert.Equal("Stamp", Sheets.Stack(("Stamp", Stamp())).FindDefault(CancellationToken.None)!.Label);

    [Fact]
    public void A_reference_is_cropped_to_what_is_opaque()
    {
        LayerReference reference = Sheets.Stack(("Stamp", Stamp())).References[0];
        Assert.Equal(new(2, 3), reference.Open(CancellationToken.None).Size);
        Core.Imaging.PixelBuffer whole = Sheets.Red();
        Assert.Same(whole, Sheets.Stack(("Whole", whole)).References[0].Open(CancellationToken.None));
    }

    [Fact]
    public void An_empty_reference_is_refused_by_name() =>
        Assert.Equal(
            Words.EmptyReference("Empty"),
            Assert.Throws<Core.SPColorException>(() => Sheets.Stack(("Empty", Sheets.Empty())).References[0].Open(CancellationToken.None)).Message);

    [Fact]
    public void A_key_finds_its_layer_by_name_and_the_nearest_of_several()
    {
        LayerStack stack = Sheets.Stack(("Coat", Sheets.Red()), ("Sky", Sheets.Red()), ("Coat", Sheets.Red()));
        Assert.Equal(3, Layer(new ReferenceKey(9, "Coat")));
        Assert.Equal(1, Layer(new ReferenceKey(1, "Coat")));
        Assert.Equal(2, Layer(new ReferenceKey(7, "Sky")));
        Assert.Null(stack.Find(new ReferenceKey(1, "Tunic")));
        Assert.Null(stack.Find(new ReferenceKey(0, "Photo")));
        Assert.Equal("coat.png", stack.Find(new ReferenceKey(null, "/pictures/coat.png"))!.Label);

        int Layer(ReferenceKey key) => Assert.IsType<LayerReference>(stack.Find(key)).Layer.Index;
    }

    [Fact]
    public void A_cancelled_search_stops()
    {
        LayerStack stack = Sheets.Stack(("Coat", Sheets.Red()));
        Assert.ThrowsAny<OperationCanceledException>(() => stack.FindDefault(new CancellationToken(canceled: true)));
    }

    private static Core.Imaging.PixelBuffer Stamp() =>
        Sheets.Paint(Sheets.Canvas, (x, y) => x is 10 or 11 && y is >= 20 and < 23 ? (200, 40, 40, 255) : (0, 0, 0, 0));
}

using SPColor.MakeSamples.Render;
using SPColor.MakeSamples.Shapes;

namespace SPColor.MakeSamples.Scenes;

/// <summary>A small harbour: sky, wooded shore, sea, boat, house, tree, quay, and a person standing on it.</summary>
internal static class Harbour
{
    /// <summary>Early summer, noon; this is the picture that loses its colour.</summary>
    public static Scene Target()
    {
        Outfit outfit = new(Blend.Rgb(0xB98566), Blend.Rgb(0x4A3222), Blend.Rgb(0x8C2A2E), Blend.Rgb(0xD8D0BE), Blend.Rgb(0x3A3F4A), LongHair: false);
        Vector3 leaf = Blend.Rgb(0x4F6B2A), young = Blend.Rgb(0x8A9A3C);
        return new Scene(
            new Camera(new Vector3(0, 1.35f, 0), new Vector3(0, 0.86f, 10), 0.72f, Focus: 5.5f, Aperture: 0.012f),
            new Sky(Vector3.Normalize(new Vector3(-0.62f, 0.72f, -0.55f)), new Vector3(2.5f, 2.35f, 2.1f), Blend.Rgb(0x3F78C4), Blend.Rgb(0xB4C6DA), 0.6f, 3.7f),
            Haze: 0.0028f,
            [
                new Sea(-1.1f, new Vector3(0.02f, 0.055f, 0.065f)),
                new Hills(85, 17, 2.3f, leaf, young),
                new Quay(-1, 7.6f, 2.4f, 52, Blend.Rgb(0xB9AD9A)),
                new House(new Vector3(-9.6f, 0, 24), new Vector3(4, 2.55f, 3), Blend.Rgb(0xE9DFC8), Blend.Rgb(0xA2553A), Blend.Rgb(0x3F6A5C)),
                new Tree(new Vector3(-4.6f, 0, 17), 6.4f, 5, leaf, young),
                new Boat(new Vector3(5.2f, -1.25f, 14.5f), 0.45f, Blend.Rgb(0x2F5F94), Blend.Rgb(0xE8E4D8)),
                new Person(new Vector3(0.5f, 0, 3.3f), MathF.PI + 0.2f, outfit),
            ]);
    }

    /// <summary>An autumn afternoon, seen from the other side and nearer to the water; it lends its colours.</summary>
    public static Scene Reference()
    {
        Outfit outfit = new(Blend.Rgb(0xC08E6C), Blend.Rgb(0x5A3A20), Blend.Rgb(0x9C2F30), Blend.Rgb(0xE2D8C4), Blend.Rgb(0x44474F), LongHair: true);
        Vector3 leaf = Blend.Rgb(0x7A7A2C), turned = Blend.Rgb(0xB8772A);
        return new Scene(
            new Camera(new Vector3(0, 1.4f, -0.2f), new Vector3(0, 1f, 10), 0.76f, Focus: 5.5f, Aperture: 0.012f),
            new Sky(Vector3.Normalize(new Vector3(0.7f, 0.5f, -0.55f)), new Vector3(2.7f, 2.3f, 1.8f), Blend.Rgb(0x4A86CC), Blend.Rgb(0xD8DDE2), 0.56f, 11.2f),
            Haze: 0.0022f,
            [
                new Sea(-1.2f, new Vector3(0.018f, 0.06f, 0.07f)),
                new Hills(70, 15, 7.9f, leaf, turned),
                new Quay(1, 7.2f, 3f, 46, Blend.Rgb(0xBFAF98)),
                new House(new Vector3(10.2f, 0, 22), new Vector3(4.2f, 2.6f, 3.2f), Blend.Rgb(0xEBD9A8), Blend.Rgb(0xB05A38), Blend.Rgb(0x4A6E86)),
                new Tree(new Vector3(5.4f, 0, 15.5f), 5.8f, 9, leaf, turned),
                new Boat(new Vector3(-4.4f, -1.35f, 13), 2.75f, Blend.Rgb(0x2C6AA6), Blend.Rgb(0xEFE9DC)),
                new Person(new Vector3(-0.25f, 0, 3.4f), MathF.PI + 0.2f, outfit),
            ]);
    }
}

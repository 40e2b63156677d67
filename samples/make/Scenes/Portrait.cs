using SPColor.MakeSamples.Render;
using SPColor.MakeSamples.Shapes;

namespace SPColor.MakeSamples.Scenes;

/// <summary>A person in a buttoned coat before a wall and leaves: the "scarlet tunic".</summary>
internal static class Portrait
{
    /// <summary>Soft daylight; the coat's colour is what the old photograph does not tell.</summary>
    public static Scene Target()
    {
        Outfit outfit = new(Blend.Rgb(0xC08C6C), Blend.Rgb(0x3C2A1E), Blend.Rgb(0x953034), Blend.Rgb(0x2A2A30), Blend.Rgb(0x2E3038), LongHair: false);
        return new Scene(
            new Camera(new Vector3(0.02f, 1.6f, 0f), new Vector3(0, 1.47f, 1.7f), 0.46f, Focus: 1.62f, Aperture: 0.018f),
            new Sky(Vector3.Normalize(new Vector3(-0.4f, 0.6f, -0.75f)), new Vector3(1.25f, 1.18f, 1.08f), Blend.Rgb(0x9DB4D2), Blend.Rgb(0xE6EAEE), 0.55f, 6.1f),
            Haze: 0.001f,
            [
                new BrickWall(5.4f, -9, -0.3f, Blend.Rgb(0x8A6048), Blend.Rgb(0xB8AC9A)),
                new Hedge(6.2f, -1.4f, 9, 3.2f, Blend.Rgb(0x3F5E26), Blend.Rgb(0x7E9440)),
                new Person(new Vector3(0, 0, 1.75f), MathF.PI - 0.28f, outfit),
            ]);
    }

    /// <summary>Another person, light and framing; a red coat.</summary>
    public static Scene Reference()
    {
        Outfit outfit = new(Blend.Rgb(0xC69474), Blend.Rgb(0x6A4424), Blend.Rgb(0xA02C30), Blend.Rgb(0xE6D9B8), Blend.Rgb(0x2E3038), LongHair: true);
        return new Scene(
            new Camera(new Vector3(-0.05f, 1.6f, 0f), new Vector3(0.05f, 1.47f, 1.8f), 0.46f, Focus: 1.85f, Aperture: 0.016f),
            new Sky(Vector3.Normalize(new Vector3(0.42f, 0.58f, -0.75f)), new Vector3(1.45f, 1.34f, 1.16f), Blend.Rgb(0x93AFD4), Blend.Rgb(0xE6E9EA), 0.5f, 14.9f),
            Haze: 0.001f,
            [
                new BrickWall(5.8f, 0.5f, 9, Blend.Rgb(0x966650), Blend.Rgb(0xC2B6A2)),
                new Hedge(6.4f, -9, 1.6f, 2.9f, Blend.Rgb(0x476A28), Blend.Rgb(0x93A546)),
                new Person(new Vector3(0, 0, 1.85f), MathF.PI + 0.3f, outfit),
            ]);
    }
}

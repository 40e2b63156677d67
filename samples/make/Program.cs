using SPColor.MakeSamples;
using SPColor.MakeSamples.Render;
using SPColor.MakeSamples.Scenes;

const float grain = 0.014f;

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and int i && i + 1 < args.Length ? args[i + 1] : null;

string output = Option("--out") ?? "samples";
string? truth = Option("--truth");
bool draft = args.Contains("--draft");
if (!Directory.Exists(output))
{
    Console.Error.WriteLine($"{output}: no such folder. Run from the repository's root, or name the folder with --out DIR.");
    return 1;
}

Colour("harbour-reference.png", Harbour.Reference(), 720, 540, gain: 1.15f);
Grey("harbour-target.png", Harbour.Target(), 900, 640, gain: 1.1f);
Colour("portrait-reference.png", Portrait.Reference(), 560, 640, gain: 1.15f);
Grey("portrait-target.png", Portrait.Target(), 600, 720, gain: 1.1f);
PngFile.WriteGrey(Path.Combine(output, "chart-target.png"), Chart.Width, Chart.Draw());
return 0;

void Colour(string name, Scene scene, int width, int height, float gain) =>
    PngFile.WriteColour(Path.Combine(output, name), width, Film.Develop(new Renderer(scene).Render(width, height, draft), scene.Camera, gain, vignette: 0.15f));

void Grey(string name, Scene scene, int width, int height, float gain)
{
    Vector3[] colour = Film.Develop(new Renderer(scene).Render(width, height, draft), scene.Camera, gain, vignette: 0.45f);
    if (truth is not null) PngFile.WriteColour(Path.Combine(Directory.CreateDirectory(truth).FullName, name), width, colour);
    PngFile.WriteGrey(Path.Combine(output, name), width, Film.Grey(colour, width, grain));
}

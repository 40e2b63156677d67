namespace SPColor.Worker.Tests.Acceptance;

/// <summary>The repository's own pictures (samples/README.md).</summary>
internal static class SamplePictures
{
    public static string HarbourTarget { get; } = Named("harbour-target.png");

    public static string HarbourReference { get; } = Named("harbour-reference.png");

    public static string PortraitTarget { get; } = Named("portrait-target.png");

    public static string PortraitReference { get; } = Named("portrait-reference.png");

    private static string Named(string name) => Path.Combine(AppContext.BaseDirectory, "SamplePictures", name);
}

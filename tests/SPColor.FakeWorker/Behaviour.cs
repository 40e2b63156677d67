using SPColor.Core.Colorization;

namespace SPColor.FakeWorker;

/// <summary>How this worker goes wrong, and at which stage; null: not at all. <paramref name="Mark"/> is the file by which it tells that it got there.</summary>
internal sealed record Behaviour(string Device, string? Word, ColorizationStage? Stage, string Mark)
{
    private const int FloodedLines = 20_000;

    public static Behaviour Parse(string[] args) => new(
        After(args, "--device") ?? "auto",
        After(args, "--fake"),
        Enum.TryParse(args[^1], out ColorizationStage stage) ? stage : null,
        args[^1]);

    /// <summary>Faults that need no connection. The exit code where the process is to end.</summary>
    public async Task<int?> BeforeHelloAsync(Stream sending)
    {
        switch (Word)
        {
            case "exit":
                Console.Error.WriteLine("first line");
                Console.Error.WriteLine("you must install .NET to run this");
                return 3;
            case "mute":
                await Task.Delay(Timeout.Infinite);
                break;
            case "garbage":
                sending.Write("Hello, I am another program.\n"u8);
                await Task.Delay(Timeout.Infinite);
                break;
            case "huge":
                sending.Write([0x7F, 0xFF, 0xFF, 0xFF, 1, 2, 3]);
                await Task.Delay(Timeout.Infinite);
                break;
            case "close":
                sending.Close();
                Environment.Exit(0);
                break;
            case "flood":
                for (int line = 0; line < FloodedLines; line++)
                    Console.Error.WriteLine($"line {line} of a library that talks a lot, as some libraries do when they are ill");
                break;
        }
        return null;
    }

    private static string? After(string[] args, string option) =>
        Array.IndexOf(args, option) is >= 0 and var i ? args[i + 1] : null;
}

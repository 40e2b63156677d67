using System.CommandLine;

namespace SPColor.Worker.Commands;

/// <summary>How the coloured photo is saved; one instance per command.</summary>
internal sealed class SavingOptions
{
    private const int Best = 100;

    public Option<bool> InPlace { get; } = new("--in-place")
    {
        Description = "Let the result replace the photo itself, when --output names it.",
    };

    public Option<int?> Quality { get; } = new("--quality")
    {
        Description = "Of a .jpg or .webp, 1 to 100. Default: a JPEG photo's own, else 95; WebP without loss.", HelpName = "1..100",
    };

    public SavingOptions() =>
        Quality.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(int.TryParse(result.Tokens[0].Value, out int value) && value is >= 1 and <= Best))
                result.AddError($"--quality is 1 to {Best}, not '{result.Tokens[0].Value}'");
        });

    public void AddTo(Command command)
    {
        command.Options.Add(InPlace);
        command.Options.Add(Quality);
    }
}

using System.CommandLine;
using SPColor.Core;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Inference.Sessions;
using SPColor.Worker.Colorizing;

namespace SPColor.Worker.Commands;

/// <summary>Options that several commands have; one instance per command.</summary>
internal sealed class SharedOptions
{
    private static readonly int[] _sides = [256, 384, 512];
    private static readonly int[] _turns = [0, 90, 180, 270];

    public Option<int?> Areas { get; } = new("--areas")
    {
        Description = "Number of areas to find in each picture, 1 to 27. Default: what the pack does best with (compact: 22).",
        HelpName = "N",
    };

    public Option<int> Side { get; } = new("--size")
    {
        Description = "Working size: 256 is fastest; 384 and 512 see smaller things and finer edges, and keep what 256 decides. The output always has the photo's own size.",
        HelpName = "256|384|512",
        DefaultValueFactory = _ => 256,
    };

    private Option<BorderMode> Border { get; } = new("--border")
    {
        Description = "auto finds a plain border (a print's, an album page, a scanner's bed), does not look at it and leaves it grey; keep takes it for a part of the photo.",
        HelpName = "auto|keep",
        DefaultValueFactory = _ => BorderMode.Auto,
        CustomParser = result => Parsing.Parse(result, word => word switch
        {
            "auto" => BorderMode.Auto,
            "keep" => BorderMode.Keep,
            _ => throw new SPColorException($"--border is auto or keep, not '{word}'"),
        }),
    };

    private Option<int> Turn { get; } = new("--turn")
    {
        Description = "Look at the photo turned clockwise by so many degrees: for one that lies on its side or upside down. The output lies as the photo does.",
        HelpName = "0|90|180|270",
        DefaultValueFactory = _ => 0,
    };

    public Option<ComputeDevice?> Device { get; } = new("--device")
    {
        Description = "Where the networks run. auto takes the GPU where there is a usable one and says why when it takes the CPU; 'spcolor devices' lists them. Default: auto.",
        HelpName = "auto|cpu|gpu[:N]",
        CustomParser = result => Parsing.Parse(result, ComputeDevice.Parse),
    };

    public Option<string> Pack { get; } = new("--pack")
    {
        Description = "Model pack: a name that 'spcolor models list' shows, or a folder. Default: what 'spcolor models use' chose.",
        HelpName = "NAME|DIR",
        DefaultValueFactory = _ => PackChoice.User.Read(),
    };

    public SharedOptions()
    {
        Turn.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(int.TryParse(result.Tokens[0].Value, out int turn) && _turns.Contains(turn)))
                result.AddError($"--turn is one of 0, 90, 180 and 270, not '{result.Tokens[0].Value}'");
        });
        Side.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(int.TryParse(result.Tokens[0].Value, out int side) && _sides.Contains(side)))
                result.AddError($"--size is one of 256, 384 and 512, not '{result.Tokens[0].Value}'");
        });
    }

    /// <summary>How pictures are to be looked at.</summary>
    public LookChoice Look(ParseResult parsed) =>
        new(parsed.GetRequiredValue(Side), parsed.GetRequiredValue(Border), parsed.GetRequiredValue(Turn));

    public void AddTo(Command command)
    {
        command.Options.Add(Areas);
        command.Options.Add(Side);
        command.Options.Add(Border);
        command.Options.Add(Turn);
        command.Options.Add(Device);
        command.Options.Add(Pack);
    }

    public EngineChoice Engine(ParseResult parsed) =>
        new(parsed.GetRequiredValue(Pack), parsed.GetValue(Device) ?? ComputeDevice.Parse("auto"));
}

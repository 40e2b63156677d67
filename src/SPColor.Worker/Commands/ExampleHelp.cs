using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SPColor.Worker.Commands;

/// <summary>The usual help, then examples to copy.</summary>
internal sealed class ExampleHelp(HelpAction usual) : SynchronousCommandLineAction
{
    private const string Root = """
        Examples:
          spcolor colorize grandma.jpg --reference garden.jpg --output grandma-colour.jpg
          spcolor inspect grandma.jpg --reference garden.jpg

        Exit codes:
          0 done   1 failed, one line says why   2 wrong command line   3 defect, please report   130 stopped by Ctrl+C
        """;

    private const string Colorize = """
        Examples:
          Colour a photo; the result has the photo's size, luminance, profile and EXIF:
            spcolor colorize soldier.tif --reference painting.jpg --output soldier-colour.tif
          See which areas both pictures have, then say that area 4 takes its colour from area 7, and area 2 from none:
            spcolor inspect soldier.tif --reference painting.jpg
            spcolor colorize soldier.tif --reference painting.jpg --output out.png --pair 4=7 --pair 2=guess
          Areas of two references: A is the first, B the second:
            spcolor colorize soldier.tif --reference sky.jpg --reference coat.jpg --output out.png --pair 4=B:1 --pair 0=A:3
          Keep the pairing for the next photo, and look at every step:
            spcolor colorize soldier.tif --reference painting.jpg --output out.png --pair 4=7 --save-pairing tunic.json --maps maps
            spcolor colorize officer.tif --reference painting.jpg --output out2.png --pairing tunic.json
          Half the colour, faces left grey:
            spcolor colorize soldier.tif --reference painting.jpg --output out.png --strength 50 --leave-grey 5
        """;

    private const string Inspect = """
        Examples:
          List the areas of a picture and draw them over it:
            spcolor inspect soldier.tif --overlay soldier-areas.png
          Also list which area of the reference each one pairs with, for a script:
            spcolor inspect soldier.tif --reference painting.jpg --json
        """;

    private const string Models = """
        Examples:
          spcolor models list
          spcolor models verify compact
          How the paper's own networks are built from published checkpoints:
            spcolor models import --help
        """;

    private const string Import = """
        Examples:
          Build the pack, then colour with it:
            spcolor models import --vgg vgg19_conv.pth --stego cocostuff27_vit_base_5.ckpt --warp nonlocal_net.pth --color colornet.pth
            spcolor colorize soldier.tif --reference painting.jpg --output out.png --pack paper
          Let the plugin, and commands without --pack, take it from now on; then go back:
            spcolor models use paper
            spcolor models use compact
        """;

    // Help is for those who do not know yet what is missing.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int code = usual.Invoke(parseResult);
        string? examples = parseResult.CommandResult.Command.Name switch
        {
            ColorizeCommand.Name => Colorize,
            InspectCommand.Name => Inspect,
            ModelsCommand.Name or "list" or "verify" or "use" => Models,
            ImportCommand.Name => Import,
            _ => Root,
        };
        parseResult.InvocationConfiguration.Output.WriteLine(examples);
        return code;
    }
}

using System.CommandLine.Parsing;
using SPColor.Core;

namespace SPColor.Worker.Commands;

/// <summary>Turns an argument's text into a value; a refusal becomes the parser's own error, hence exit code 2.</summary>
internal static class Parsing
{
    public static T? Parse<T>(ArgumentResult result, Func<string, T> parse)
    {
        try
        {
            return parse(result.Tokens[^1].Value);
        }
        catch (SPColorException refusal)
        {
            result.AddError(refusal.Message);
            return default;
        }
    }

    public static T[] ParseAll<T>(ArgumentResult result, Func<string, T> parse)
    {
        var values = new List<T>();
        foreach (var token in result.Tokens)
        {
            try
            {
                values.Add(parse(token.Value));
            }
            catch (SPColorException refusal)
            {
                result.AddError(refusal.Message);
            }
        }
        return [.. values];
    }
}

using CsCheck;

namespace SPColor.Core.Tests.Fixtures;

/// <summary>CsCheck's collection generators as methods: its extension properties need C# 14, and the house writes 13.</summary>
internal static class Many
{
    public static Gen<T[]> Array<T>(this Gen<T> gen, int least, int most) => GenExtensions.get_Array(gen)[least, most];

    public static Gen<T[]> Sets<T>(this Gen<T> gen, int least, int most) => GenExtensions.get_HashSet(gen)[least, most].Select(set => set.ToArray());
}

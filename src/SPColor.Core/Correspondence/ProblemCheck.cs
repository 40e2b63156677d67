namespace SPColor.Core.Correspondence;

/// <summary>Refuses problems whose parts do not fit together: the kernels below read through pointers and trust them.</summary>
internal static class ProblemCheck
{
    public static void Validate(CorrespondenceProblem problem)
    {
        int n = problem.Size.Count;
        int m = problem.ReferenceCount;
        Require(problem.Channels >= 1, "there are no channels");
        Require(problem.TargetBlock.Length == n && problem.TargetConfidence.Length == n, "the target's planes differ from its grid");
        Require(problem.TargetFeatures.LongLength == (long)n * problem.Channels, "the target's features differ from its grid");
        Require(problem.ReferenceFeatures.LongLength == (long)m * problem.Channels, "the reference's features differ from its blocks");
        Require(
            problem.ReferenceA.Length == m && problem.ReferenceB.Length == m && problem.ReferenceConfidence.Length == m,
            "the reference's planes differ from its blocks");
        Require(InRange(problem.TargetBlock, problem.Matches.Length), "a target block has no matches");
        Require(InRange(problem.ReferenceBlock, problem.ReferenceBlockCount), "a reference block is out of range");
        Require(
            Array.TrueForAll(problem.Matches, blocks => !blocks.Contains(-1) && InRange(blocks, problem.ReferenceBlockCount)),
            "a match names a reference block that is out of range");
        Require(problem.Settings.Temperature > 0 && problem.Settings.SimilarityScale > 0, "temperature and scale must be above 0");
    }

    private static bool InRange(int[] blocks, int count) => Array.TrueForAll(blocks, block => block >= -1 && block < count);

    private static void Require(bool holds, string complaint)
    {
        if (!holds)
            throw new ArgumentException($"correspondence problem: {complaint}");
    }
}

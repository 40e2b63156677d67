using CsCheck;
using SPColor.Core.Assignment;
using SPColor.Core.Tests.Fixtures;

namespace SPColor.Core.Tests.Assignment;

internal static class Generators
{
    public static Gen<AreaName> ReferenceArea { get; } = Gen.Select(Gen.Int[0, 25], Gen.Int[0, 26], (reference, id) => new AreaName(reference, id));

    public static Gen<AreaName> Area { get; } = Gen.OneOf(ReferenceArea, Gen.Int[0, 26].Select(id => new AreaName(null, id)));

    public static Gen<TargetChoice> TargetChoice { get; } = Gen.OneOf(
        Gen.Const(Core.Assignment.TargetChoice.Automatic),
        Gen.Const(Core.Assignment.TargetChoice.LetItGuess),
        Gen.Const(Core.Assignment.TargetChoice.LeaveGrey),
        Area.Select(Core.Assignment.TargetChoice.TakeFrom));

    public static Gen<ReferenceChoice> ReferenceChoice { get; } = Gen.OneOf(
        Gen.Const(Core.Assignment.ReferenceChoice.Automatic),
        Gen.Const(Core.Assignment.ReferenceChoice.Unused),
        Gen.Int[0, 26].Select(Core.Assignment.ReferenceChoice.CountsAs));

    public static Gen<CategoryAssignment> Assignment { get; } = Gen.Select(
        Gen.Select(Gen.Int[0, 26], TargetChoice).Array(0, 12),
        Gen.Select(ReferenceArea, ReferenceChoice).Array(0, 12),
        (targets, references) =>
        {
            CategoryAssignment assignment = CategoryAssignment.Automatic;
            foreach ((int id, TargetChoice choice) in targets)
                assignment = assignment.WithTarget(id, choice);
            foreach ((AreaName area, ReferenceChoice choice) in references)
                assignment = assignment.WithReference(area, choice);
            return assignment;
        });
}

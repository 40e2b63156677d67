using CsCheck;
using SPColor.Core.Assignment;
using SPColor.Core.Segmentation;
using SPColor.PdnEffect.Pairing;

namespace SPColor.PdnEffect.Tests.Pairing;

public sealed class AssignmentEditsTests
{
    private const int Areas = 5;

    private static readonly ClassMap s_map = new(new(Areas, 1), [0, 1, 2, 3, 4], [1, 1, 1, 1, 1], Areas);

    private static readonly Gen<CategoryAssignment> s_assignments = Gen.Select(
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2], Gen.Int[0, 4]).Array[0, 6],
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 4], Gen.Int[0, 4]).Array[0, 6],
        (targets, references) => references.Aggregate(
            targets.Aggregate(
                CategoryAssignment.Automatic,
                (made, rule) => made.WithTarget(rule.Item1, TargetChoice.TakeFrom(new AreaName(rule.Item2, rule.Item3)))),
            (made, rule) => made.WithReference(new AreaName(rule.Item1, rule.Item2), ReferenceChoice.CountsAs(rule.Item3))));

    [Fact]
    public void An_area_that_counts_as_another_still_gives_to_the_rows_that_named_it() =>
        Gen.Select(s_assignments, Gen.Int[0, 4], Gen.Int[0, 4]).Sample((assignment, id, countsAs) =>
        {
            AreaName area = new(0, id);
            CategoryAssignment edited = AssignmentEdits.CountAs(assignment, area, ReferenceChoice.CountsAs(countsAs), s_map);
            Assert.Equal(countsAs, edited.Reference(area).EffectiveId(id));
            foreach (int row in assignment.Targets.Keys)
            {
                int[] before = Sources(assignment, row), after = Sources(edited, row);
                Assert.True(!before.Contains(id) || before.Length > 1 || after.Contains(id), $"row {row} lost its only source");
                Assert.True(before.Length == 0 || after.Length > 0);
            }
        });

    [Fact]
    public void Without_a_reference_its_rules_are_gone_and_the_others_mean_the_same() =>
        Gen.Select(s_assignments, Gen.Int[0, 2]).Sample((assignment, gone) =>
        {
            CategoryAssignment edited = AssignmentEdits.WithoutReference(assignment, gone);
            foreach ((int row, TargetChoice choice) in assignment.Targets)
            {
                AreaName source = choice.Source;
                TargetChoice expected = source.Reference == gone
                    ? TargetChoice.Automatic
                    : TargetChoice.TakeFrom(source with { Reference = source.Reference > gone ? source.Reference - 1 : source.Reference });
                Assert.Equal(expected, edited.Target(row));
            }

            Assert.Equal(assignment.References.Count(rule => rule.Key.Reference != gone), edited.References.Count);
            foreach ((AreaName area, ReferenceChoice choice) in assignment.References.Where(rule => rule.Key.Reference != gone))
                Assert.Equal(choice, edited.Reference(area with { Reference = area.Reference > gone ? area.Reference - 1 : area.Reference }));
        });

    [Fact]
    public void Guess_and_grey_stay_when_a_reference_goes()
    {
        CategoryAssignment assignment = CategoryAssignment.Automatic
            .WithTarget(0, TargetChoice.LetItGuess).WithTarget(1, TargetChoice.LeaveGrey).WithTarget(2, TargetChoice.TakeFrom(new AreaName(null, 4)));
        CategoryAssignment edited = AssignmentEdits.WithoutReference(assignment, 0);
        Assert.Equal(["guess", "grey", "4"], Enumerable.Range(0, 3).Select(id => edited.Target(id).ToString()));
    }

    private static int[] Sources(CategoryAssignment assignment, int row) =>
        [.. Enumerable.Range(0, Areas).Where(id => assignment.Target(row).Source is { Reference: 0 } source
            && assignment.Reference(new AreaName(0, id)).EffectiveId(id) == source.ClassId)];
}

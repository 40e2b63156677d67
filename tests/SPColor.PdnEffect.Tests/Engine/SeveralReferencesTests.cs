using CsCheck;
using SPColor.Core.Assignment;
using SPColor.Core.Imaging;
using SPColor.Core.Segmentation;
using SPColor.PdnEffect.Engine;

namespace SPColor.PdnEffect.Tests.Engine;

public sealed class SeveralReferencesTests
{
    [Fact]
    public void Automatic_areas_take_from_the_first_reference_what_they_took_when_it_was_alone() =>
        Gen.Select(Ids(), Ids(), Ids(), Gen.Int[0, 4], Gen.Int[0, 4]).Sample((target, first, second, area, countsAs) =>
        {
            CategoryAssignment assignment = CategoryAssignment.Automatic.WithReference(new AreaName(0, area), ReferenceChoice.CountsAs(countsAs));
            AreaPicture[] references = [Picture(first), Picture(second)];
            BlockAssignment alone = assignment.Apply(Map(target), [Map(first)]);
            BlockAssignment both = SeveralReferences.Separate(assignment, Map(target), references).Apply(Map(target), [Map(first), Map(second)]);
            for (int cell = 0; cell < target.Length; cell++)
                Assert.Equal(Cells(alone, cell), Cells(both, cell));
            Assert.DoesNotContain(both.Notes, note => note.Area.Reference is null);
        });

    [Fact]
    public void One_reference_needs_no_change_and_choices_stay()
    {
        CategoryAssignment assignment = CategoryAssignment.Automatic.WithTarget(1, TargetChoice.Parse("B:0")).WithTarget(2, TargetChoice.LeaveGrey);
        Assert.Same(assignment, SeveralReferences.Separate(assignment, Map([0, 1]), [Picture([0])]));
        CategoryAssignment separated = SeveralReferences.Separate(assignment, Map([0, 1, 2, 3]), [Picture([0, 1]), Picture([0])]);
        Assert.Equal(["A:0", "B:0", "grey", "guess"], Enumerable.Range(0, 4).Select(id => separated.Target(id).ToString()));
    }

    /// <summary>The cells of all references that a cell of the target takes colour from.</summary>
    private static int[] Cells(BlockAssignment blocks, int cell) => blocks.TargetBlock[cell] < 0
        ? []
        : [.. blocks.ReferenceBlock.Index().Where(item => blocks.Matches[blocks.TargetBlock[cell]].Contains(item.Item)).Select(item => item.Index)];

    private static Gen<int[]> Ids() => Gen.Int[-1, 4].Array[8];

    private static ClassMap Map(int[] ids) => new(new(ids.Length, 1), ids, new float[ids.Length], 5);

    private static AreaPicture Picture(int[] ids) => new(new LabImage(new(1, 1)), Map(ids), []);
}

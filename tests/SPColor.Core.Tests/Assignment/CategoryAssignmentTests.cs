using CsCheck;
using SPColor.Core.Assignment;
using SPColor.Core.Imaging;
using SPColor.Core.Segmentation;
using SPColor.Core.Tests.Fixtures;

namespace SPColor.Core.Tests.Assignment;

public class CategoryAssignmentTests
{
    private const int None = ClassMap.None;

    [Fact]
    public void Without_choices_equal_ids_meet_in_every_reference()
    {
        BlockAssignment blocks = CategoryAssignment.Automatic.Apply(Map(0, 2, 1, None, 2), [Map(2, 0, 4), Map(2, 2, None)]);
        Assert.Equal([0, 1, -1, -1, 1], blocks.TargetBlock);
        Assert.Equal([1, 0, 2, 3, 3, -1], blocks.ReferenceBlock);
        Assert.Equal(4, blocks.ReferenceBlockCount);
        Assert.Equal([[0], [1, 3]], blocks.Matches);
        Assert.Empty(blocks.Notes);
    }

    [Fact]
    public void An_area_can_take_from_one_reference_or_from_any()
    {
        CategoryAssignment assignment = CategoryAssignment.Automatic
            .WithTarget(0, TargetChoice.TakeFrom(new AreaName(1, 2)))
            .WithTarget(1, TargetChoice.TakeFrom(new AreaName(null, 2)));
        BlockAssignment blocks = assignment.Apply(Map(0, 1, 2), [Map(2), Map(2)]);
        Assert.Equal([1, 0, 0], blocks.TargetBlock);
        Assert.Equal([[0, 1], [1]], blocks.Matches);
    }

    [Fact]
    public void Guessed_areas_have_no_block_and_grey_ones_are_matched_as_if_automatic()
    {
        BlockAssignment blocks = CategoryAssignment.Automatic
            .WithTarget(0, TargetChoice.LetItGuess).WithTarget(1, TargetChoice.LeaveGrey)
            .Apply(Map(0, 1, 2), [Map(0, 1, 2)]);
        Assert.Equal([-1, 0, 1], blocks.TargetBlock);
        Assert.Equal([[1], [2]], blocks.Matches);
        Assert.Empty(blocks.Notes);
    }

    [Fact]
    public void Cells_of_equal_choices_share_a_number()
    {
        CategoryAssignment assignment = CategoryAssignment.Automatic
            .WithTarget(0, TargetChoice.Parse("5")).WithTarget(1, TargetChoice.Parse("5")).WithTarget(2, TargetChoice.LetItGuess).WithTarget(3, TargetChoice.LeaveGrey);

        float[] choices = assignment.ChoicesOf(Map(0, 1, 2, 3, 4, None, 6))!;

        Assert.Equal([0, 0, 1, 2, 3, 3, 3], choices);
        Assert.Null(CategoryAssignment.Automatic.ChoicesOf(Map(0, 1)));
        AreaPlane pixels = new(new(2, 1), [2, AreaPlane.NoArea]);
        Assert.Equal([0, 0, 1, 1], assignment.ChoicesOf(pixels, new(4, 2))![..4]);
        Assert.Null(CategoryAssignment.Automatic.ChoicesOf(pixels, new(4, 2)));
    }

    [Fact]
    public void A_reference_area_counts_as_another_or_is_unused()
    {
        BlockAssignment blocks = CategoryAssignment.Automatic
            .WithReference(new AreaName(0, 5), ReferenceChoice.CountsAs(1)).WithReference(new AreaName(0, 2), ReferenceChoice.Unused)
            .Apply(Map(1, 2, 5), [Map(5, 1, 2)]);
        Assert.Equal([0, -1, -1], blocks.TargetBlock);
        Assert.Equal([0, 0, -1], blocks.ReferenceBlock);
        Assert.Equal([[0]], blocks.Matches);
        Assert.Equal(1, blocks.ReferenceBlockCount);
    }

    [Fact]
    public void An_area_is_taken_by_the_id_that_it_counts_as()
    {
        CategoryAssignment assignment = CategoryAssignment.Automatic
            .WithReference(new AreaName(0, 5), ReferenceChoice.CountsAs(26)).WithTarget(1, TargetChoice.TakeFrom(new AreaName(0, 26)));
        Assert.Equal([0], assignment.Apply(Map(1), [Map(5)]).TargetBlock);
    }

    [Fact]
    public void Choices_that_do_not_apply_are_noted()
    {
        BlockAssignment blocks = CategoryAssignment.Automatic
            .WithTarget(9, TargetChoice.LeaveGrey)
            .WithTarget(1, TargetChoice.TakeFrom(new AreaName(2, 1)))
            .WithReference(new AreaName(1, 3), ReferenceChoice.Unused)
            .WithReference(new AreaName(0, 8), ReferenceChoice.CountsAs(1))
            .Apply(Map(1), [Map(1)]);
        Assert.Equal([-1], blocks.TargetBlock);
        Assert.Equal(
            [
                new AssignmentNote(new AreaName(null, 1), new AreaName(2, 1)),
                new AssignmentNote(new AreaName(null, 9), null),
                new AssignmentNote(new AreaName(0, 8), null),
                new AssignmentNote(new AreaName(1, 3), null),
            ],
            blocks.Notes);
        Assert.Equal("area 1 should take its colour from C:1, which no reference has: its colour is guessed", blocks.Notes[0].ToString());
        Assert.Contains("in this picture", blocks.Notes[1].ToString(), StringComparison.Ordinal);
        Assert.Contains("in the references", blocks.Notes[2].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_references_everything_is_unrelated()
    {
        BlockAssignment blocks = CategoryAssignment.Automatic.Apply(Map(0, 1), []);
        Assert.Equal([-1, -1], blocks.TargetBlock);
        Assert.Empty(blocks.ReferenceBlock);
        Assert.Empty(blocks.Matches);
    }

    /// <summary>The paper's two tables, cell by cell: a pair may match exactly if their mapped ids and the reference agree.</summary>
    [Fact]
    public void Blocks_allow_exactly_the_pairs_that_the_tables_allow()
        => Gen.Select(Generators.Assignment, Ids, Ids.Array(0, 3)).Sample((assignment, target, references) =>
        {
            BlockAssignment blocks = assignment.Apply(Map(target), Array.ConvertAll(references, Map));
            (int Reference, int Id)[] cells = [.. references.SelectMany((ids, r) => ids.Select(id => (r, id)))];
            for (int i = 0; i < target.Length; i++)
            {
                for (int j = 0; j < cells.Length; j++)
                {
                    bool allowed = blocks.TargetBlock[i] >= 0 && blocks.Matches[blocks.TargetBlock[i]].Contains(blocks.ReferenceBlock[j]);
                    Assert.Equal(Allowed(assignment, target[i], cells[j].Reference, cells[j].Id), allowed);
                }
            }

            Assert.All(blocks.Matches, matches => Assert.True(matches.Length > 0 && matches.Distinct().Count() == matches.Length));
        });

    /// <summary>As above, with cells that may belong to a second area: an automatic cell also takes those, and what its own second area has.</summary>
    [Fact]
    public void Second_areas_widen_automatic_pairs_and_nothing_else()
        => Gen.Select(Generators.Assignment, Cells, Cells.Array(0, 3)).Sample((assignment, targetMap, maps) =>
        {
            int[] target = targetMap.Ids;
            (int Reference, int Id, int Second)[] cells = [.. maps.SelectMany((map, r) => map.Ids.Zip(map.Second!, (id, second) => (r, id, second)))];
            BlockAssignment blocks = assignment.Apply(targetMap, maps);
            for (int i = 0; i < target.Length; i++)
            {
                bool automatic = IsAutomatic(assignment, target[i]), secondAutomatic = IsAutomatic(assignment, targetMap.Second![i]);
                for (int j = 0; j < cells.Length; j++)
                {
                    (int reference, int id, int second) = cells[j];
                    bool mayBe = automatic
                        && Allowed(assignment, target[i], reference, second)
                        && id != None && !assignment.Reference(new AreaName(reference, id)).IsUnused;
                    mayBe |= automatic && secondAutomatic && Allowed(assignment, targetMap.Second[i], reference, id);
                    bool allowed = blocks.TargetBlock[i] >= 0 && blocks.Matches[blocks.TargetBlock[i]].Contains(blocks.ReferenceBlock[j]);
                    Assert.Equal(Allowed(assignment, target[i], reference, id) || mayBe, allowed);
                }
            }
        });

    [Fact]
    public void Sources_name_the_areas_of_cells_that_may_belong_only_where_there_are_no_others()
    {
        BlockAssignment blocks = CategoryAssignment.Automatic.Apply(Map(0, 1, 2), [Map(0, 5, 7) with { Second = [None, 0, 1] }]);
        Assert.Equal([0, 1, -1], blocks.TargetBlock);
        Assert.Equal([[0, 1], [2]], blocks.Matches);
        Assert.Equal([new AreaName(0, 0)], blocks.Sources[0]);
        Assert.Equal([new AreaName(0, 7)], blocks.Sources[1]);
        Assert.Empty(blocks.Sources[2]);
    }

    [Fact]
    public void Automatic_choices_leave_no_entry()
    {
        CategoryAssignment assignment = CategoryAssignment.Automatic
            .WithTarget(3, TargetChoice.LeaveGrey).WithTarget(3, TargetChoice.Automatic)
            .WithReference(new AreaName(0, 3), ReferenceChoice.Unused).WithReference(new AreaName(0, 3), ReferenceChoice.Automatic);
        Assert.Empty(assignment.Targets);
        Assert.Empty(assignment.References);
    }

    [Fact]
    public void A_reference_area_needs_its_letter()
        => Assert.Contains("A:3", Assert.Throws<SPColorException>(
            () => CategoryAssignment.Automatic.WithReference(new AreaName(null, 3), ReferenceChoice.Unused)).Message, StringComparison.Ordinal);

    private static bool IsAutomatic(CategoryAssignment assignment, int id)
        => id != None && assignment.Target(id).Kind is (TargetChoiceKind.Automatic or TargetChoiceKind.LeaveGrey);

    private static Gen<ClassMap> Cells { get; } = Gen.Select(Gen.Int[-1, 26], Gen.Int[-1, 26]).Array(1, 12)
        .Select(cells => Map(Array.ConvertAll(cells, cell => cell.Item1)) with { Second = Array.ConvertAll(cells, cell => cell.Item2) });

    private static Gen<int[]> Ids { get; } = Gen.Int[-1, 26].Array(1, 12);

    private static ClassMap Map(params int[] ids) => new(new GridSize(ids.Length, 1), ids, new float[ids.Length], 27);

    private static bool Allowed(CategoryAssignment assignment, int targetId, int reference, int referenceId)
    {
        if (targetId == None || referenceId == None)
            return false;

        TargetChoice choice = assignment.Target(targetId);
        ReferenceChoice counted = assignment.Reference(new AreaName(reference, referenceId));
        AreaName wanted = choice.Kind == TargetChoiceKind.TakeFrom ? choice.Source : new AreaName(null, targetId);
        return choice.Kind != TargetChoiceKind.LetItGuess
            && !counted.IsUnused
            && counted.EffectiveId(referenceId) == wanted.ClassId
            && (wanted.Reference ?? reference) == reference;
    }
}

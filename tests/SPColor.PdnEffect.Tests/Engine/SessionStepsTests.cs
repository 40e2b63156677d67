using CsCheck;
using SPColor.Core.Colorization;
using SPColor.PdnEffect.Engine;

namespace SPColor.PdnEffect.Tests.Engine;

public sealed class SessionStepsTests
{
    [Fact]
    public void The_fraction_never_falls_and_stays_within_0_and_1_whatever_is_reported() =>
        Gen.Select(Gen.Int[1, 5], Gen.Select(Gen.Int[1, 7], Gen.Float[-1, 2]).Array[0, 30]).Sample((pictures, reports) =>
        {
            List<float> fractions = [0];
            SessionSteps steps = new(new Told(progress => fractions.Add(progress.Fraction)), pictures);
            foreach ((int stage, float fraction) in reports)
            {
                if (stage == 1)
                    steps.Begin("Photo");
                steps.Report(new ColorizationProgress((ColorizationStage)stage, fraction));
            }

            Assert.Equal(fractions.Order(), fractions);
            Assert.All(fractions, fraction => Assert.InRange(fraction, 0, 1));
        });

    [Fact]
    public void Only_steps_of_one_picture_name_it()
    {
        List<SessionProgress> told = [];
        SessionSteps steps = new(new Told(told.Add), 1);
        steps.Begin("Photo");
        steps.Report(ColorizationStage.Features);
        steps.Report(ColorizationStage.Areas);
        Assert.Equal(["Photo", "Photo", null], told.Select(progress => progress.Picture));
        Assert.Equal([0f, 1 / 7f, 3 / 7f], told.Select(progress => progress.Fraction));
    }

    private sealed class Told(Action<SessionProgress> tell) : IProgress<SessionProgress>
    {
        public void Report(SessionProgress value) => tell(value);
    }
}

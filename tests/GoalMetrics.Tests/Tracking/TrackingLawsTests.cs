using CsCheck;
using static GoalMetrics.Tests.Tracking.Facts;

namespace GoalMetrics.Tests.Tracking;

public sealed class TrackingLawsTests
{
    private const decimal Tolerance = 1e-20m;

    private static readonly Gen<(int Orders, int Target, int Hours)> Worlds = Gen.Select(
        Gen.Int[1, 10_000], Gen.Int[1, 10_000], Gen.Int[1, 31 * 24]);

    [Fact]
    public void Flow_PaceAndLanding_FollowFromAttainmentAndExpected() => Worlds.Sample(world =>
    {
        var progress = Judge(world, 1m);
        return Near(progress.Pace.Amount * progress.Expected.Amount, progress.Attainment.Amount)
            && Near(progress.Landing.Amount * progress.Expected.Amount, progress.Actual.Amount)
            && progress.ElapsedDays + progress.RemainingDays == 31m
            && Near(progress.ElapsedDays, world.Hours / 24m);
    });

    [Fact]
    public void Flow_EverythingScaled_IsJudgedTheSame() => Gen.Select(Worlds, Gen.Int[1, 1_000]).Sample((world, factor) =>
    {
        var (one, many) = (Judge(world, 1m), Judge(world, factor / 7m));
        return Near(one.Attainment.Amount, many.Attainment.Amount) && Near(one.Pace.Amount, many.Pace.Amount) && one.Status == many.Status;
    });

    [Fact]
    public void Flow_ClippedAttainment_IsFromZeroToOne() => Worlds.Sample(world =>
        Judge(world, 1m).ClippedAttainment.Amount == Math.Min(1m, (decimal)world.Orders / world.Target));

    private static GoalProgress Judge((int Orders, int Target, int Hours) world, decimal scale)
    {
        // Exactly divisible by 7, so that scaling leaves no remainder to differ by.
        var table = Orders(new(2027, 1, 1), new(2027, 2, 1), (new(2027, 1, 1), 7m * world.Orders * scale));
        return table.Track(
            Sum(table), Target.Reach(Quantity.Count(7m * world.Target * scale, "order")), January, January.Start
            + NodaTime.Duration.FromHours(world.Hours));
    }

    private static bool Near(decimal left, decimal right) => Math.Abs(left - right) <= Tolerance * Math.Max(1m, Math.Abs(right));
}

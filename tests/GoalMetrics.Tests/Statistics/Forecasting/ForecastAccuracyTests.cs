using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Forecasting;

public sealed class ForecastAccuracyTests
{
    // By hand: errors 2, -2, 3 on 10, 20, 30; differences in the training part 1, 2 and 3.
    [Fact]
    public void Of_ThreeForecasts_IsByHand()
    {
        var accuracy = ForecastAccuracy.Of(actual: [10, 20, 30], forecast: [8, 22, 27], training: [1, 2, 4, 7]);

        accuracy.MeanError.ShouldBeNear(1);
        accuracy.MeanAbsoluteError.ShouldBeNear(7d / 3d);
        accuracy.RootMeanSquaredError.ShouldBeNear(Math.Sqrt(17d / 3d));
        accuracy.MeanAbsolutePercentageError.ShouldBeNear((0.2 + 0.1 + 0.1) / 3d);
        accuracy.SymmetricPercentageError.ShouldBeNear(((2d / 9d) + (2d / 21d) + (3d / 28.5)) / 3d);
        accuracy.MeanAbsoluteScaledError.ShouldBeNear(7d / 6d);
        ForecastAccuracy.Of([10], [8], [1, 2, 4, 7], period: 2).MeanAbsoluteScaledError.ShouldBeNear(2d / 4d);
    }

    [Fact]
    public void Of_ZerosOrNothing_IsUndefinedWhereItMustBe()
    {
        var none = ForecastAccuracy.Of([], []);
        none.MeanError.ShouldBeUndefined(UndefinedReason.NoData, "actual");
        none.RootMeanSquaredError.ShouldBeUndefined(UndefinedReason.NoData, "actual");

        var zero = ForecastAccuracy.Of([0, 0], [0, 1], [3, 3, 3]);
        zero.MeanAbsolutePercentageError.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "actual");
        zero.SymmetricPercentageError.Value.Should().Be(1);
        zero.MeanAbsoluteScaledError.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "training");
        ForecastAccuracy.Of([1], [1]).MeanAbsoluteScaledError.ShouldBeUndefined(UndefinedReason.InsufficientData, "training");
    }

    [Fact]
    public void Of_WrongInput_Throws() =>
        Messages.Of<ArgumentException>(() => ForecastAccuracy.Of([1, 2], [1]))
            .Should().Be("Expected as many numbers as actual has, 2; found 1. (Parameter 'forecast')");
}

namespace GoalMetrics.Statistics;

/// <summary>How far forecasts were from what came. Immutable and safe to share between threads.</summary>
/// <remarks>
/// Sources: Hyndman and Koehler 2006, International Journal of Forecasting 22:679-688; Makridakis and Hibon 2000 for sMAPE.
/// </remarks>
public sealed partial class ForecastAccuracy
{
    private ForecastAccuracy(double[] errors, IReadOnlyList<double> actual, IReadOnlyList<double> forecast, double? scale)
    {
        MeanError = Mean(errors);
        MeanAbsoluteError = Mean([.. errors.Select(Math.Abs)]);
        var squares = Mean([.. errors.Select(error => error * error)]);
        RootMeanSquaredError = squares.IsDefined ? Statistic.Computed(Math.Sqrt(squares.Value)) : squares;
        MeanAbsolutePercentageError = Shares(errors, actual);
        SymmetricPercentageError = Shares(errors, [.. actual.Zip(forecast, (a, f) => (Math.Abs(a) + Math.Abs(f)) / 2d)], ofNothing: 0d);
        if (scale is { } size)
        {
            MeanAbsoluteScaledError = Scaled(MeanAbsoluteError, size);
        }
        else
        {
            MeanAbsoluteScaledError = Statistic.Undefined(UndefinedReason.InsufficientData, "training");
        }
    }

    /// <summary>ME: the mean of actual less forecast. Above 0 the forecasts were too low.</summary>
    public Statistic MeanError { get; }

    /// <summary>RMSE: the root of the mean squared error.</summary>
    public Statistic RootMeanSquaredError { get; }

    /// <summary>MAE: the mean error without its sign.</summary>
    public Statistic MeanAbsoluteError { get; }

    /// <summary>
    /// MAPE: the mean of <c>|error| / |actual|</c>; undefined where an actual is 0 (<see cref="UndefinedReason.ZeroDenominator"/>).
    /// </summary>
    public Statistic MeanAbsolutePercentageError { get; }

    /// <summary>sMAPE: the mean of <c>2 |error| / (|actual| + |forecast|)</c>, from 0 to 2; nothing where both are 0.</summary>
    public Statistic SymmetricPercentageError { get; }

    /// <summary>
    /// MASE: MAE over the mean absolute difference over a season in the training part. Below 1 the forecasts beat the seasonal naive ones
    /// there. Undefined where the training part has no such difference (<see cref="UndefinedReason.InsufficientData"/>) or all are 0.
    /// </summary>
    public Statistic MeanAbsoluteScaledError { get; }

    /// <summary>The accuracy of forecasts; without any, all measures are undefined.</summary>
    /// <param name="actual">What came.</param>
    /// <param name="forecast">What was forecast, step by step.</param>
    /// <param name="training">What the forecast was made from; only MASE needs it.</param>
    /// <param name="period">The length of the season in the training part; defaults to 1, none.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, the lists differ in length, or the period is below 1.</exception>
    public static ForecastAccuracy Of(
        IReadOnlyList<double> actual, IReadOnlyList<double> forecast, IReadOnlyList<double>? training = null, int period = 1)
    {
        Require.Finite(actual);
        Require.Finite(forecast);
        Require.SameLength(actual, forecast);
        Require.AtLeast(period, 1);
        Require.Finite(training ?? [], nameof(training));
        double[] differences = Stationarity.Differenced([.. training ?? []], period);
        double? scale = differences.Length > 0 ? differences.Average(Math.Abs) : null;
        return new([.. actual.Zip(forecast, (a, f) => a - f)], actual, forecast, scale);
    }

    private static Statistic Mean(double[] values)
    {
        if (values.Length == 0)
        {
            return Statistic.Undefined(UndefinedReason.NoData, "actual");
        }

        return Statistic.Computed(CompensatedSum.Of(values) / values.Length);
    }

    private static Statistic Scaled(Statistic error, double scale)
    {
        if (!error.IsDefined)
        {
            return error;
        }

        if (scale > 0d)
        {
            return Statistic.Computed(error.Value / scale);
        }

        return Statistic.Undefined(UndefinedReason.ZeroDenominator, "training");
    }

    private static Statistic Shares(double[] errors, IReadOnlyList<double> sizes, double? ofNothing = null)
    {
        if (ofNothing is null && sizes.Contains(0d))
        {
            return Statistic.Undefined(UndefinedReason.ZeroDenominator, "actual");
        }

        return Mean([.. errors.Zip(sizes, (error, size) => size == 0d ? ofNothing ?? 0d : Math.Abs(error) / Math.Abs(size))]);
    }
}

namespace GoalMetrics.Statistics;

// A candidate with its errors from each origin, not a number where it forecast no ratio; of a ratio also those of its denominators,
// which decide what each step weighs.
internal sealed class TriedModel(CandidateModel model, double?[] errors, double ofDenominators)
{
    private const int FewestOrigins = 3;

    public CandidateModel Model => model;

    public Statistic Error { get; } = ErrorOf([.. errors.OfType<double>()]);

    // From every origin, of which there must be some, and by the margin on the whole: less may be chance.
    public bool IsBetterThan(TriedModel other, double margin) =>
        Error.IsDefined
        && errors.Count(error => error is not null) >= FewestOrigins
        && OfDenominators <= other.OfDenominators
        && (!other.Error.IsDefined || Error.Value < (1d - margin) * other.Error.Value)
        && errors.Zip(other.Errors).All(pair => pair.First is null || !(pair.First >= pair.Second));

    public ForecastCandidate ToCandidate() => new(Model.Method, Model.Season, Error);

    private IReadOnlyList<double?> Errors => errors;

    private double OfDenominators => ofDenominators;

    private static Statistic ErrorOf(double[] known)
    {
        if (known.Length == 0)
        {
            return Statistic.Undefined(UndefinedReason.InsufficientData, "values");
        }

        if (Array.Exists(known, double.IsNaN))
        {
            return Statistic.Undefined(UndefinedReason.ZeroDenominator, "denominators");
        }

        return Statistic.Computed(known.Average());
    }
}

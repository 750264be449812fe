namespace GoalMetrics.Statistics;

// A candidate with its errors from each origin; of a ratio also those of its denominators, which decide what each step weighs.
internal sealed class TriedModel(CandidateModel model, double?[] errors, double ofDenominators)
{
    private const int FewestOrigins = 3;

    public CandidateModel Model => model;

    public Statistic Error { get; } = errors.Any(error => error is not null)
        ? Statistic.Computed(errors.OfType<double>().Average())
        : Statistic.Undefined(UndefinedReason.InsufficientData, "values");

    // From every origin, of which there must be some, and by the margin on the whole: less may be chance.
    public bool IsBetterThan(TriedModel other, double margin) =>
        errors.Count(error => error is not null) >= FewestOrigins
        && other.Error.IsDefined
        && OfDenominators <= other.OfDenominators
        && Error.Value < (1d - margin) * other.Error.Value
        && errors.Zip(other.Errors).All(pair => pair.First is null || pair.First < pair.Second);

    public ForecastCandidate ToCandidate() => new(Model.Method, Model.Season, Error);

    public bool IsAsGoodAs(TriedModel other) =>
        Error.IsDefined && Error == other.Error && OfDenominators <= other.OfDenominators;

    private IReadOnlyList<double?> Errors => errors;

    private double OfDenominators => ofDenominators;
}

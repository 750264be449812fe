namespace GoalMetrics.Statistics;

// Which parts a smoothing model has. The season's form is of no account where there is no season.
internal readonly record struct SmoothingShape(bool HasTrend, bool IsDamped, int Period, SeasonalForm Form)
{
    public static readonly SmoothingShape Simple = new(HasTrend: false, IsDamped: false, Period: 0, SeasonalForm.Additive);

    public static readonly SmoothingShape Holt = new(HasTrend: true, IsDamped: false, Period: 0, SeasonalForm.Additive);

    public static readonly SmoothingShape DampedHolt = new(HasTrend: true, IsDamped: true, Period: 0, SeasonalForm.Additive);

    public bool HasSeason => Period > 0;
}

namespace GoalMetrics;

// Facts say nothing about less than what each of them stands for: dates have no hours, a month's total has no weeks, and a count made
// for a month is neither split nor added up. It is refused for every stretch of time that a measure reads, not for the query's alone. A
// total over periods, which comes with every answer, is undefined where it is such a stretch.
internal static class WindowCheck
{
    public static void Check(Metric metric, MeasureScope scope)
    {
        var period = scope.Period;
        var table = scope.Terms.Tables.Of(metric.Table).Schema;
        if (table.Time == FactTime.Date && (!StartsWithADay(period) || !EndsWithADay(period)))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Table '{table}' has dates, and no times of day: '{metric.Id}' cannot be had from {period.Start} to {period.End}. Ask for whole days, or load instants."));
        }

        if (metric.CountedPer is { } counted)
        {
            CheckCounted(metric, counted, scope);
        }

        if (!scope.Terms.IsOfTotal && table.FactGrain is { } grain && Cut(scope, grain) is { } whole)
        {
            throw new ArgumentException(
                $"Each fact of table '{table}' is the total of a whole {grain.Title()}; '{metric.Id}' was asked for {period}, which cuts {whole}. Ask by {grain.Title()} or whole ones together, or load finer facts.");
        }
    }

    // Whether it is one whole period of the grain, or what has passed of the running one.
    public static bool IsCounted(MeasureScope scope, Grain grain) =>
        scope.Period is var period && period.Calendar.Holding(grain, period.StartDate) is { } whole && whole.Start == period.Start
        && (whole.End == period.End || (period.End < whole.End && period.End >= scope.Terms.AsOf));

    private static void CheckCounted(Metric metric, Grain grain, MeasureScope scope)
    {
        var period = scope.Period;
        if (IsCounted(scope, grain) || scope.Terms.IsOfTotal)
        {
            return;
        }

        throw Cut(scope, grain) is { } whole
            ? new NotAdditiveException(
                $"'{metric.Id}' was counted for each whole {grain.Title()} before it came here, and was asked for {period}, which cuts {whole}. Ask about whole periods, or add WidenedToWholePeriods() to the query.",
                metric)
            : new NotAdditiveException(
                $"'{metric.Id}' was counted for each {grain.Title()} before it came here, and was asked for {period}. Such counts cannot be added up: the same {metric.Unit!.Noun ?? "thing"} in two of them would be counted twice. Load facts with a key of each and use Metric.CountDistinct.",
                metric);
    }

    // The period of the grain that is cut by the start or the end. What ends at the moment of the question ends with the last whole one.
    public static ReportingPeriod? Cut(MeasureScope scope, Grain grain)
    {
        var period = scope.Period;
        return period.Calendar.Holding(grain, period.StartDate) is { } first && first.Start != period.Start ? first
            : period.Calendar.Holding(grain, period.EndDate.PlusDays(-1)) is { } last && last.End != period.End && period.End < scope.Terms.AsOf ? last
            : null;
    }

    private static bool StartsWithADay(ReportingPeriod period) => period.Start == period.Calendar.StartOf(period.StartDate);

    private static bool EndsWithADay(ReportingPeriod period) => period.End == period.Calendar.StartOf(period.EndDate);
}

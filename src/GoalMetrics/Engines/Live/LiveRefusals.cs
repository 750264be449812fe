using NodaTime;

namespace GoalMetrics;

// What is wrong with a fact that a live table does not take.
internal static class LiveRefusals
{
    public static Exception Unfit(this LiveDefinition definition, FactTime kind, int memberCount, int valueCount)
    {
        var schema = definition.Schema;
        if (kind != schema.Time)
        {
            var expected = schema.Time == FactTime.Date ? "dates: add them with a LocalDate" : "instants: add them with an Instant";
            return new InvalidOperationException($"Live table '{schema.Name}' has facts at {expected}.");
        }

        var members = Named("member", [.. schema.DimensionNames]);
        var values = Named("value", [.. schema.Columns.Select(column => column.Name)]);
        return new ArgumentException(
            $"Live table '{schema.Name}' expects {members} and {values}, in this order; found {memberCount} and {valueCount}.");
    }

    public static ArgumentException TooEarly(this LiveDefinition definition, LocalDate date)
    {
        var (first, grain) = (definition.FirstDate, definition.Grain);
        return definition.Refusal("time", new(
            FormattableString.Invariant($"{date:R}"),
            FormattableString.Invariant($"a date from {first:R} on, as the first {grain} begins before there are dates")));
    }

    public static ArgumentException Refusal(this LiveDefinition definition, string column, CellProblem problem) => new(
        $"Live table '{definition.Schema.Name}', column '{column}': found {problem.Found}; expected {problem.Expected}. "
        + "The fact was not added.");

    private static string Named(string what, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return $"no {what}s";
        }

        return $"{Shown.Number(names.Count, what)} ({Shown.List(names)})";
    }
}

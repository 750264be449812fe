using NodaTime;

namespace EngineTests.Contract;

// Requests in the words of a failure's message.
internal static class Described
{
    public static string Request(AggregateRequest request)
    {
        var aggregates = request.Aggregates.Select(aggregate => $"{aggregate}{Where(aggregate.Filter)}{Match(aggregate)}");
        var groupings = request.Groupings.Select(dimensions => $"[{string.Join(", ", dimensions)}]");
        var ranking = request.Ranking is { } largest ? $", the {largest.Count} largest by aggregate {largest.By}" : "";
        return $"of {request.Table}: {string.Join("; ", aggregates)}\n    by {string.Join(" ", groupings)}{Where(request.Filter)}{ranking}"
            + $"\n    windows {Windows(request.Time)} as of {request.AsOf}";
    }

    public static string Reading(FactRequest request) =>
        $"read {request.Table}: [{string.Join(", ", request.Dimensions.Concat(request.Columns))}] by {request.Entity ?? "time"}"
        + $"{Where(request.Filter)} windows {(request.Time is { } time ? Windows(time) : "all")} as of {request.AsOf}";

    private static string Where(Filter? filter) => filter is null ? "" : $" where {filter}";

    private static string Match(Aggregate aggregate)
    {
        if (aggregate is not Aggregate.OfConversions { Match: var match })
        {
            return "";
        }

        return $" ({match.Table} of the same {string.Join(" and ", match.Matching.Prepend(match.Entity))}"
            + $" from {match.From} to {match.Window}"
            + $"{(match.IncludesImmature ? ", immature too" : "")}; base{Where(match.BaseFilter)}; "
            + $"conversions{Where(match.ConversionFilter)})";
    }

    private static string Windows(TimeCuts time) => string.Join(", ", time.Windows.Select(window => time.Kind == FactTime.Date
        ? $"{Day(time.Dates[window.Start])} to {Day(time.Dates[window.End])}"
        : $"{time.Instants[window.Start]} to {time.Instants[window.End]}"));

    private static string Day(LocalDate date) => date.ToString("R", null);
}

using System.Collections.Frozen;

namespace GoalMetrics;

/// <summary>Sources that show a part of the facts of another.</summary>
public static class ScopeExtensions
{
    /// <summary>
    /// The same facts, of which only those are seen that the filter lets through, such as those of one tenant:
    /// <c>source.Within(Filter.Equal("tenant", "a"))</c>. What the source is handed on to cannot leave the scope: neither queries, goals,
    /// scorecards and conversions, nor members, findings and facts one by one show the others.
    /// </summary>
    /// <remarks>
    /// The filter holds beside those of queries and metrics, and beside that of a scope around it: <c>Within</c> of <c>Within</c> narrows.
    /// A table without the dimensions and columns that the filter names is refused by name when it is asked about. What a table is stated
    /// to cover holds in the scope too, and so does the number of refused rows, of which it is not known whose they are. Where the coverage
    /// of a table in memory is not stated, it is that of the facts that are seen.
    /// </remarks>
    /// <param name="source">The source.</param>
    /// <param name="filter">Which facts are seen.</param>
    /// <param name="except">
    /// The names of tables that are seen whole, such as exchange rates; none by default. For tables that name the scope differently, give
    /// each its own: <c>source.Within(one, except: ["rates", "visits"]).Within(other, except: ["rates", "orders"])</c>.
    /// </param>
    public static IMetricSource Within(this IMetricSource source, Filter filter, IEnumerable<string>? except = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(filter);
        if (source is IScopedByItself scoped)
        {
            return scoped.Within(filter, except);
        }

        return new ScopedSource(source, filter, Copies.Of(except ?? [], nameof(except)).ToFrozenSet(StringComparer.Ordinal));
    }
}

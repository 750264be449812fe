using System.Globalization;

namespace GoalMetrics;

// The titles of measures that are shown together. Where two have the same one, as two KPIs of the same formula do, the ids tell them apart.
internal sealed class MeasureTitles(IEnumerable<Measure> measures, CultureInfo? culture)
{
    private readonly HashSet<string> _shared =
    [
        .. measures.Select(measure => measure.Title.In(culture))
            .GroupBy(title => title, StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .Select(same => same.Key),
    ];

    public string Of(Measure measure)
    {
        var title = measure.Title.In(culture);
        if (_shared.Contains(title))
        {
            return $"{title} ({measure.Id})";
        }

        return title;
    }
}

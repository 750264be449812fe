using System.Globalization;

namespace GoalMetrics;

// Signals in a line each.
internal static class SignalText
{
    private static readonly LocalizedText
        OnDay = new("{0} {1}", "{0} {1}"),
        From = new("{0} {1} to {2}", "{0} {1} til {2}"),
        Figures = new("{0}: {1}, expected {2} ({3})", "{0}: {1}, forventet {2} ({3})"),
        Trend = new("{0}: {1} from first to last ({2})", "{0}: {1} fra første til sidste ({2})"),
        Data = new("{0}: {1}", "{0}: {1}"),
        Many = new("{0}: {1} signals, latest {2}", "{0}: {1} signaler, senest {2}"),
        Nothing = new("{0}: no signal", "{0}: intet signal"),
        NotJudged = new("{0}: not judged.", "{0}: ikke vurderet.");

    private static readonly LocalizedText[] Kinds =
    [
        new("beyond a limit", "uden for en grænse"),
        new("eight or more on one side", "otte eller flere på samme side"),
        new("two of three beyond 2 sigma", "to af tre ud over 2 sigma"),
        new("four of five beyond 1 sigma", "fire af fem ud over 1 sigma"),
        new("six or more in a trend", "seks eller flere i samme retning"),
        new("data are late", "data er forsinkede"),
        new("data are missing", "data mangler"),
    ];

    public static string Of(SignalReport report, CultureInfo? culture)
    {
        var titles = new MeasureTitles(report.Measures.Select(measure => measure.Measure), culture);
        return string.Join('\n', report.Measures.Select(measure => Of(measure, titles.Of(measure.Measure), culture)));
    }

    public static string Of(Signal signal, CultureInfo? culture) =>
        Dated(signal, culture, signal.Measure.Title.In(culture));

    // With what the reader must know of the data; the last finding is the one that kept the measure from being judged.
    private static string Of(MeasureSignals measure, string title, CultureInfo? culture)
    {
        var notes = measure.Findings.Where((finding, i) =>
            finding.Severity >= FindingSeverity.Warning || (IsNotJudged(measure) && i == measure.Findings.Count - 1));
        return string.Join(' ', [LineOf(measure, title, culture), .. notes.Select(finding => finding.Message(culture))]);
    }

    private static bool IsNotJudged(MeasureSignals measure) => measure is { Signals.Count: 0, Method: SignalMethod.None };

    private static string LineOf(MeasureSignals measure, string title, CultureInfo? culture)
    {
        if (measure.Signals.Count > 0)
        {
            var latest = Dated(measure.Signals[0], culture, "").TrimStart();
            if (measure.Signals.Count == 1)
            {
                return Data.Fill(culture, title, latest);
            }

            return Many.Fill(culture, title, measure.Signals.Count, latest);
        }

        return (IsNotJudged(measure) ? NotJudged : Nothing).Fill(culture, title);
    }

    private static string When(Signal signal, CultureInfo? culture, string title)
    {
        if (signal.First == signal.Last)
        {
            return OnDay.Fill(culture, title, signal.First.ToText(culture));
        }

        return From.Fill(culture, title, signal.First.ToText(culture), signal.Last.ToText(culture));
    }

    private static string Dated(Signal signal, CultureInfo? culture, string title)
    {
        var when = When(signal, culture, title);
        var kind = Kinds[(int)signal.Kind].In(culture);
        return signal.Kind switch
        {
            SignalKind.LateData or SignalKind.MissingData => Data.Fill(culture, when, kind),
            SignalKind.SixInATrend => Trend.Fill(culture, when, signal.Difference.ToString(culture), kind),
            _ => Figures.Fill(culture, when, signal.Value.ToString(culture), signal.Expected.ToString(culture), kind),
        };
    }
}

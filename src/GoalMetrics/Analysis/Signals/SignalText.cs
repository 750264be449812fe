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
        NotJudged = new("{0}: not judged. {1}", "{0}: ikke vurderet. {1}");

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

    public static string Of(SignalReport report, CultureInfo? culture) =>
        string.Join('\n', report.Measures.Select(measure => Of(measure, culture)));

    public static string Of(Signal signal, CultureInfo? culture) =>
        Dated(signal, culture, signal.Measure.Title.In(culture));

    private static string Of(MeasureSignals measure, CultureInfo? culture)
    {
        var title = measure.Measure.Title.In(culture);
        if (measure.Signals.Count > 0)
        {
            var latest = Dated(measure.Signals[0], culture, "").TrimStart();
            return measure.Signals.Count == 1
                ? Fill(Data, culture, title, latest)
                : Fill(Many, culture, title, measure.Signals.Count, latest);
        }

        return measure.Method == SignalMethod.None && measure.Findings.Count > 0
            ? Fill(NotJudged, culture, title, measure.Findings[^1].Message(culture))
            : Fill(Nothing, culture, title);
    }

    private static string Dated(Signal signal, CultureInfo? culture, string title)
    {
        var when = signal.First == signal.Last
            ? Fill(OnDay, culture, title, signal.First)
            : Fill(From, culture, title, signal.First, signal.Last);
        var kind = Kinds[(int)signal.Kind].In(culture);
        return signal.Kind switch
        {
            SignalKind.LateData or SignalKind.MissingData => Fill(Data, culture, when, kind),
            SignalKind.SixInATrend => Fill(Trend, culture, when, signal.Difference.ToString(culture), kind),
            _ => Fill(Figures, culture, when, signal.Value.ToString(culture), signal.Expected.ToString(culture), kind),
        };
    }

    private static string Fill(LocalizedText words, CultureInfo? culture, params object[] arguments) =>
        string.Format(culture ?? CultureInfo.InvariantCulture, words.In(culture), arguments);
}

using System.Globalization;
using GoalMetrics.Statistics;

namespace GoalMetrics;

// A projection in one line.
internal static class ProjectionText
{
    private static readonly LocalizedText
        Total = new("{0}: {2} in total in {1}", "{0}: {2} i alt i {1}"),
        Ratio = new("{0}: {2} over all of {1}", "{0}: {2} for hele {1}"),
        AtEnd = new("{0}: {2} at the end of {1}", "{0}: {2} ved udgangen af {1}"),
        OwnValue = new("{0}: {2} in {1}", "{0}: {2} i {1}"),
        OfLast = new("{0}: {2} in the last period of {1} alone ({3})", "{0}: {2} alene i den sidste periode i {1} ({3})"),
        Expected = new("expected to land at {0}", "ventes at lande på {0}"),
        Unknown = new("{0} in {1} cannot be projected: {2}", "{0} i {1} kan ikke fremskrives: {2}"),
        By = new(", by {0}", ", efter {0}"),
        Off = new(
            " (off by {0} before, by the {2}; the naive model by {1})",
            " (hidtil {0} ved siden af, regnet pr. {2}; den naive model {1})"),
        Naive = new("the latest value", "den seneste værdi"),
        SeasonBefore = new("the values of the season before", "værdierne fra sæsonen før"),
        Combination = new("several models together", "flere modeller tilsammen"),
        Draws = new("draws from the known values", "lodtrækning blandt de kendte værdier"),
        Level = new("a smoothed level", "et udglattet niveau"),
        Damped = new("a trend that levels off", "en aftagende trend"),
        Season = new("a trend with a season", "en trend med sæson");

    public static string Of(Projection projection, CultureInfo? culture)
    {
        var text = Landing(projection, culture);
        if (projection.Chosen is { } chosen)
        {
            text += Filled(By, culture, Named(chosen).In(culture)) + Errors(projection, chosen, culture);
        }

        string[] sentences = [$"{text}.", .. projection.Findings.Select(finding => finding.Message(culture))];
        return string.Join(' ', sentences);
    }

    // Each figure with what it is of.
    private static string Landing(Projection projection, CultureInfo? culture)
    {
        var (title, period) = (projection.Measure.Title.In(culture), projection.Period.ToText(culture));
        var isOfLast = projection is { IsDefined: true, LandsAs: LandingKind.None };
        var figure = isOfLast ? projection.InLastPeriod() : projection.Landing();
        if (figure.Reason is { } reason)
        {
            return Filled(Unknown, culture, title, period, UnitWords.Because(reason, figure.Cause, culture));
        }

        var form = projection.LandsAs switch
        {
            LandingKind.Total => Total,
            LandingKind.Ratio => Ratio,
            LandingKind.AtEnd => AtEnd,
            LandingKind.OwnValue => OwnValue,
            _ => OfLast,
        };
        return Filled(form, culture, title, period, Figure(projection, figure, culture), projection.LastPeriod?.ToText(culture) ?? "");
    }

    // What is known has no bounds. Of a hundred things or more, parts of one say nothing.
    private static string Figure(Projection projection, Interval figure, CultureInfo? culture)
    {
        const double many = 100d;
        var unit = figure.Unit ?? Unit.Count();
        if (projection.Chosen is null)
        {
            return Quantity.FromDouble(figure.Estimate, unit).ToString(culture);
        }

        var format = unit.Kind == UnitKind.Count && Math.Abs(figure.Estimate) >= many ? "G0" : null;
        return Filled(Expected, culture, figure.ToString(format, culture));
    }

    private static string Errors(Projection projection, ForecastCandidate chosen, CultureInfo? culture)
    {
        // Of rare events the absolute error is smallest for none at all, and says nothing.
        if (chosen.IsNaive || chosen.Method == ForecastMethod.Resampling || projection.Naive is not { } naive)
        {
            return "";
        }

        var (error, ofNaive) = (chosen.MeanAbsoluteError, naive.MeanAbsoluteError);
        if (!error.IsDefined || !ofNaive.IsDefined || error == ofNaive)
        {
            return "";
        }

        return Filled(Off, culture, Error(chosen), Error(naive), projection.History.Grain.Title().In(culture));

        string Error(ForecastCandidate candidate)
        {
            var unit = projection.InLastPeriod().Unit!;
            var difference = unit.Kind == UnitKind.Ratio ? Unit.PercentagePoint : unit;
            return candidate.MeanAbsoluteError.ToQuantity(difference).ToString(culture);
        }
    }

    private static LocalizedText Named(ForecastCandidate candidate) => candidate.Method switch
    {
        _ when candidate.IsNaive => Naive,
        ForecastMethod.SeasonalNaive => SeasonBefore,
        ForecastMethod.Resampling => Draws,
        ForecastMethod.Simple => Level,
        ForecastMethod.DampedHolt => Damped,
        ForecastMethod.HoltWinters => Season,
        _ => Combination,
    };

    private static string Filled(LocalizedText text, CultureInfo? culture, params object[] figures) =>
        string.Format(culture ?? CultureInfo.InvariantCulture, text.In(culture), figures);
}

using System.Globalization;
using GoalMetrics.Statistics;

namespace GoalMetrics;

// A projection in one line.
internal static class ProjectionText
{
    private static readonly LocalizedText
        Lands = new("{0} in {1} lands at {2}", "{0} i {1} lander på {2}"),
        Unknown = new("{0} in {1} cannot be projected: {2}", "{0} i {1} kan ikke fremskrives: {2}"),
        By = new(", by {0}", ", efter {0}"),
        Off = new(
            ", which was off by {0} before, where the naive model was off by {1}",
            ", der hidtil har ramt {0} ved siden af, hvor den naive model ramte {1} ved siden af"),
        Naive = new("the latest value", "den seneste værdi"),
        SeasonBefore = new("the values of the season before", "værdierne fra sæsonen før"),
        Combination = new("several models together", "flere modeller tilsammen"),
        Draws = new("draws from the known values", "lodtrækning blandt de kendte værdier"),
        Level = new("a smoothed level", "et udglattet niveau"),
        Damped = new("a trend that levels off", "en aftagende trend"),
        Season = new("a trend with a season", "en trend med sæson");

    public static string Of(Projection projection, CultureInfo? culture)
    {
        string[] sentences = [$"{Landing(projection, culture)}.", .. projection.Findings.Select(finding => finding.Message(culture))];
        return string.Join(' ', sentences);
    }

    private static string Landing(Projection projection, CultureInfo? culture)
    {
        var (title, period) = (projection.Measure.Title.In(culture), projection.Period.ToText(culture));
        var landing = projection.Landing();
        if (landing.Reason is { } reason)
        {
            return Filled(Unknown, culture, title, period, UnitWords.In(culture).Because(reason, landing.Cause));
        }

        var text = Filled(Lands, culture, title, period, landing.ToString(culture));
        return projection.Chosen is { } chosen
            ? text + Filled(By, culture, Named(chosen).In(culture)) + Errors(projection, chosen, culture)
            : text;
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

        return Filled(Off, culture, Error(chosen), Error(naive));

        string Error(ForecastCandidate candidate) =>
            candidate.MeanAbsoluteError.ToQuantity(projection.Landing().Unit!).ToString(culture);
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

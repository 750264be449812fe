using System.Globalization;

namespace GoalMetrics;

// A business goal's progress in one line. Its attainment is never shown without the worst status and the goals that it leaves out.
internal static class BusinessGoalText
{
    private static readonly LocalizedText
        NoGoal = new("no goal serves it", "intet mål understøtter det"),
        NothingKnown = new("nothing is known yet", "endnu vides intet"),
        Attained = new("{0} attained", "{0} opfyldt"),
        Worst = new("worst status: {0}", "værste status: {0}"),
        NotKnown = new("progress not known: {0} of {1} goals", "fremdrift ukendt: {0} af {1} mål");

    public static string Of(BusinessGoalProgress progress, CultureInfo? culture)
    {
        if (progress.Goals.Count == 0)
        {
            return NoGoal.In(culture);
        }

        return string.Join(", ", Parts(progress, culture));
    }

    private static IEnumerable<string> Parts(BusinessGoalProgress progress, CultureInfo? culture)
    {
        var isKnown = progress.Attainment.IsDefined;
        yield return isKnown ? Attained.Fill(culture, progress.Attainment.ToString(culture)) : NothingKnown.In(culture);
        yield return Worst.Fill(culture, progress.WorstStatus.Title().In(culture));
        if (isKnown && progress.UnknownGoals.Count > 0)
        {
            yield return NotKnown.Fill(culture, progress.UnknownGoals.Count, progress.Goals.Count);
        }
    }
}

using System.Globalization;
using System.Text;

namespace GoalMetrics;

// A report in words.
internal static class SmartReportText
{
    private const int LongestStatement = 300;

    private static readonly LocalizedText Smart = new("SMART", "SMART");
    private static readonly LocalizedText NotSmart = new("not SMART", "ikke SMART");
    private static readonly LocalizedText NotFullyChecked = new("not checked in full", "ikke fuldt vurderet");

    private static readonly LocalizedText[] Criteria =
    [
        new("Specific", "Specifikt"),
        new("Measurable", "Målbart"),
        new("Achievable", "Opnåeligt"),
        new("Relevant", "Relevant"),
        new("Time-bound", "Tidsbegrænset"),
    ];

    private static readonly LocalizedText[] Verdicts =
    [
        new("not checked", "ikke vurderet"),
        new("met", "opfyldt"),
        new("doubtful", "tvivlsomt"),
        new("not met", "ikke opfyldt"),
    ];

    public static string Of(SmartReport report, CultureInfo? culture)
    {
        var text = new StringBuilder();
        text.Append(report.Goal.Id).Append(": ").Append(Headline(report).In(culture));

        // On a line of its own, so that a statement written from right to left disturbs nothing.
        if (!string.IsNullOrWhiteSpace(report.Goal.Statement))
        {
            text.Append('\n').Append(Shown.Clip(report.Goal.Statement, LongestStatement));
        }

        var width = Criteria.Max(criterion => criterion.In(culture).Length) + 2;
        foreach (var criterion in Enum.GetValues<SmartCriterion>())
        {
            var verdict = Verdicts[(int)report[criterion]];
            text.Append('\n').Append(Criteria[(int)criterion].In(culture).PadRight(width)).Append(verdict.In(culture));
            foreach (var finding in report.FindingsOn(criterion))
            {
                text.Append("\n  - ").Append(finding.Message(culture)).Append("\n    ").Append(finding.Suggestion(culture));
            }
        }

        return text.ToString();
    }

    private static LocalizedText Headline(SmartReport report)
    {
        if (report.IsSmart)
        {
            return Smart;
        }

        return report.Findings.Any(finding => finding.Severity == FindingSeverity.Error) ? NotSmart : NotFullyChecked;
    }
}

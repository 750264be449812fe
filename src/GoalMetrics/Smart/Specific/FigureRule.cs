using System.Globalization;
using System.Text.RegularExpressions;

namespace GoalMetrics.Smart;

/// <summary>
/// Statement and target agree: where the target is a percentage and the statement names percentages, one of them is the target's, and
/// percentage points are not taken for per cent. Other figures are left alone, since they may be years or count anything. Abstains
/// without a statement, or if the target is not a percentage.
/// </summary>
public sealed partial class FigureRule() : SmartRule(SmartCriterion.Specific)
{
    // A larger number is not meant as a percentage.
    private const decimal Largest = int.MaxValue;

    private const int MostDecimals = 28;
    private const decimal OnePercent = 0.01m;

    // How far a stated percentage may be rounded, as a share of the target's.
    private const decimal MostRounding = 0.05m;

    private static readonly NumberFormatInfo DecimalComma = NumberFormatInfo.ReadOnly(new() { NumberDecimalSeparator = "," });

    private static readonly FindingKind Contradicts = new(
        "SMART-S-FIGURE",
        FindingSeverity.Warning,
        new("The statement says {stated}, but the target says {target}.", "I formuleringen står der {stated}, men måltallet er {target}."),
        new(
            "Let both say the same: write {target} in the statement, or correct the target.",
            "Lad dem sige det samme: skriv {target} i formuleringen, eller ret måltallet."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Goal is not { Statement: { } statement, Target: { } target }
            || (target.Step ?? target.Value) is not { } wanted || !IsPercentage(wanted))
        {
            context.Abstain();
            return;
        }

        Quantity? first = null;
        foreach (var match in Numbers().EnumerateMatches(statement))
        {
            var isInPoints = PointSign().IsMatch(statement, match.Index + match.Length);
            if (!isInPoints && !PercentSign().IsMatch(statement, match.Index + match.Length))
            {
                continue;
            }

            if (Read(statement.AsSpan(match.Index, match.Length)) is not { } percent || Agrees(target, percent, isInPoints))
            {
                return;
            }

            first ??= new(percent * OnePercent, isInPoints ? Unit.PercentagePoint : Unit.Ratio);
        }

        if (first is { } other)
        {
            context.Report(Contradicts, "statement", [new("stated", other), new("target", wanted)]);
        }
    }

    private static bool IsPercentage(Quantity quantity) =>
        quantity is { IsDefined: true, Unit.Kind: UnitKind.Ratio or UnitKind.PercentagePoint };

    // A statement may name the step, the value, the baseline, or the change between these two.
    private static bool Agrees(Target target, decimal percent, bool isInPoints)
    {
        if (isInPoints)
        {
            return IsStep(target, percent, Unit.PercentagePoint) || IsDifference(target, percent);
        }

        // Levels of a rate whose baseline is yet to be measured are not known.
        if (target.Step?.Unit == Unit.PercentagePoint && target.Baseline is { Stated: null })
        {
            return !IsNear(target.Step, percent);
        }

        return IsStep(target, percent, Unit.Ratio)
            || IsNear(target.Value, percent)
            || IsNear(target.Upper, percent)
            || IsNear(target.Baseline?.Stated, percent)
            || IsChange(target, percent);
    }

    private static bool IsStep(Target target, decimal percent, Unit unit) =>
        target.Step is { } step && step.Unit == unit && IsNear(step, percent);

    // From a baseline that is yet to be measured to a value it may be any.
    private static bool IsDifference(Target target, decimal percent)
    {
        if (target.Baseline?.Stated is { } from)
        {
            return IsNear(target.ValueFrom(from) - from, percent);
        }

        return target is { Baseline: not null, Step: null };
    }

    // Two per cent more of 10 % are no two points; where no step is stated, either may be meant.
    private static bool IsChange(Target target, decimal percent)
    {
        if (target.Baseline?.Stated is not { } from)
        {
            return false;
        }

        var to = target.ValueFrom(from);
        return IsNear(to, percent) || IsNear((to - from) / from, percent) || (target.Step is null && IsDifference(target, percent));
    }

    // A statement may round: by half of its last figure, and not to something else.
    private static bool IsNear(Quantity? figure, decimal percent)
    {
        if (figure is not { } quantity || !IsPercentage(quantity))
        {
            return false;
        }

        var share = Math.Abs(quantity.Amount);
        var most = Math.Min(HalfOfLastFigure(percent), share * MostRounding);
        return Math.Abs(share - (percent * OnePercent)) <= most;
    }

    private static decimal HalfOfLastFigure(decimal percent) =>
        new(5, 0, 0, isNegative: false, scale: (byte)Math.Min(percent.Scale + 3, MostDecimals));

    // Null where the number can be read in several ways: three figures after a separator may be thousands or decimals.
    private static decimal? Read(ReadOnlySpan<char> number)
    {
        var separator = number.IndexOfAny('.', ',');
        var decimals = number[(separator + 1)..];
        if (separator >= 0 && (decimals.Length is 0 or 3 || decimals.ContainsAny('.', ',')))
        {
            return null;
        }

        var format = number.Contains(',') ? DecimalComma : NumberFormatInfo.InvariantInfo;
        if (decimal.TryParse(number, NumberStyles.AllowDecimalPoint, format, out var percent) && percent <= Largest)
        {
            return percent;
        }

        return null;
    }

    // Whole numbers with their separators. What follows is looked for apart, so that none of a long run of digits is read twice.
    [GeneratedRegex("[0-9][0-9.,]*")]
    internal static partial Regex Numbers();

    // Where it starts, what makes a number a percentage.
    [GeneratedRegex(@"\G\s*(?:%|٪|％|per ?cent|pro[cz]ent|pct)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex PercentSign();

    // And what makes it percentage points, which are not at the point of sale.
    [GeneratedRegex(
        @"\G\s*(?:(?:%|٪|％|per ?cent(?:age)?|pro[cz]ent|pct\.?)[\s\u2010\u2011-]*(?:points?|pts?|enhed(?:er)?)|pp)\b(?![\s-]of\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex PointSign();
}

using System.Buffers;

namespace GoalMetrics.Smart;

/// <summary>
/// Statement and target say the same: where the target is a percentage and the statement names percentages, one of them is the
/// target's. Other figures are left alone, since they may be years or count anything.
/// </summary>
public sealed class FigureRule() : SmartRule(SmartCriterion.Specific)
{
    private static readonly FindingKind Contradicts = new(
        "SMART-S-FIGURE",
        FindingSeverity.Warning,
        new("The statement says {stated}, but the target says {target}.", "Formuleringen siger {stated}, men måltallet siger {target}."),
        new("Let both say the same: write {target} in the statement, or correct the target.", "Lad dem sige det samme: skriv {target} i formuleringen, eller ret måltallet."));

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private static readonly string[] Signs = ["٪", "％", "percent", "per cent", "procent", "prozent", "pct"];

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Goal is not { Statement: { } statement, Target: { } target } || !(IsPercentage(in target.StepOrNone) || IsPercentage(in target.ValueOrNone)))
        {
            return;
        }

        decimal? first = null;
        for (var rest = statement.AsSpan(); NextPercentage(ref rest) is { IsEmpty: false } number;)
        {
            if (!TryRead(number, out var stated, out var accuracy) || Agrees(target, in stated, in accuracy))
            {
                return;
            }

            first ??= stated;
        }

        if (first is { } other)
        {
            context.Report(Contradicts, "statement", [new("stated", Quantity.Ratio(other)), new("target", target.Step ?? target.Value)]);
        }
    }

    private static bool IsPercentage(in Quantity quantity) =>
        quantity is { IsDefined: true, Unit.Kind: UnitKind.Ratio or UnitKind.PercentagePoint };

    // A statement may name the step, the value, the baseline, or the change between these two. What takes arithmetic comes last.
    private static bool Agrees(Target target, in decimal stated, in decimal accuracy)
    {
        if (Is(in target.StepOrNone, in stated, in accuracy) || Is(in target.ValueOrNone, in stated, in accuracy) || Is(in target.UpperOrNone, in stated, in accuracy))
        {
            return true;
        }

        if (target.Baseline is not { Stated: not null } baseline)
        {
            return false;
        }

        ref readonly var from = ref baseline.StatedOrNone;
        if (Is(in from, in stated, in accuracy))
        {
            return true;
        }

        var to = target.ValueFrom(from);
        var change = to - from;
        return Is(in to, in stated, in accuracy) || Is(in change, in stated, in accuracy) || Is(change / from, in stated, in accuracy);
    }

    private static bool Is(in Quantity quantity, in decimal stated, in decimal accuracy) =>
        IsPercentage(in quantity) && Math.Abs(Math.Abs(quantity.UncheckedAmount) - stated) <= accuracy;

    // The number before the next percent sign or word; empty where there is none. The rest is what comes after the number.
    private static ReadOnlySpan<char> NextPercentage(ref ReadOnlySpan<char> rest)
    {
        while (rest.IndexOfAny(Digits) is >= 0 and var start)
        {
            // Numbers are short: it takes less to look at each character than to prepare a search.
            var end = start + 1;
            while (end < rest.Length && (char.IsAsciiDigit(rest[end]) || rest[end] is '.' or ','))
            {
                end++;
            }

            var number = rest[start..end];
            rest = rest[end..];
            if (StartsWithSign(rest.TrimStart()))
            {
                return number;
            }
        }

        return [];
    }

    private static bool StartsWithSign(ReadOnlySpan<char> text)
    {
        // Most of what follows a number is the sign itself, or starts like none.
        if (text is not ['٪' or '％' or 'p' or 'P', ..])
        {
            return text is ['%', ..];
        }

        foreach (var sign in Signs)
        {
            if (text.StartsWith(sign, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // The share, and half a unit of its last figure, which is rounding. Not where the number can be read in several ways: three
    // figures after a separator may be thousands or decimals.
    private static bool TryRead(ReadOnlySpan<char> number, out decimal share, out decimal accuracy)
    {
        (share, accuracy) = (0m, 0.005m);
        if (TryReadWhole(number, out var whole))
        {
            share = new(whole, 0, 0, isNegative: false, scale: 2);
            return true;
        }

        var separator = number.IndexOfAny('.', ',');
        var decimals = number[(separator + 1)..];
        if (separator < 0 || decimals.Length == 3 || !TryReadWhole(number[..separator], out whole) || !TryReadWhole(decimals, out var fraction))
        {
            return false;
        }

        var unit = 0.01m;
        for (var i = 0; i < decimals.Length; i++)
        {
            unit /= 10m;
        }

        share = new decimal(whole, 0, 0, isNegative: false, scale: 2) + (fraction * unit);
        accuracy = unit / 2m;
        return true;
    }

    // Figures only, and no more than an integer holds.
    private static bool TryReadWhole(ReadOnlySpan<char> figures, out int whole)
    {
        var read = 0L;
        foreach (var figure in figures)
        {
            read = (10 * read) + figure - '0';
            if (!char.IsAsciiDigit(figure) || read > int.MaxValue)
            {
                whole = 0;
                return false;
            }
        }

        whole = (int)read;
        return !figures.IsEmpty;
    }
}

using System.Runtime.CompilerServices;

namespace GoalMetrics.Statistics;

// Misuse throws at once: each check names the argument, what was expected and what was found.
internal static class Require
{
    public static void Share(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value is not (> 0d and < 1d))
        {
            throw Wrong(name, "a number between 0 and 1, both excluded", value);
        }
    }

    public static void Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!double.IsFinite(value))
        {
            throw Wrong(name, "a finite number", value);
        }
    }

    public static void Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!double.IsFinite(value) || value <= 0d)
        {
            throw Wrong(name, "a finite number above 0", value);
        }
    }

    public static void NotNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!double.IsFinite(value) || value < 0d)
        {
            throw Wrong(name, "a finite number, at least 0", value);
        }
    }

    public static void Between(double value, double low, double high, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value >= low && value <= high))
        {
            throw Wrong(name, FormattableString.Invariant($"a number from {low} to {high}"), value);
        }
    }

    public static void AtLeast(long value, long least, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value < least)
        {
            throw Wrong(name, FormattableString.Invariant($"at least {least}"), value);
        }
    }

    public static void Known<TEnum>(TEnum value, [CallerArgumentExpression(nameof(value))] string name = "")
        where TEnum : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            throw Wrong(name, $"one of {string.Join(", ", Enum.GetNames<TEnum>())}", value);
        }
    }

    public static void Counts(
        long successes,
        long trials,
        [CallerArgumentExpression(nameof(successes))] string successesName = "",
        [CallerArgumentExpression(nameof(trials))] string trialsName = "")
    {
        AtLeast(trials, 0, trialsName);
        AtLeast(successes, 0, successesName);
        if (successes > trials)
        {
            throw Wrong(successesName, FormattableString.Invariant($"at most the {trials} of {trialsName}"), successes);
        }
    }

    // The sum of counts that are known to be at least 0.
    public static long Total(IReadOnlyList<long> counts, [CallerArgumentExpression(nameof(counts))] string name = "")
    {
        var total = 0L;
        for (var i = 0; i < counts.Count; i++)
        {
            if (counts[i] > long.MaxValue - total)
            {
                throw WrongAt(name, FormattableString.Invariant($"counts of {long.MaxValue} together at most"), counts[i], i);
            }

            total += counts[i];
        }

        return total;
    }

    // Those of both sides of a comparison.
    public static long Together(long count, long baseCount, [CallerArgumentExpression(nameof(baseCount))] string name = "")
    {
        if (baseCount > long.MaxValue - count)
        {
            throw Wrong(name, FormattableString.Invariant($"at most {long.MaxValue - count}, since both sides are added up"), baseCount);
        }

        return count + baseCount;
    }

    public static void Finite(IReadOnlyList<double> values, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(values, name);
        for (var i = 0; i < values.Count; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw WrongAt(name, "finite numbers", values[i], i);
            }
        }
    }

    public static void SameLength(
        IReadOnlyList<double> values,
        IReadOnlyList<double> others,
        [CallerArgumentExpression(nameof(values))] string name = "",
        [CallerArgumentExpression(nameof(others))] string othersName = "")
    {
        if (values.Count != others.Count)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Expected as many numbers as {name} has, {values.Count}; found {others.Count}."),
                othersName);
        }
    }

    // One or two in any order; the shorter first of what is returned. A length of 1 is no season, and stands alone.
    public static int[] Seasons(IReadOnlyList<int> lengths, int least, [CallerArgumentExpression(nameof(lengths))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(lengths, name);
        if (lengths.Count is not (1 or 2))
        {
            throw Wrong(name, "the lengths of one or two seasons", lengths.Count);
        }

        if (lengths.Count != 1)
        {
            least = 2;
        }

        for (var i = 0; i < lengths.Count; i++)
        {
            if (lengths[i] < least)
            {
                throw WrongAt(name, FormattableString.Invariant($"lengths of at least {least}"), lengths[i], i);
            }
        }

        if (lengths.Count == 2 && lengths[0] == lengths[1])
        {
            throw WrongAt(name, "two seasons of different lengths", lengths[1], 1);
        }

        return [.. lengths.Order()];
    }

    public static ArgumentException WrongAt<T>(string name, string expected, T found, int index) =>
        new(FormattableString.Invariant($"Expected {expected}; found {found} at index {index}."), name);

    private static ArgumentOutOfRangeException Wrong<T>(string name, string expected, T found) =>
        new(name, FormattableString.Invariant($"Expected {expected}; found {found}."));
}

namespace GoalMetrics;

// A calculation with plain operators does not say what was zero, or what was too large; the inputs do.
public abstract partial class Formula
{
    private Quantity NameCause(Quantity result, ReadOnlySpan<Quantity> inputs)
    {
        if (result.Cause is not null || result.Reason is not (UndefinedReason.ZeroDenominator or UndefinedReason.Overflow))
        {
            return result;
        }

        if (result.Reason == UndefinedReason.Overflow)
        {
            return OverflowCause.OfLargest(result, inputs, [.. Enumerable.Range(0, inputs.Length).Select(NameAt)]);
        }

        var zero = Denominators(inputs);
        if (zero.Count == 0)
        {
            return result;
        }

        return result.CausedBy(string.Join(", ", zero.Select(NameAt)));
    }

    // The inputs that are zero. Of several, those that would give a value if they alone were not: of (x + y) / z it is z.
    private List<int> Denominators(ReadOnlySpan<Quantity> inputs)
    {
        var zero = new List<int>();
        for (var i = 0; i < inputs.Length; i++)
        {
            if (inputs[i] is { IsDefined: true, IsZero: true })
            {
                zero.Add(i);
            }
        }

        if (zero.Count < 2)
        {
            return zero;
        }

        var tried = inputs.ToArray();
        var decisive = zero.FindAll(index => HasDenominatorWithout(index, tried));
        if (decisive.Count > 0)
        {
            return decisive;
        }

        return zero;
    }

    private bool HasDenominatorWithout(int zero, Quantity[] inputs)
    {
        var found = inputs[zero];
        inputs[zero] = new(1m, found.Unit!);
        try
        {
            return Compute(inputs).Reason != UndefinedReason.ZeroDenominator;
        }
        catch (Exception unlike) when (Failure.IsOfOne(unlike))
        {
            // This value was only tried: that the calculation does not take it says nothing about the cause.
            return false;
        }
        finally
        {
            inputs[zero] = found;
        }
    }
}

using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// The change from one quantity to another: an absolute part, in percentage points for ratios, and a relative part.
/// Immutable; equality is by value.
/// </summary>
[JsonConverter(typeof(ResultConverter<Change>))]
public readonly partial record struct Change
{
    private Change(Quantity from, Quantity to, Quantity absolute, Quantity relative)
    {
        From = from;
        To = to;
        Absolute = absolute;
        Relative = relative;
    }

    /// <summary>The earlier quantity.</summary>
    public Quantity From { get; }

    /// <summary>The later quantity.</summary>
    public Quantity To { get; }

    /// <summary><c>to − from</c>, in the unit of both; percentage points where they are ratios.</summary>
    public Quantity Absolute { get; }

    /// <summary>
    /// <c>(to − from) / |from|</c>. Undefined (<see cref="UndefinedReason.ZeroDenominator"/>) from 0; from a negative base
    /// see <see cref="IsFromNegative"/>.
    /// </summary>
    public Quantity Relative { get; }

    /// <summary>Whether the base was negative, so that the relative part is against its absolute value and reads with care.</summary>
    public bool IsFromNegative => From.IsDefined && From.IsNegative;

    /// <summary>The change between two quantities of the same unit; undefined in both parts where either is undefined.</summary>
    /// <exception cref="UnitMismatchException">The units are unlike.</exception>
    public static Change Between(Quantity from, Quantity to)
    {
        var difference = to.CausedBy("to") - from.CausedBy("from");
        var relative = difference.DividedBy(from.Magnitude(), "from").WithUnit(Unit.Ratio);
        var absolute = difference.Unit?.Kind == UnitKind.Ratio ? difference.WithUnit(Unit.PercentagePoint) : difference;
        return new(from, to, absolute, relative);
    }

    /// <summary>Whether the change is for the better, given which way is better.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The direction is not one of the named ones.</exception>
    public ChangeVerdict Judge(Direction direction)
    {
        EnumValue.Checked(direction);
        if (!Absolute.IsDefined || direction == Direction.Neutral)
        {
            return ChangeVerdict.Unknown;
        }

        var sign = Math.Sign(Absolute.Amount);
        return (direction == Direction.LowerIsBetter ? -sign : sign) switch
        {
            > 0 => ChangeVerdict.Better,
            < 0 => ChangeVerdict.Worse,
            _ => ChangeVerdict.Unchanged,
        };
    }
}
